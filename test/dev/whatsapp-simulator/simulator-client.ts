import type { ChatMessage } from '#src/dev/whatsapp-simulator/chats/chat-history.js';
import { startSimulator, type Simulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import {
  createBotAuth,
  startBot,
  trustRoot,
  type Bot,
  type BotAuth,
} from '../../support/baileys-bot.js';
import { until } from '../../support/until.js';

/** Calls the control API as a test or a page does. */
export interface ControlClient {
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  post(path: string, body?: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  /** Adds a phone and gives its hands and eyes. */
  phone(number: string, name: string, more?: object): Promise<PhoneHandle>;
}

export interface PhoneHandle {
  readonly number: string;
  send(content: string | object): Promise<ChatMessage>;
  chat(): Promise<ChatMessage[]>;
  /** The first message of the chat that fits, waiting for it if need be. */
  sees(fits: (message: ChatMessage) => boolean): Promise<ChatMessage>;
  read(): Promise<unknown>;
}

export function controlClient(url: string): ControlClient {
  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(url + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  }

  async function succeed(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await call(method, path, body);
    if (answer.status >= 400) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  return {
    call,
    post: (path, body = {}) => succeed('POST', path, body),
    get: (path) => succeed('GET', path),
    async phone(number, name, more = {}) {
      await succeed('POST', '/phones', { number, name, ...more });
      const path = `/phones/${number}/messages`;
      const chat = async () => (await succeed('GET', path)) as ChatMessage[];
      return {
        number,
        chat,
        send: async (content) => {
          const body = typeof content === 'string' ? { text: content } : content;
          return (await succeed('POST', path, body)) as ChatMessage;
        },
        sees: (fits) => until('a chat message', async () => (await chat()).find(fits)),
        read: () => succeed('POST', `/phones/${number}/read`, {}),
      };
    },
  };
}

/** A simulator with the means to play it and to connect real clients; `end` stops all of it. */
export interface Stage {
  readonly simulator: Simulator;
  readonly control: ControlClient;
  readonly errors: unknown[];
  bot(auth: BotAuth, config?: Parameters<typeof startBot>[0]['config']): Bot;
  /** Pairs a new bot by QR and brings it online. */
  pairedBot(number?: string): Promise<{ auth: BotAuth; bot: Bot }>;
  end(): Promise<void>;
}

export const BOT_NUMBER = '5511900000001';

export async function setStage(options: { stateFile?: string } = {}): Promise<Stage> {
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const simulator = await startSimulator({ port: 0, onError, ...options });
  const control = controlClient(simulator.url);
  const distrust = trustRoot(simulator.rootKey);
  const bots: Bot[] = [];

  function bot(auth: BotAuth, config = {}): Bot {
    const started = startBot({ waUrl: simulator.waUrl, auth, config });
    bots.push(started);
    return started;
  }

  return {
    simulator,
    control,
    errors,
    bot,
    async pairedBot(number = BOT_NUMBER) {
      const auth = createBotAuth();
      const pairing = bot(auth);
      await control.post('/pair', { qr: await pairing.qr(), number });
      await pairing.closed();
      const online = bot(auth);
      await online.opened();
      return { auth, bot: online };
    },
    async end() {
      await Promise.all(bots.map((one) => one.stop()));
      await simulator.close();
      distrust();
    },
  };
}

/** What the simulator counts: `pending` are messages to the bot that it has not acknowledged. */
export async function stateOf({ control }: Stage) {
  return (await control.get('/state')) as {
    pending: number;
    stats: Record<string, number>;
  };
}
