import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What is to be timed. */
export interface Sample {
  /** Its place in the list of probes. */
  readonly probe: number;
  readonly taxId: string;
  /** What a browser shows in its address bar. */
  readonly origin: string;
  /** Of the instance that is asked. */
  readonly target: string;
}

export type Timed = { readonly ms: number } | { readonly fault: string };

/** A process that times one sample after the other. */
export function startTimer() {
  const child = fork(fileURLToPath(new URL('stopwatch.ts', import.meta.url)));
  return {
    /** @returns milliseconds */
    time: async (sample: Sample): Promise<number> => {
      const answered = once(child, 'message');
      child.send(sample);
      const [timed] = (await answered) as [Timed];
      if ('fault' in timed) throw new Error(timed.fault);
      return timed.ms;
    },
    end: () => {
      child.disconnect();
    },
  };
}
