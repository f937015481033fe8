/** A wait that can be cut short. */
interface Pause {
  forMs(ms: number): Promise<void>;
  /** Ends the present wait, if there is one. */
  wake(): void;
  /** Ends the present wait and makes all later ones end at once. */
  end(): void;
}

export function createPause(): Pause {
  let wakers: (() => void)[] = [];
  let over = false;

  function wake(): void {
    const due = wakers;
    wakers = [];
    for (const done of due) done();
  }

  return {
    forMs(ms) {
      if (over) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(done, ms);
        function done(): void {
          clearTimeout(timer);
          wakers = wakers.filter((one) => one !== done);
          resolve();
        }
        wakers.push(done);
      });
    },
    wake,
    end() {
      over = true;
      wake();
    },
  };
}
