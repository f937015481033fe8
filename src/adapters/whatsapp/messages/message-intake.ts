import type { BaileysEventMap, WAMessage } from '@whiskeysockets/baileys';

import type { HandWritten, InboundMessage, Receipt } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { AllowedNumbers, Phone } from '#src/domain/phone.js';

import { readHandWritten, type SentIds } from './hand-written.js';
import { readInbound } from './inbound.js';
import { readReceipt } from './receipts.js';
import type { SignalKeyMemory } from '../signal/signal-key-memory.js';
import { createStoredInOrder } from './stored-in-order.js';

/**
 * What the rest of the program does with what comes in. Each resolves when it is stored, and must not wait for a send:
 * output is held until then. A rejection is tried again.
 */
export interface IntakeHandlers {
  onMessage(message: InboundMessage): Promise<void>;
  onReceipt(receipt: Receipt): Promise<void>;
  /** A message to a person that was typed on the bot's own phone. */
  onHandWritten(message: HandWritten): Promise<void>;
  /** A contact has another identity key: a reinstall, a swapped SIM card or a recycled number. */
  onIdentityChange(phone: Phone): Promise<void>;
}

/** Takes in what the library emits and sees to it that it is stored, in order for each chat. */
export interface MessageIntake {
  /** @param stored called when none of these messages can be lost any more */
  upsert(upsert: BaileysEventMap['messages.upsert'], stored: () => void): void;
  update(updates: BaileysEventMap['messages.update']): void;
  identityChanged(phone: Phone): void;
  /** Gives up what is not stored yet; WhatsApp delivers it again, for its receipt has not left. */
  stop(): void;
}

const RECEIPTS_AT_ONCE = 200;

export function createMessageIntake(deps: {
  readonly handlers: IntakeHandlers;
  readonly keys: Pick<SignalKeyMemory, 'numberOfLid' | 'identityOf'>;
  readonly sentIds: Pick<SentIds, 'has'>;
  /** Whose numbers may open an account. */
  readonly allowedNumbers: AllowedNumbers;
  readonly clock: Clock;
  /** How far this server's clock is ahead of WhatsApp's, in milliseconds. */
  readonly skewMs?: () => number;
  readonly log: EventLog;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}): MessageIntake {
  const { handlers, log } = deps;
  const inOrder = createStoredInOrder({
    random: deps.random,
    onTrouble: (error, attempt) => log.error('whatsapp.intake_failed', { attempt, error }),
  });
  // A message of a contact whose identity has changed must not be handled before the change is stored.
  let identitiesStored: Promise<unknown> = Promise.resolve();

  function deliver(message: InboundMessage): Promise<boolean> {
    const identities = identitiesStored;
    return inOrder.run(`chat ${message.chat}`, async () => {
      await identities;
      await handlers.onMessage(message);
    });
  }

  function takeReceipt(...reading: Parameters<typeof readReceipt>): void {
    const receipt = readReceipt(...reading);
    if (receipt)
      void inOrder.run(`receipt ${receipt.messageId}`, () => handlers.onReceipt(receipt));
  }

  /** What this process sent is known without a look into the database. */
  function takeHandWritten(raw: WAMessage): readonly Promise<boolean>[] {
    if (deps.sentIds.has(raw.key.id ?? '')) return [];
    const written = readHandWritten(raw, deps.clock.now());
    if (written === null) return [];
    return [inOrder.run(`chat ${written.chat}`, () => handlers.onHandWritten(written))];
  }

  return {
    upsert({ messages, requestId }, stored) {
      const deliveries: Promise<boolean>[] = [];
      for (const raw of messages) {
        const skewMs = deps.skewMs?.() ?? 0;
        if (raw.key.fromMe) {
          takeReceipt(raw.key, raw);
          deliveries.push(...takeHandWritten(raw));
        }
        const read = readInbound(raw, {
          requestId,
          ...deps.keys,
          allowedNumbers: deps.allowedNumbers,
          now: new Date(deps.clock.now().getTime() - skewMs),
        });
        if (read.ok) deliveries.push(deliver(byOurClock(read.value, skewMs)));
        else if (read.error !== 'from_me') log.info('whatsapp.ignored', { reason: read.error });
      }
      void Promise.all(deliveries).then((results) => {
        if (results.every((done) => done)) stored();
      });
    },
    update(updates) {
      // One stanza can name any number of messages; a chat has a handful on the way.
      for (const { key, update } of updates.slice(0, RECEIPTS_AT_ONCE)) takeReceipt(key, update);
    },
    identityChanged(phone) {
      log.info('whatsapp.identity_changed');
      identitiesStored = inOrder.run(`identity ${phone}`, () => handlers.onIdentityChange(phone));
    },
    stop: () => inOrder.stop(),
  };
}

/** Everything that asks how old a message is does so by this server's clock, even where that one is wrong. */
function byOurClock(message: InboundMessage, skewMs: number): InboundMessage {
  return { ...message, sentAt: new Date(message.sentAt.getTime() + skewMs) };
}
