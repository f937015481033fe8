import type { ChannelStatus, MessageChannel } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { ChannelCommand } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import {
  botLeaseName,
  type LeaseGrant,
  type LeaseHold,
  type Leases,
} from '#src/app/ports/lease.js';
import type { ErasedPeople } from '#src/app/ports/tables/signal-erasures.js';
import { fail } from '#src/domain/result.js';

import type { WhatsAppConnection } from './connection.js';
import { startLeaseRenewal } from './lease-renewal.js';
import { createOtherLogin } from './pairing/other-login.js';
import { createPause } from './socket/pause.js';
import { createStatusBoard } from './socket/status-board.js';

/** Competes for the bot's number and runs its connection while it owns it. */
export interface BotOwner {
  /** Begins to compete; returns at once. */
  start(): void;
  /** Closes the connection and gives the lease up, so that another instance takes over within a second. */
  stop(): Promise<void>;
  /** Sends while this process owns an open connection, else `not_connected`. */
  readonly channel: MessageChannel;
  /** As this process sees it: `waiting` and `not_owner` while another one owns the number. */
  status(): ChannelStatus;
  /** @returns a function that ends the subscription */
  onStatus(listener: OwnerStatusListener): () => void;
  /**
   * Obeys an admin as far as this process owns the number, or comes to own it within a minute. `pair` also connects at
   * once after another program has taken the number.
   */
  command(command: ChannelCommand): Promise<void>;
  /**
   * Deletes the Signal keys that name these people.
   * @returns false when this process does not own the number, or could not make it durable
   */
  forget(people: ErasedPeople): Promise<boolean>;
}

/** @param owned whether this process speaks for the number; only then does the status belong on a shared board */
type OwnerStatusListener = (status: ChannelStatus, owned: boolean) => void;

interface BotOwnerDeps {
  readonly leases: Leases;
  readonly bot: string;
  /** Names this process; another one after each start. */
  readonly owner: string;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Makes the connection of one term; it is started and stopped here. `isOurs` asks the database about the lease. */
  readonly connect: (grant: LeaseGrant, isOurs: () => Promise<boolean>) => WhatsAppConnection;
  /** Runs after each take-over, before the connection: gives back what a dead owner had claimed. */
  readonly onOwned?: () => Promise<void>;
  readonly timing?: Partial<OwnerTiming>;
}

export interface OwnerTiming {
  /** A killed owner is succeeded after this time and one poll at the latest. */
  readonly ttlMs: number;
  readonly pollMs: number;
  /** How long to leave the number alone when another program than ours has logged in with it; the lease is kept. */
  readonly replacedMs: number;
}

const TIMING: OwnerTiming = { ttlMs: 6_000, pollMs: 400, replacedMs: 15 * 60_000 };
const COMMAND_LIVES_MS = 60_000;

/** Why a term of ownership ended. */
type End = 'lost' | 'stopped' | 'failed';

