import { TooBusyError } from '#src/app/ports/crypto/password-hasher.js';

/**
 * Lets at most `atOnce` pieces of work run; the others start in the order they came. When `mostWaiting` of them wait,
 * the next is refused at once, so that a flood does not make the others wait longer.
 * @throws TooBusyError with `retryAfterS`; the work has not begun
 */
export function createSemaphore({
  atOnce,
  mostWaiting,
  retryAfterS,
}: {
  readonly atOnce: number;
  readonly mostWaiting: number;
  readonly retryAfterS: number;
}): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new TooBusyError(retryAfterS);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The slot passes to the next in line without becoming free in between.
      if (next) next();
      else running -= 1;
    }
  };
}
