import {
  createBotOwner,
  type BotOwner,
  type OwnerTiming,
} from '#src/adapters/whatsapp/bot-owner.js';
import type { WhatsAppConnection } from '#src/adapters/whatsapp/connection.js';
import { createStatusBoard } from '#src/adapters/whatsapp/socket/status-board.js';
import type { ChannelStatus } from '#src/app/ports/channel.js';
import type { LeaseGrant, Leases } from '#src/app/ports/lease.js';
import { ok } from '#src/domain/result.js';

const clock = { now: () => new Date() };
/** Long enough that a machine with other work renews in time, and waited for by tests. */
export const TIMING: OwnerTiming = { ttlMs: 1_500, pollMs: 10, replacedMs: 60_000 };

/** One lease for all, by the clock of this process. */
export function createLease(): Leases & {
  down: boolean;
  lapsed: boolean;
  take(owner: string): void;
} {
  let held: LeaseGrant = { owner: '', epoch: 0n, expiresAt: new Date(0) };
  const reach = <Value>(answer: Value): Promise<Value> =>
    lease.down ? Promise.reject(new Error('unreachable')) : Promise.resolve(answer);
  const until = (ttlMs: number) => new Date(Date.now() + ttlMs);
  let wanted = false;
  const lease = {
    down: false,
    lapsed: false,
    take: (owner: string) =>
      void (held = { owner, epoch: held.epoch + 1n, expiresAt: until(60_000) }),
    acquire: ({ owner, ttlMs }: { owner: string; ttlMs: number }) => {
      if (!lease.down && held.expiresAt > new Date()) {
        wanted ||= owner !== held.owner;
        return Promise.resolve(null);
      }
      wanted = false;
      if (!lease.down) held = { owner, epoch: held.epoch + 1n, expiresAt: until(ttlMs) };
      return reach(held);
    },
    renew: (ask: { owner: string; epoch: bigint; ttlMs: number }) => {
      const ours = ask.epoch === held.epoch && ask.owner === held.owner;
      if (ours && !lease.down) held = { ...held, expiresAt: until(ask.ttlMs) };
      return reach(ours ? { wanted, lapsed: lease.lapsed } : null);
    },
    release: (ask: { epoch: bigint }) => {
      if (ask.epoch === held.epoch) held = { ...held, expiresAt: new Date(0) };
      return reach(undefined);
    },
  };
  return lease;
}

interface FakeConnection extends WhatsAppConnection {
  readonly epoch: bigint;
  readonly calls: string[];
  tell(change: Partial<ChannelStatus>): void;
}

function createFakeConnection({ epoch }: LeaseGrant, startFault?: Error): FakeConnection {
  const board = createStatusBoard(clock);
  const calls: string[] = [];
  return {
    epoch,
    calls,
    tell: (change) => board.set(change),
    start: () => {
      calls.push('start');
      if (startFault) return Promise.reject(startFault);
      board.set({ state: 'open' });
      return Promise.resolve();
    },
    stop: () => {
      calls.push('stop');
      board.set({ state: 'stopped', cause: 'asked_to_stop' });
      return Promise.resolve();
    },
    channel: {
      send: () => Promise.resolve(ok(null)),
      sendDecoy: () => Promise.resolve(ok(null)),
      showTyping: () => Promise.resolve(),
    },
    status: () => board.current(),
    onStatus: (listener) => board.subscribe(listener),
    pair: () => void calls.push('pair'),
    pairByCode: (phone) => {
      calls.push(`code ${phone}`);
      return Promise.resolve(ok(null));
    },
    forget: () => Promise.resolve(true),
    logout: () => Promise.resolve(void calls.push('logout')),
  };
}

/** Instances that compete for one number. */
export function createContenders() {
  const owners: BotOwner[] = [];

  function contender(leases: Leases, name: string, faults: Error[] = []) {
    const terms: FakeConnection[] = [];
    const posted: ChannelStatus[] = [];
    let takeOvers = 0;
    const owner = createBotOwner({
      leases,
      bot: 'test',
      owner: name,
      clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      timing: TIMING,
      onOwned: () => Promise.resolve(void (takeOvers += 1)),
      connect: (grant) => {
        const connection = createFakeConnection(grant, faults.shift());
        terms.push(connection);
        return connection;
      },
    });
    owner.onStatus((status, owned) => {
      if (owned) posted.push(status);
    });
    owners.push(owner);
    return { owner, terms, posted, takeOvers: () => takeOvers };
  }

  return {
    contender,
    stopAll: async (): Promise<void> => {
      await Promise.all(owners.splice(0).map((owner) => owner.stop()));
    },
  };
}
