import { setTimeout as delay } from 'node:timers/promises';
import { createBotOwner } from '#src/adapters/whatsapp/bot-owner.js';
import { createWhatsAppConnection } from '#src/adapters/whatsapp/connection.js';
import { trustTestRoot } from '#src/adapters/whatsapp/signal/upstream-guards.js';
import { createChannelHealth } from '#src/app/delivery/channel-health.js';
import { createChatTurn } from '#src/app/chat/take-turn.js';
import { createEraseSignalKeys } from '#src/app/account/erase-signal-keys.js';
import { createJoinedNotices } from '#src/app/delivery/joined-notices.js';
import { createOutboxDelivery } from '#src/app/delivery/deliver-outbox.js';
import { createNoteHandWritten } from '#src/app/chat/hand-written.js';
import { createReceiveMessage } from '#src/app/chat/receive-message.js';
import type { ObserveTurn } from '#src/app/ports/turn-observer.js';
import type { LeaseGrant } from '#src/app/ports/lease.js';
import { createTurnScheduler } from '#src/app/chat/scheduling/turn-scheduler.js';
import type { Config } from '#src/config/config.js';
import { parseOpeningHours, type OpeningHours } from '#src/domain/opening-hours.js';
import { callsBotBack } from '#bot-flows/reading/calls-bot-back.js';
import { readBrand } from '#bot-flows/copy/read-brand.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { isAlarm } from '#bot-flows/reading/is-alarm.js';
import { BOT } from '../bot-name.js';
import type { Dependencies } from './dependencies.js';
import { OperatorError } from '../operator-error.js';

/** The board forgets an owner that is silent for thirty seconds. */
const BEAT_MS = 10_000;
/** How often waiting chats are looked for that no event has started, such as after a database outage. */
const RECOVER_MS = 30_000;
/** Notices that were held back go out this much later at most. */
const JOINED_NOTICES_MS = 10_000;
/** Looks this often whether the Signal keys of deleted accounts can go. */
const ERASE_KEYS_MS = 10_000;
/** For messages under way when the process is asked to stop; the whole stop has ten seconds. */
const LAST_WORDS_MS = 2_000;

export interface Bot {
  start(): void;
  stop(): Promise<void>;
  /** Whether this process, not another one, owns the number now. */
  ownsNumber(): boolean;
}

