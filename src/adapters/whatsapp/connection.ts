import type { ChannelStatus, MessageChannel } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Random } from '#src/app/ports/random.js';
import type { ErasedPeople } from '#src/app/ports/tables/signal-erasures.js';
import type { VaultContents, WhatsAppVault } from '#src/app/ports/tables/whatsapp-vault.js';
import type { RecentText } from '#src/app/ports/tables/outbox.js';
import type { AllowedNumbers } from '#src/domain/phone.js';
import { fail, type Result } from '#src/domain/result.js';

import { createSentIds, type SentIds } from './messages/hand-written.js';
import { createMessageIntake, type IntakeHandlers } from './messages/message-intake.js';
import { createOrderedCommits } from './signal/ordered-commits.js';
import type { RecentTextRequest } from './messages/recent-text.js';
import { createSender } from './messages/sender.js';
import { createSignalKeyMemory } from './signal/signal-key-memory.js';
import { resolveSocketAddress } from './socket/socket-address.js';
import { createServerClock } from './socket/server-clock.js';
import { createSocketKeeper, type SocketKeeper } from './socket/socket-keeper.js';
import { createStatusBoard } from './socket/status-board.js';
import { installQuickSignal } from './signal/quick/quick-signal.js';
import { installUpstreamGuards } from './signal/upstream-guards.js';

/** The bot's number on WhatsApp, while this process owns it. Starts and stops once. */
export interface WhatsAppConnection {
  /** Loads the keys and connects. Rejects when the vault cannot be read. */
  start(): Promise<void>;
  /** Within half a second: lets what is on its way become durable and leave, then closes. */
  stop(): Promise<void>;
  readonly channel: MessageChannel;
  status(): ChannelStatus;
  /** @returns a function that ends the subscription */
  onStatus(listener: (status: ChannelStatus) => void): () => void;
  /** Goes on after a pause or a refusal: shows QR codes again, or tries to connect. */
  pair(): void;
  /** @param phone the bot's own number as WhatsApp has it, with country code; the code appears in the status */
  pairByCode(phone: string): Promise<Result<null, { readonly code: PairByCodeFailure }>>;
  /** Unlinks the bot from its phone, forgets every key and shows a QR code. */
  logout(): Promise<void>;
  /**
   * Deletes the Signal keys that name these people.
   * @returns false when that is not durable within ten seconds, or this process has no keys to delete from
   */
  forget(people: ErasedPeople): Promise<boolean>;
}

type PairByCodeFailure = 'already_paired' | 'not_running';

export interface WhatsAppConnectionDeps extends IntakeHandlers {
  readonly bot: string;
  readonly vault: WhatsAppVault;
  /** Of the lease under which this process owns the number. */
  readonly epoch: bigint;
  /** Whether the lease is still ours, asked of the database; rejects when it cannot tell. Always ours unless given. */
  readonly isOurs?: () => Promise<boolean>;
  readonly clock: Clock;
  readonly random: Pick<Random, 'code'>;
  readonly log: EventLog;
  readonly production: boolean;
  /** Whose numbers may open an account. */
  readonly allowedNumbers: AllowedNumbers;
  /** Another address than WhatsApp's, for a simulator. */
  readonly socketUrl?: string | undefined;
  /** One of our messages for a phone that could not read it, or null once forgotten. */
  recentText(request: RecentTextRequest): Promise<RecentText | null>;
  /** Rounds of QR codes (six of them, 160 s) before pairing waits for `pair()`. */
  readonly unwatchedRounds?: number;
  /** How long each QR code is shown, in milliseconds; WhatsApp Web's own times unless given. */
  readonly qrLifeMs?: number | undefined;
}

const SETTLE_MS = 300;
const CLOSE_MS = 100;
const FORGET_MS = 10_000;
const DEFAULT_ROUNDS = 3;

export function createWhatsAppConnection(deps: WhatsAppConnectionDeps): WhatsAppConnection {
  const { log } = deps;
  const status = createStatusBoard(deps.clock);
  const sentIds = createSentIds();
  let running: Running | null = null;
  let over = false;

  function isOver(): boolean {
    return over;
  }

  function onFenced(): void {
    log.warn('whatsapp.fenced');
    running?.keeper.cut();
    running?.stop();
    running = null;
    status.set({ state: 'waiting', cause: 'not_owner', qr: null, pairingCode: null });
  }

  return {
    async start() {
      installUpstreamGuards();
      installQuickSignal(log);
      const contents = await deps.vault.load(deps.bot);
      if (isOver()) return;
      running = run({ deps, contents, status, sentIds, onFenced });
      running.keeper.start();
    },
    async stop() {
      over = true;
      const last = running;
      running = null;
      await last?.settle(SETTLE_MS);
      await last?.keeper.end(CLOSE_MS);
      last?.stop();
      status.set({ state: 'stopped', cause: 'asked_to_stop', qr: null, pairingCode: null });
    },
    channel: createSender({ open: () => running?.keeper.open() ?? null, sentIds, log }),
    status: () => status.current(),
    onStatus: (listener) => status.subscribe(listener),
    pair: () => running?.keeper.pair(),
    pairByCode: (phone) =>
      running?.keeper.pairByCode(phone) ?? Promise.resolve(fail({ code: 'not_running' })),
    logout: async () => {
      await running?.keeper.logout();
    },
    forget: (people) => running?.forget(people) ?? Promise.resolve(false),
  };
}

interface Running {
  readonly keeper: SocketKeeper;
  settle(withinMs: number): Promise<boolean>;
  forget(people: ErasedPeople): Promise<boolean>;
  stop(): void;
}

/** Puts the parts together: commits under memory, memory and intake under the sockets. */
function run(input: {
  readonly deps: WhatsAppConnectionDeps;
  readonly contents: VaultContents;
  readonly status: ReturnType<typeof createStatusBoard>;
  readonly sentIds: SentIds;
  readonly onFenced: () => void;
}): Running {
  const { deps } = input;
  const { bot, epoch, clock, log } = deps;
  const random = () => Number(deps.random.code()) / 1_000_000;
  const commits = createOrderedCommits({
    commit: (changes) => deps.vault.commit({ bot, epoch, changes }),
    random,
    onFenced: input.onFenced,
    onTrouble: (error, attempt) => log.error('whatsapp.keys_not_saved', { attempt, error }),
  });
  const memory = createSignalKeyMemory({
    contents: input.contents,
    commits,
    onIdentityChange: (phone) => intake.identityChanged(phone),
  });
  const serverClock = createServerClock(clock);
  const intake = createMessageIntake({
    skewMs: () => serverClock.skewMs(),
    handlers: deps,
    keys: memory,
    sentIds: input.sentIds,
    allowedNumbers: deps.allowedNumbers,
    clock,
    log,
    random,
  });
  const keeper = createSocketKeeper({
    isOurs: deps.isOurs ?? (() => Promise.resolve(true)),
    onFenced: input.onFenced,
    address: resolveSocketAddress({ url: deps.socketUrl, production: deps.production }),
    memory,
    commits,
    intake,
    serverClock,
    status: input.status,
    clock,
    log,
    random,
    recentText: (request) => deps.recentText(request),
    unwatchedRounds: deps.unwatchedRounds ?? DEFAULT_ROUNDS,
    qrLifeMs: deps.qrLifeMs,
  });
  return {
    keeper,
    settle: (withinMs) => commits.settle(withinMs),
    async forget(people) {
      await memory.forget(people);
      return commits.settle(FORGET_MS);
    },
    stop() {
      intake.stop();
      commits.stop();
    },
  };
}
