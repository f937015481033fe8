import { afterEach, describe, expect, it } from 'vitest';

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

import { until } from '../../support/until.js';

const clock = { now: () => new Date() };
/** Long enough that a machine with other work renews in time, and waited for by the tests below. */
const TIMING: OwnerTiming = { ttlMs: 1_500, pollMs: 10, replacedMs: 60_000 };

/** One lease for all, by the clock of this process. */
function createLease(): Leases & { down: boolean; lapsed: boolean; take(owner: string): void } {
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

const owners: BotOwner[] = [];
afterEach(async () => {
  await Promise.all(owners.splice(0).map((owner) => owner.stop()));
});

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

const opened = ({ owner }: { owner: BotOwner }) =>
  until('an open connection', () => owner.status().state === 'open');

describe('the owner of the number', () => {
  it('is one of many, and the next one takes over as soon as it stops', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    expect(second.owner.status()).toMatchObject({ state: 'waiting', cause: 'not_owner' });
    const stopped = Date.now();
    await first.owner.stop();
    await opened(second);
    expect(Date.now() - stopped).toBeLessThan(TIMING.ttlMs);
    expect(first.terms[0]?.calls).toEqual(['start', 'stop']);
    expect([first.terms[0]?.epoch, second.terms[0]?.epoch]).toEqual([1n, 2n]);
    expect(second.takeOvers()).toBe(1);
    expect(first.posted.at(-1)).toMatchObject({ state: 'stopped', cause: 'asked_to_stop' });
  });

  it('keeps the lease for longer than its time by renewing it', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    const begun = Date.now();
    await until('three times the lease', () => Date.now() - begun > 3 * TIMING.ttlMs);
    expect(first.owner.status().state).toBe('open');
    expect(second.terms).toHaveLength(0);
  });

  it('stops its connection when the lease is somebody else’s', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    leases.take('b');
    await until('the stop', () => first.terms[0]?.calls.includes('stop'));
    await until('waiting', () => first.owner.status().state === 'waiting');
    expect(first.posted.map(({ state }) => state)).toEqual(['open']);
  });

  it('stops before its lease runs out while the database is unreachable and another waits', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    await until('an answer that tells', async () => {
      const hold = await leases.renew({ name: '', owner: 'a', epoch: 1n, ttlMs: TIMING.ttlMs });
      return hold?.wanted;
    });
    const told = Date.now();
    await until('a renewal', () => Date.now() - told > TIMING.ttlMs / 2);
    leases.down = true;
    const down = Date.now();
    await until('the stop', () => first.terms[0]?.calls.includes('stop'));
    expect(Date.now() - down).toBeLessThan(TIMING.ttlMs);
    leases.down = false;
    await until('another term', () => first.terms.length + second.terms.length === 2);
  });

  it('case C3: keeps its number through an outage of the database while no other instance waits', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    const begun = Date.now();
    await until('a renewal', () => Date.now() - begun > TIMING.ttlMs / 2);
    leases.down = true;
    const down = Date.now();
    await until('three times the lease', () => Date.now() - down > 3 * TIMING.ttlMs);
    leases.down = false;
    expect(first.owner.status().state).toBe('open');
    expect(first.terms.map(({ calls }) => calls)).toEqual([['start']]);
  });

  it('leaves the number alone after another program has taken it, until an admin asks', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    const second = contender(leases, 'b');
    first.owner.start();
    await opened(first);
    second.owner.start();
    first.terms[0]?.tell({ state: 'replaced', cause: 'another_connection' });
    await until('the pause', () => first.owner.status().state === 'replaced');
    const told = Date.now();
    await until('twice the lease', () => Date.now() - told > 2 * TIMING.ttlMs);
    expect([first.owner.status().state, second.terms.length]).toEqual(['replaced', 0]);
    expect(first.terms[0]?.calls).toEqual(['start']);
    await first.owner.command({ type: 'pair' });
    expect(first.terms[0]?.calls).toEqual(['start', 'pair']);
    expect(first.posted.map(({ state }) => state)).toEqual(['open', 'connecting', 'replaced']);
  });

  it('case C2: returns at once when the other login was an instance of ours that woke up', async () => {
    const leases = createLease();
    leases.lapsed = true;
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    for (let login = 1; login <= 4; login += 1) {
      first.terms[0]?.tell({ state: 'replaced', cause: 'another_connection' });
      await until('an answer', () =>
        login <= 3
          ? first.terms[0]?.calls.filter((call) => call === 'pair').length === login
          : first.owner.status().state === 'replaced',
      );
    }
    // The fourth time it is another program after all.
    expect(first.terms[0]?.calls).toEqual(['start', 'pair', 'pair', 'pair']);
  });

  it('case C2: competes at once when the other login was the rightful owner’s', async () => {
    const leases = createLease();
    const first = contender(leases, 'a');
    first.owner.start();
    await opened(first);
    leases.take('b');
    first.terms[0]?.tell({ state: 'replaced', cause: 'another_connection' });
    await until('the stop', () => first.terms[0]?.calls.includes('stop'));
    await until('waiting', () => first.owner.status().state === 'waiting');
    leases.take('');
    await leases.release({ name: '', owner: '', epoch: 3n });
    await until('a second term', () => first.terms.length === 2);
  });

  it('ends its term when its writes are fenced off', async () => {
    const first = contender(createLease(), 'a');
    first.owner.start();
    await opened(first);
    first.terms[0]?.tell({ state: 'waiting', cause: 'not_owner' });
    await until('a second term', () => first.terms.length === 2);
    expect(first.terms[0]?.calls).toEqual(['start', 'stop']);
  });

  it('tries again when the keys cannot be loaded', async () => {
    const first = contender(createLease(), 'a', [new Error('the vault cannot be read')]);
    first.owner.start();
    await opened(first);
    expect(first.terms).toHaveLength(2);
  });

  it('passes commands on, and a pairing code asked for before the connection was there', async () => {
    const first = contender(createLease(), 'a');
    first.owner.start();
    await first.owner.command({ type: 'pair_by_code', phone: '+5511900000001' });
    await opened(first);
    await until('the code', () => first.terms[0]?.calls.includes('code +5511900000001'));
    await first.owner.command({ type: 'pair' });
    await first.owner.command({ type: 'logout' });
    expect(first.terms[0]?.calls.slice(-2)).toEqual(['pair', 'logout']);
  });
});