/** The bot: owns the number, takes messages in, runs the turns, sends what they lead to. */
export function composeBot(
  dependencies: Dependencies,
  input: {
    readonly config: Config;
    readonly instance: string;
    readonly observeTurn?: ObserveTurn | undefined;
  },
): Bot {
  const { config, instance, observeTurn } = input;
  const { storage, shared, clock, random, timers, log, copy, accessCopy } = dependencies;
  const { store, digests, leases, vault, holds } = storage;
  const { bus, board } = shared;
  const { publicUrl, registration, simulatedWhatsApp, production } = config;
  if (simulatedWhatsApp !== null) trustTestRoot(simulatedWhatsApp.rootKey, { production });

  const dialogue = createDialogue({
    ...{ copy, brand: readBrand(config), timeZone: config.timeZone },
    privacyUrl: config.privacyUrl ?? `${publicUrl}/privacidade`,
  });
  const { dormantDays, numberWaitHours, handoffMinutes, debounceMs } = config;
  const turnDeps = { store, clock, random, copy: accessCopy };
  const takeTurn = createChatTurn({
    ...turnDeps,
    ...{ digests, dialogue, publicUrl, registration, dormantDays, handoffMinutes, callsBotBack },
    ...{ googleOffered: config.google !== null, numberWaitHours },
    english: createAccessCopy({ copy: COPY.en, timeZone: config.timeZone }),
    ...{ isAlarm, openingHours: readOpeningHours(config.openingHours) },
    observe: observeTurn,
    // The delivery stands further down, over the connection.
    answers: {
      claim: () => delivery.answers.claim(),
      send: (item, claim) => delivery.answers.send(item, claim),
    },
  });
  const scheduler = createTurnScheduler({
    ...turnDeps,
    ...{ takeTurn, timers, log, quietMs: debounceMs },
  });
  const noteHandWritten = createNoteHandWritten({ store, clock, log, handoffMinutes });
  const receiveMessage = createReceiveMessage({ store, clock, scheduler });

  const owner = createBotOwner({
    leases,
    bot: BOT,
    owner: instance,
    clock,
    log,
    connect: (grant: LeaseGrant, isOurs) =>
      createWhatsAppConnection({
        bot: BOT,
        vault,
        epoch: grant.epoch,
        isOurs,
        clock,
        random,
        log,
        production,
        allowedNumbers: config.allowedNumbers,
        socketUrl: simulatedWhatsApp?.wsUrl,
        recentText: (request) => store.outbox.recentText({ ...request, now: clock.now() }),
        onMessage: async (message) => {
          if ((await receiveMessage(message)) === 'duplicate') return;
          showTyping(message.chat);
        },
        onReceipt: (receipt) => delivery.record(receipt),
        onHandWritten: noteHandWritten,
        onIdentityChange: (phone) => store.accounts.markIdentityChanged(phone, clock.now()),
      }),
    onOwned: async () => {
      await health.restore();
      await store.outbox.releaseClaims(clock.now());
      await scheduler.recover();
    },
  });
  const health = createChannelHealth({ board, holds, bus, clock, log, initial: owner.status() });
  const delivery = createOutboxDelivery({
    store,
    channel: owner.channel,
    clock,
    timers,
    bus,
    log,
    worker: instance,
    isHeld: () => health.isHeld(),
    answersHeld: () => health.answersHeld(),
    onRefused: (refusal) => health.onRefused(refusal),
    onAnswerTaken: () => health.onAnswerTaken(),
    canSend: () => owner.status().state === 'open',
  });

  const eraseSignalKeys = createEraseSignalKeys({
    store,
    clock,
    log,
    forget: (people) => owner.forget(people),
  });
  const sendJoinedNotices = createJoinedNotices({ ...turnDeps, log });

  function showTyping(chat: Parameters<typeof owner.channel.showTyping>[0]): void {
    owner.channel.showTyping(chat).catch((error: unknown) => {
      log.error('whatsapp.typing_not_shown', { error });
    });
  }

  function ownsNumber(): boolean {
    return owner.status().cause !== 'not_owner';
  }

  let ends: (() => void)[] = [];
  return {
    ownsNumber,
    start: () => {
      ends = [
        owner.onStatus((status, owned) => {
          // A standby knows less than the owner, whose status is on the board.
          if (!owned) {
            shared.leaveBoard();
            return;
          }
          health.onStatus(status).catch((error: unknown) => {
            log.error('channel.status_not_posted', { error });
          });
          if (status.state === 'open') delivery.poke();
        }),
        bus.subscribe('channel.command', (command) => {
          owner.command(command).catch((error: unknown) => {
            log.error('channel.command_failed', { kind: command.type, error });
          });
        }),
        timers.every(BEAT_MS, async () => {
          if (ownsNumber()) await health.beat();
        }),
        timers.every(RECOVER_MS, async () => {
          if (ownsNumber()) await scheduler.recover();
        }),
        timers.every(JOINED_NOTICES_MS, async () => {
          if (ownsNumber()) await sendJoinedNotices();
        }),
        timers.every(ERASE_KEYS_MS, async () => {
          if (ownsNumber()) await eraseSignalKeys();
        }),
      ];
      delivery.start();
      owner.start();
    },
    stop: async () => {
      for (const end of ends) end();
      await scheduler.stop();
      // What WhatsApp has not acknowledged by then goes back into the outbox when the connection ends.
      const delivered = delivery.stop();
      await Promise.race([delivered, delay(LAST_WORDS_MS, undefined, { ref: false })]);
      await owner.stop();
      await delivered;
    },
  };
}

function readOpeningHours(text: string | null): OpeningHours | null {
  if (text === null) return null;
  const hours = parseOpeningHours(text);
  if (hours.ok) return hours.value;
  throw new OperatorError((words) => words.openingHours);
}
