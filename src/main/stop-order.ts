/** A stop that takes longer than this is cut short. */
const STOP_WITHIN_MS = 10_000;

/** Whether and by which signal this process was asked to stop. */
export interface StopOrder {
  /** The signal, or null so far. */
  signal(): NodeJS.Signals | null;
  /** Resolves with the signal, at once when it has come already. */
  readonly asked: Promise<NodeJS.Signals>;
}

/**
 * Listens for SIGTERM and SIGINT from now on. Call it before anything is loaded: as the first process of a container a
 * program without a listener never hears of them. The first one counts; ten seconds after it the process is cut off
 * with exit code 1.
 */
export function listenForStop(): StopOrder {
  let first: NodeJS.Signals | null = null;
  const asked = new Promise<NodeJS.Signals>((resolve) => {
    const hear = (signal: NodeJS.Signals): void => {
      if (first !== null) return;
      first = signal;
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      resolve(signal);
    };
    process.on('SIGTERM', hear);
    process.on('SIGINT', hear);
  });
  return { signal: () => first, asked };
}
