import type { Clock } from '#src/app/ports/clock.js';

import type { FrameSink } from '../signal/output-gate.js';

interface Wire extends FrameSink {
  terminate(): void;
}

/** The second frame of a connection carries the login (Noise XX: hello, answer, finish); the first one says nothing. */
const LOGIN = 2;
/** An answer that took longer says little about now: the process may have been frozen meanwhile. */
const FRESH_MS = 2_000;

/**
 * Holds the login back until this process has been told that it may log in, by an answer that is fresh. Without a yes
 * the connection is cut. Frames behind it keep their order.
 */
export function holdLogin(
  wire: Wire,
  { mayLogIn, clock }: { readonly mayLogIn: () => Promise<boolean>; readonly clock: Clock },
): void {
  const write = wire.send.bind(wire);
  const held: Parameters<FrameSink['send']>[] = [];
  let frames = 0;
  let admitted = false;

  async function ask(): Promise<void> {
    for (;;) {
      const asked = clock.now().getTime();
      if (!(await mayLogIn())) {
        wire.terminate();
        return;
      }
      if (Math.abs(clock.now().getTime() - asked) < FRESH_MS) break;
    }
    admitted = true;
    for (const frame of held.splice(0)) write(...frame);
  }

  wire.send = (...frame) => {
    frames += 1;
    if (frames < LOGIN || admitted) {
      write(...frame);
      return;
    }
    held.push(frame);
    if (frames === LOGIN) void ask();
  };
}