export function createBotOwner(deps: BotOwnerDeps): BotOwner {
  const { leases, bot, owner, log } = deps;
  const timing = { ...TIMING, ...deps.timing };
  const lease = { name: botLeaseName(bot), owner };
  const board = createStatusBoard(deps.clock);
  const pause = createPause();
  let connection: WhatsAppConnection | null = null;
  let endTerm: (end: End) => void = () => undefined;
  let codeWanted: { readonly phone: string; readonly askedAt: Date } | null = null;
  let loop: Promise<void> | null = null;
  let stopping = false;
  let owned = false;

  async function compete(): Promise<void> {
    while (!isStopping()) {
      const grant = await tryAcquire();
      if (grant) await serve(grant);
      if (isStopping()) break;
      if (grant) board.set({ state: 'waiting', cause: 'not_owner' });
      await pause.forMs(timing.pollMs);
    }
  }

  async function tryAcquire(): Promise<LeaseGrant | null> {
    try {
      return await leases.acquire({ ...lease, ttlMs: timing.ttlMs });
    } catch (error) {
      log.error('whatsapp.lease_unreachable', { error });
      return null;
    }
  }

  /** One term: from the lease to the end of the connection, whatever ends it. */
  async function serve(grant: LeaseGrant): Promise<End> {
    log.info('whatsapp.owned');
    owned = true;
    const ended = new Promise<End>((resolve) => (endTerm = resolve));
    const renew = (): Promise<LeaseHold | null> =>
      leases.renew({ ...lease, epoch: grant.epoch, ttlMs: timing.ttlMs });
    const renewal = startLeaseRenewal({
      renew,
      ttlMs: timing.ttlMs,
      onLost: () => endTerm('lost'),
      onUnanswered: () => log.warn('whatsapp.lease_unanswered'),
      onTrouble: (error) => log.error('whatsapp.lease_unreachable', { error }),
    });
    const running = deps.connect(grant, async () => (await renew()) !== null);
    const otherLogin = createOtherLogin({
      ...{ renew, clock: deps.clock, log, waitMs: timing.replacedMs },
      lost: () => endTerm('lost'),
      returnNow: () => running.pair(),
      standAside: () => board.set({ state: 'replaced', cause: 'another_connection' }),
    });
    const unsubscribe = running.onStatus((status) => {
      if (status.state !== 'replaced') {
        follow(status);
        return;
      }
      board.set({ ...status, state: 'connecting' });
      void otherLogin.found();
    });
    const started = begin(running);
    if (isStopping()) endTerm('stopped');
    const end = await ended;
    connection = null;
    otherLogin.stop();
    owned = end !== 'lost';
    // After a take-over the statuses of the stop are not passed on: they explain less than the take-over.
    if (end !== 'stopped') unsubscribe();
    await running.stop();
    await started;
    unsubscribe();
    renewal.stop();
    if (end !== 'lost') await release(grant);
    owned = false;
    log.info('whatsapp.term_ended', { end });
    return end;
  }

  async function begin(running: WhatsAppConnection): Promise<void> {
    try {
      await deps.onOwned?.();
      await running.start();
      connection = running;
      await askForCode();
    } catch (error) {
      log.error('whatsapp.start_failed', { error });
      endTerm('failed');
    }
  }

  function follow(status: ChannelStatus): void {
    if (status.cause === 'not_owner') owned = false;
    board.set(status);
    if (status.cause === 'not_owner') endTerm('lost');
  }

  async function release(grant: LeaseGrant): Promise<void> {
    try {
      await leases.release({ ...lease, epoch: grant.epoch });
    } catch (error) {
      log.error('whatsapp.lease_unreachable', { error });
    }
  }

  async function askForCode(): Promise<void> {
    if (!connection || !codeWanted) return;
    const { phone, askedAt } = codeWanted;
    codeWanted = null;
    if (deps.clock.now().getTime() - askedAt.getTime() > COMMAND_LIVES_MS) return;
    const asked = await connection.pairByCode(phone);
    if (!asked.ok) log.warn('whatsapp.pairing_code_refused', { code: asked.error.code });
  }

  function isStopping(): boolean {
    return stopping;
  }

  return {
    start() {
      board.set({ state: 'waiting', cause: 'not_owner' });
      loop ??= compete();
    },
    async stop() {
      stopping = true;
      endTerm('stopped');
      pause.end();
      await loop;
      board.set({ state: 'stopped', cause: 'asked_to_stop' });
    },
    channel: {
      send: (message) =>
        connection?.channel.send(message) ??
        Promise.resolve(fail({ code: 'not_connected', reason: 'not the owner' })),
      sendDecoy: (message) =>
        connection?.channel.sendDecoy(message) ??
        Promise.resolve(fail({ code: 'not_connected', reason: 'not the owner' })),
      showTyping: (chat) => connection?.channel.showTyping(chat) ?? Promise.resolve(),
    },
    status: () => board.current(),
    onStatus: (listener) => board.subscribe((status) => listener(status, owned)),
    forget: (people) => connection?.forget(people) ?? Promise.resolve(false),
    async command(command) {
      switch (command.type) {
        case 'pair':
          pause.wake();
          connection?.pair();
          return;
        case 'pair_by_code':
          codeWanted = { phone: command.phone, askedAt: deps.clock.now() };
          pause.wake();
          return askForCode();
        case 'logout':
          await connection?.logout();
      }
    },
  };
}
