/** Something a client has been asked for: it comes once, or never. */
export interface Reply<Value> {
  /** What came, also if it came before the call; `undefined` when the client went away or took too long. */
  wait(): Promise<Value | undefined>;
  resolve(value: Value): void;
  abandon(): void;
}

const TIMEOUT_MS = 10_000;

export function createReply<Value>(): Reply<Value> {
  let settle: (value: Value | undefined) => void = () => undefined;
  const settled = new Promise<Value | undefined>((resolve) => {
    settle = resolve;
  });
  return {
    async wait() {
      const timer = setTimeout(() => settle(undefined), TIMEOUT_MS);
      const value = await settled;
      clearTimeout(timer);
      return value;
    },
    resolve: (value) => settle(value),
    abandon: () => settle(undefined),
  };
}
