import { createMemoryChannelBoard } from '#src/adapters/memory/channel-board.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createChatTurn } from '#src/app/chat/take-turn.js';
import { createOutboxDelivery } from '#src/app/delivery/deliver-outbox.js';
import { createEraseAccounts } from '#src/app/account/erase-accounts.js';
import { collectEvents } from '#src/app/events/collect-events.js';
import { eventReaders } from '#src/app/events/readers.js';
import { createMagicLinks } from '#src/app/sign-in/link/magic-link.js';
import { createLoginRequests } from '#src/app/sign-in/approval/login-request.js';
import type { ChannelStatus, InboundContent } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { ChatDialogue, ChatStep } from '#src/app/chat/effects/all-effects.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Random } from '#src/app/ports/random.js';
import type { BareStore } from '#src/app/ports/tables/store.js';
import type { Timers } from '#src/app/ports/timers.js';
import { createReceiveMessage } from '#src/app/chat/receive-message.js';
import { createStartSession } from '#src/app/session/start-session.js';
import { createTurnScheduler } from '#src/app/chat/scheduling/turn-scheduler.js';
import type { Jid } from '#src/domain/jid.js';
import type { OpeningHours } from '#src/domain/opening-hours.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import type { NoPhone, Phone } from '#src/domain/phone.js';
import { lidOf } from '#src/domain/sender.js';
import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { callsBotBack } from '#bot-flows/reading/calls-bot-back.js';
import { COPY, type Copy } from '#bot-flows/copy/catalogue.js';
import type { Brand } from '#bot-flows/copy/parameters.js';
import { createDialogue } from '#bot-flows/dialogue.js';
import { isAlarm } from '#bot-flows/reading/is-alarm.js';
import { createInMemoryChannel, type SentMessage } from './in-memory-channel.js';
import { createSettledStore } from './settled-store.js';

/** The bot's number in texts; nothing is sent to it here. */
const BOT_PHONE = '+5511900000001' as BotNumber;

export interface ChatSettings {
  readonly publicUrl: string;
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
  readonly registration: 'open' | 'closed';
  /** Whether people sign in with Google here. */
  readonly googleOffered: boolean;
  readonly dormantDays: number;
  readonly numberWaitHours: number;
  readonly handoffMinutes: number;
  readonly openingHours: OpeningHours | null;
  /** Nothing is said of one unless given. */
  readonly brand?: Brand;
  /** Milliseconds of quiet in a chat before its turn. */
  readonly debounceMs: number;
}

export interface ChatDeps {
  readonly store: BareStore;
  readonly digests: Digests;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: EventLog;
  readonly copy: Copy;
  /** For people who write in English; COPY.en unless given. */
  readonly english?: Copy;
  readonly settings: ChatSettings;
  /** Gets whatever the bot sends. */
  readonly onSent: (message: SentMessage) => void;
  /** Sees each step of the dialogue as it is taken; a turn that is tried again takes its steps again. */
  readonly onStep?: (step: ChatStep) => void;
}

export interface Writer {
  readonly chat: Jid;
  /** null: none that may open an account. */
  readonly phone: Phone | null;
  /** Why there is none; WhatsApp does not tell it unless given. */
  readonly noPhone?: NoPhone;
}

export type ChatApp = ReturnType<typeof composeChat>;

/**
 * The chat's half of the product without WhatsApp and without a web server: the same use cases in the same order as
 * in src/main/compose/bot.ts, over a store, with the channel in memory.
 */
export function composeChat(deps: ChatDeps) {
  const { digests, clock, timers, random, log, settings } = deps;
  const bus = createMemoryEventBus();
  const readers = eventReaders({ bus });
  const { store, settled } = createSettledStore(collectEvents(deps.store, { readers, clock, log }));
  const limiter = createMemoryRateLimiter();
  const copy = createAccessCopy({ copy: deps.copy, timeZone: settings.timeZone });
  const basics = { store, clock, random, digests, limiter, copy };
  const dialogue = watched(
    createDialogue({
      ...{ copy: deps.copy, timeZone: settings.timeZone },
      ...(deps.english !== undefined && { english: deps.english }),
      ...(settings.brand !== undefined && { brand: settings.brand }),
      privacyUrl: `${settings.publicUrl}/privacidade`,
    }),
    deps.onStep,
  );
  const english = createAccessCopy({
    ...{ copy: deps.english ?? COPY.en, timeZone: settings.timeZone },
  });
  const takeTurn = createChatTurn({
    ...{ ...basics, ...settings, english, dialogue, callsBotBack, isAlarm },
  });
  const quietMs = settings.debounceMs;
  const scheduler = createTurnScheduler({ ...basics, takeTurn, timers, log, quietMs });
  const receiveMessage = createReceiveMessage({ store, clock, scheduler });
  const delivery = createOutboxDelivery({
    ...{ store, clock, timers, bus, log },
    channel: createInMemoryChannel(deps.onSent),
    worker: 'chat',
    isHeld: () => false,
    answersHeld: () => false,
    onRefused: () => Promise.resolve(),
    onAnswerTaken: () => undefined,
    canSend: () => true,
  });
  const startSession = createStartSession({ random, digests, copy, accessTokens: noTokens });
  const board = createMemoryChannelBoard({ ...openChannel(clock.now()), heldUntil: null });

  return {
    store,
    startSession,
    links: createMagicLinks({ ...basics, startSession }),
    requests: createLoginRequests({ ...basics, board, startSession }),
    eraseAccounts: createEraseAccounts(basics),
    start: () => delivery.start(),
    settled,
    /** A message arrives. @returns its id when it is stored, before it is answered */
    async hear(
      { chat, ...number }: Writer,
      { content, sentAt }: { readonly content: InboundContent; readonly sentAt?: Date },
    ): Promise<string> {
      const id = random.messageId();
      // As inbound.ts names them.
      const messageId = content.kind === 'later' ? `${content.by}:${id}` : id;
      const sender = { lid: lidOf(chat), identityKey: null };
      const said = { messageId, content, sentAt: sentAt ?? clock.now() };
      await receiveMessage({ chat, ...number, sender, ...said });
      return messageId;
    },
    stop: async () => {
      await scheduler.stop();
      await delivery.stop();
    },
  };
}

function watched(dialogue: ChatDialogue, onStep: ChatDeps['onStep']): ChatDialogue {
  return {
    step: (snapshot, event) => {
      const step = dialogue.step(snapshot, event);
      onStep?.(step);
      return step;
    },
  };
}

function openChannel(now: Date): ChannelStatus {
  const nothing = { cause: null, qr: null, pairingCode: null };
  return { state: 'open', since: now, phone: BOT_PHONE, ...nothing };
}

/** Sessions are real here, but no browser asks for what proves one. */
const noTokens = {
  issue: () => Promise.resolve(''),
  verify: () => Promise.reject(new Error('there is no web server here')),
  jwks: () => Promise.resolve({ keys: [] }),
};
