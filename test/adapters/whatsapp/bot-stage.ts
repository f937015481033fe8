import { WA_CERT_DETAILS } from '@whiskeysockets/baileys';

import {
  createWhatsAppConnection,
  type WhatsAppConnection,
  type WhatsAppConnectionDeps,
} from '#src/adapters/whatsapp/connection.js';
import { trustTestRoot } from '#src/adapters/whatsapp/signal/upstream-guards.js';
import type {
  ChannelStatus,
  HandWritten,
  InboundMessage,
  Receipt,
} from '#src/app/ports/channel.js';
import { startSimulator, type Simulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import type { Phone } from '#src/domain/phone.js';

import {
  controlClient,
  type ControlClient,
} from '../../dev/whatsapp-simulator/simulator-client.js';
import { createMemoryVault, type MemoryVault } from '../../support/memory-vault.js';
import { until } from '../../support/until.js';

export const BOT_NUMBER = '5511900000001';
/** A reconnect waits for seconds by itself, and for its turn on a machine with other work. */
const STATUS_MS = 45_000;

/** One life of the bot: a connection and all that it told. */
export interface BotLife {
  readonly connection: WhatsAppConnection;
  readonly vault: MemoryVault;
  readonly statuses: ChannelStatus[];
  readonly inbox: InboundMessage[];
  readonly receipts: Receipt[];
  readonly identityChanges: Phone[];
  readonly handWritten: HandWritten[];
  readonly events: { readonly event: string; readonly fields: Record<string, unknown> }[];
  /** The first status that fits, seen already or to come. */
  reaches(state: ChannelStatus['state'], since?: number): Promise<ChannelStatus>;
  hears(text: string): Promise<InboundMessage>;
}

export interface BotStage {
  readonly simulator: Simulator;
  readonly control: ControlClient;
  readonly errors: unknown[];
  live(vault: MemoryVault, more?: Partial<WhatsAppConnectionDeps>): Promise<BotLife>;
  /** A bot that is paired by QR and open. */
  paired(more?: Partial<WhatsAppConnectionDeps>): Promise<BotLife>;
  end(): Promise<void>;
}

export async function setBotStage(): Promise<BotStage> {
  const errors: unknown[] = [];
  const simulator = await startSimulator({ port: 0, onError: (error) => errors.push(error) });
  const control = controlClient(simulator.url);
  const root = WA_CERT_DETAILS.PUBLIC_KEY;
  trustTestRoot(simulator.rootKey, { production: false });
  const lives: BotLife[] = [];

  async function live(
    vault: MemoryVault,
    more: Partial<WhatsAppConnectionDeps> = {},
  ): Promise<BotLife> {
    const life = createLife(vault, simulator.waUrl, more);
    lives.push(life);
    await life.connection.start();
    return life;
  }

  return {
    simulator,
    control,
    errors,
    live,
    async paired(more = {}) {
      const life = await live(createMemoryVault(), more);
      const { qr } = await life.reaches('pairing');
      await control.post('/pair', { qr, number: BOT_NUMBER });
      await life.reaches('open');
      return life;
    },
    async end() {
      await Promise.all(lives.map(({ connection }) => connection.stop()));
      await simulator.close();
      WA_CERT_DETAILS.PUBLIC_KEY = root;
    },
  };
}

function createLife(
  vault: MemoryVault,
  socketUrl: string,
  more: Partial<WhatsAppConnectionDeps>,
): BotLife {
  const statuses: ChannelStatus[] = [];
  const inbox: InboundMessage[] = [];
  const receipts: Receipt[] = [];
  const identityChanges: Phone[] = [];
  const handWritten: HandWritten[] = [];
  const events: BotLife['events'] = [];
  const note = (event: string, fields: Record<string, unknown> = {}) =>
    void events.push({ event, fields });
  const connection = createWhatsAppConnection({
    bot: 'test',
    vault,
    epoch: vault.epoch,
    clock: { now: () => new Date() },
    random: { code: () => '000000' },
    log: { info: note, warn: note, error: note },
    production: false,
    allowedNumbers: 'br',
    socketUrl,
    onMessage: (message) => Promise.resolve(void inbox.push(message)),
    onReceipt: (receipt) => Promise.resolve(void receipts.push(receipt)),
    onHandWritten: (message) => Promise.resolve(void handWritten.push(message)),
    onIdentityChange: (phone) => Promise.resolve(void identityChanges.push(phone)),
    recentText: () => Promise.resolve(null),
    ...more,
  });
  connection.onStatus((status) => void statuses.push(status));
  return {
    connection,
    vault,
    statuses,
    inbox,
    receipts,
    identityChanges,
    handWritten,
    events,
    reaches: (state, since = 0) =>
      until(
        `status ${state}`,
        () =>
          statuses
            .slice(since)
            .find((one) => one.state === state && (state !== 'pairing' || one.qr)),
        { withinMs: STATUS_MS },
      ),
    hears: (text) =>
      until(`message ${text}`, () =>
        inbox.find(({ content }) => content.kind === 'text' && content.text === text),
      ),
  };
}

let sent = 0;
/** A message id of our own form. */
export function ownMessageId(): string {
  sent += 1;
  return `3EB0${sent.toString(16).toUpperCase().padStart(18, '0')}`;
}

/** Answers in the chat of somebody who has written. */
export async function answer(life: BotLife, text: string) {
  const { chat } = await until('a chat', () => life.inbox.at(-1));
  const messageId = ownMessageId();
  const sent = await life.connection.channel.send({ chat, messageId, text });
  return { messageId, sent };
}
