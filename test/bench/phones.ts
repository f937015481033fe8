import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { openEventStream } from '../support/event-stream.js';

/** All phones of one simulator, driven without polling: a thousand of them would be busy asking. */
export interface Phones {
  add(number: string, name: string): Promise<void>;
  say(number: string, text: string): Promise<void>;
  /** The next message of the bot to this phone that matches; earlier ones are dropped. */
  hear(number: string, pattern: RegExp): Promise<string>;
  /** `say` and `hear`. @returns milliseconds from the message to its answer in the phone */
  ask(number: string, text: string, answer: RegExp): Promise<number>;
  close(): void;
}

interface Listener {
  readonly pattern: RegExp;
  readonly heard: (text: string) => void;
}

const PATIENCE_MS = 60_000;
/** The simulator encrypts for all phones in one thread: hundreds of calls at once would keep it from hearing the bot. */
const SAID_AT_ONCE = 8;

/** Lets a few works run at once and the others wait their turn. */
function createLanes(lanes: number) {
  const waiting: (() => void)[] = [];
  let free = lanes;
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** Opens them for some work, and closes them before whatever it talks to ends. */
export async function withPhones<Value>(
  simulatorUrl: string,
  work: (phones: Phones) => Promise<Value>,
): Promise<Value> {
  const phones = await openPhones(simulatorUrl);
  try {
    return await work(phones);
  } finally {
    phones.close();
  }
}

/** @param patienceMs how long an answer may take */
export async function openPhones(
  simulatorUrl: string,
  { patienceMs = PATIENCE_MS }: { readonly patienceMs?: number } = {},
): Promise<Phones> {
  const unheard = new Map<string, string[]>();
  const listeners = new Map<string, Listener>();
  const stream = await openEventStream(`${simulatorUrl}/events`, {});
  let closed = false;

  function arrive(number: string, text: string): void {
    const listener = listeners.get(number);
    if (listener === undefined) {
      unheard.set(number, [...(unheard.get(number) ?? []), text]);
    } else if (listener.pattern.test(text)) {
      listeners.delete(number);
      listener.heard(text);
    }
  }

  async function follow(): Promise<void> {
    for (;;) {
      const event = await stream.next();
      if (event === null) return;
      if (event.name !== 'message') continue;
      const { number, from, text } = event.data as { number: string; from: string; text: string };
      if (from === 'bot') arrive(number, text);
    }
  }
  follow().catch((error: unknown) => {
    if (!closed) throw error;
  });

  const inLane = createLanes(SAID_AT_ONCE);
  async function say(number: string, text: string): Promise<void> {
    await inLane(() => callSimulator(simulatorUrl, `/phones/${number}/messages`, { text }));
  }

  async function hear(number: string, pattern: RegExp): Promise<string> {
    const texts = unheard.get(number) ?? [];
    const at = texts.findIndex((text) => pattern.test(text));
    const known = texts[at];
    unheard.set(number, texts.slice(at + 1));
    if (known !== undefined) return known;
    unheard.delete(number);
    return new Promise((resolve, reject) => {
      const lost = (): void => reject(new Error(`no answer like ${pattern.source} came`));
      const timer = setTimeout(lost, patienceMs);
      const heard = (text: string): void => {
        clearTimeout(timer);
        resolve(text);
      };
      listeners.set(number, { pattern, heard });
    });
  }

  return {
    add: async (number, name) => {
      await callSimulator(simulatorUrl, '/phones', { number, name });
    },
    say,
    hear,
    ask: async (number, text, answer) => {
      const start = performance.now();
      await Promise.all([hear(number, answer), say(number, text)]);
      return performance.now() - start;
    },
    close: () => {
      closed = true;
      stream.leave();
    },
  };
}
