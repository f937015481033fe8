import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { until } from '../../support/until.js';

export interface ChatMessage {
  readonly n: number;
  readonly id: string;
  readonly from: 'bot' | 'phone';
  readonly kind: string;
  readonly text: string;
  readonly status: string;
}

export interface SimulatedPhone {
  readonly number: string;
  send(text: string): Promise<void>;
  /** Sends anything the control API takes. @returns the id of the message */
  post(message: Readonly<Record<string, unknown>>): Promise<string>;
  messages(): Promise<readonly ChatMessage[]>;
  /** The first message of the bot, after what was received with this before, that matches. */
  receive(pattern: RegExp, withinMs?: number): Promise<string>;
  /** Registers the number on WhatsApp again: as another account with empty chats, or as the same on another phone. */
  registerAnew(account: 'new' | 'same'): Promise<void>;
}

const ANSWER_WITHIN_MS = 20_000;
/** Each look is a request over HTTP: looking more often would keep a core busy with that alone. */
const LOOK_EVERY_MS = 20;

/** A person's phone in the simulator, as a test plays it. */
export async function createPhone(
  simulatorUrl: string,
  person: { readonly number: string; readonly name: string },
): Promise<SimulatedPhone> {
  await callSimulator(simulatorUrl, '/phones', person);
  const route = `/phones/${person.number}/messages`;
  let seen = 0;

  async function messages(after = 0): Promise<readonly ChatMessage[]> {
    return (await callSimulator(simulatorUrl, `${route}?after=${after}`)) as ChatMessage[];
  }

  async function post(message: Readonly<Record<string, unknown>>): Promise<string> {
    return ((await callSimulator(simulatorUrl, route, message)) as ChatMessage).id;
  }

  return {
    number: person.number,
    messages: () => messages(),
    post,
    send: async (text) => {
      await post({ text });
    },
    receive: async (pattern, withinMs = ANSWER_WITHIN_MS) => {
      const found = await until(
        `a message of the bot like ${pattern.source}`,
        async () =>
          (await messages(seen)).find(({ from, text }) => from === 'bot' && pattern.test(text)),
        { withinMs, everyMs: LOOK_EVERY_MS },
      );
      seen = found.n;
      return found.text;
    },
    registerAnew: async (account) => {
      await callSimulator(simulatorUrl, `/phones/${person.number}/register-anew`, { account });
    },
  };
}
