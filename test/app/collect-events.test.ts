import { beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { collectEvents } from '#src/app/events/collect-events.js';
import type { DurableReader, MemoryReader } from '#src/app/events/event-reader.js';
import { auditLog } from '#src/app/events/readers/audit-log.js';
import type { BareStore, Store, Tx } from '#src/app/ports/tables/store.js';
import type { DomainEvent } from '#src/domain/events.js';
import { contract, NOON, register } from '../contract/parts.js';

type Lacks<Table, Method extends PropertyKey> = Method extends keyof Table ? never : true;

/** Compiles only while what needs a transaction cannot be called without one, and no store passes for one. */
export const OUTSIDE_OF_A_TRANSACTION: readonly [
  Lacks<Store['accounts'], 'lock'>,
  Lacks<Store['conversations'], 'lock'>,
  Lacks<Store['sessions'], 'lock' | 'newestRefreshToken'>,
  Lacks<Store['claims'], 'lockOpen'>,
  Lacks<Store['passwords'], 'accept'>,
  Lacks<Store['audit'], 'append' | 'forget'>,
  Lacks<Store['outbox'], 'enqueue'>,
  Lacks<Store['erasure'], 'erase'>,
  Lacks<Store, 'ownership' | 'emit'>,
  Store extends Tx ? never : true,
  BareStore extends Tx ? never : true,
] = [true, true, true, true, true, true, true, true, true, true, true];

contract('what happens in a transaction', (parts) => {
  let told: string[];
  let written: string[];
  let logged: unknown[];
  beforeEach(() => {
    told = [];
    written = [];
    logged = [];
  });

  const keepsTrack: MemoryReader = {
    name: 'track',
    act: ({ type }) => void told.push(type),
  };
  const writesDown: DurableReader = {
    name: 'written',
    write: (_tx, { type }) => {
      written.push(type);
      return Promise.resolve();
    },
  };

  function storeWith(readers: {
    readonly durable?: readonly DurableReader[];
    readonly inMemory?: readonly MemoryReader[];
  }): Store {
    const { durable = [writesDown], inMemory = [keepsTrack] } = readers;
    const note = (event: string, fields?: object) => void logged.push({ event, ...fields });
    return collectEvents(parts().bare, {
      readers: { durable, inMemory },
      clock: { now: () => NOON },
      log: { info: note, warn: note, error: note },
    });
  }

  const resumed: DomainEvent = { type: 'chat.resumed' };
  const blocked = (accountId: string): DomainEvent => ({
    ...({ type: 'account.blocked', by: 'owner' } as const),
    accountId,
  });
  const auditedOf = async (accountId: string) => {
    const rows = await parts().bare.audit.latest(null, 100);
    return rows.filter((row) => row.accountId === accountId).map(({ action }) => action);
  };

  it('is written down before the commit, and acted on after it', async () => {
    const { id } = await register(parts());
    const seen: unknown[] = [];
    const looks: MemoryReader = {
      name: 'looks',
      act: async () => void seen.push((await parts().bare.accounts.findById(id))?.status),
    };
    const store = storeWith({ inMemory: [looks, keepsTrack] });
    await store.transaction(async (tx) => {
      await tx.accounts.block(id, 'owner');
      tx.emit(blocked(id));
      expect([written, told, seen]).toEqual([[], [], []]);
    });
    expect([written, told, seen]).toEqual([['account.blocked'], ['account.blocked'], ['blocked']]);
  });

  it('is told in the order in which it happened, and never outside of a transaction', async () => {
    const store = storeWith({});
    const value = await store.transaction((tx) => {
      const ids = { accountId: systemRandom.id(), sessionId: systemRandom.id() };
      tx.emit({ type: 'session.revoked', ...ids });
      tx.emit(resumed);
      return Promise.resolve('done');
    });
    expect(value).toBe('done');
    expect(told).toEqual(['session.revoked', 'chat.resumed']);
    expect(written).toEqual(told);
    await store.transaction(() => Promise.resolve());
    expect(told).toHaveLength(2);
  });

  it('has happened once when the work runs again after a deadlock', async () => {
    const { id } = await register(parts());
    const store = storeWith({ durable: [auditLog] });
    let runs = 0;
    await store.transaction(async (tx) => {
      runs += 1;
      tx.emit(blocked(id));
      await tx.accounts.block(id, 'owner');
      if (runs < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    });
    expect(runs).toBe(3);
    expect(told).toEqual(['account.blocked']);
    expect(await auditedOf(id)).toEqual(['account_blocked']);
  });

  it('has not happened when the work fails', async () => {
    const { id } = await register(parts());
    const store = storeWith({ durable: [auditLog, writesDown] });
    const failing = store.transaction((tx) => {
      tx.emit(blocked(id));
      return Promise.reject(new Error('the act failed'));
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect([written, told, await auditedOf(id)]).toEqual([[], [], []]);
  });

  it('has not happened when it cannot be written down', async () => {
    const { id } = await register(parts());
    const cannot: DurableReader = {
      name: 'cannot',
      write: () => Promise.reject(new Error('the log has lost its end')),
    };
    const store = storeWith({ durable: [auditLog, cannot] });
    const failing = store.transaction(async (tx) => {
      await tx.accounts.block(id, 'owner');
      tx.emit(blocked(id));
    });
    await expect(failing).rejects.toThrow('the log has lost its end');
    expect(told).toEqual([]);
    expect(await auditedOf(id)).toEqual([]);
    expect((await parts().bare.accounts.findById(id))?.status).toBe('active');
  });

  it('is read by the readers after the one that emits it, and not by itself', async () => {
    const read: string[] = [];
    const emits: DurableReader = {
      name: 'emits',
      write: (tx, { type }) => {
        read.push(type);
        tx.emit(resumed);
        return Promise.resolve();
      },
    };
    const store = storeWith({ durable: [emits, writesDown], inMemory: [keepsTrack] });
    await store.transaction((tx) => {
      tx.emit({ type: 'admin.created' });
      return Promise.resolve();
    });
    expect(read).toEqual(['admin.created']);
    expect(written).toEqual(['admin.created', 'chat.resumed']);
    expect(told).toEqual(['admin.created', 'chat.resumed']);
  });

  it('is emitted by nobody once the transaction is over', async () => {
    const kept: Tx[] = [];
    await storeWith({}).transaction((tx) => {
      kept.push(tx);
      return Promise.resolve();
    });
    expect(() => kept[0]?.emit(resumed)).toThrow('chat.resumed was emitted after its transaction');
    expect(told).toEqual([]);
  });

  describe('a reader in memory that fails', () => {
    const broken: readonly (readonly [string, MemoryReader['act']])[] = [
      [
        'by throwing',
        () => {
          throw new Error('broken');
        },
      ],
      ['by rejecting', () => Promise.reject(new Error('broken'))],
    ];
    it.each(broken)(
      '%s disturbs neither the use case nor the others, and is logged',
      async (_how, act) => {
        const store = storeWith({ inMemory: [{ name: 'broken', act }, keepsTrack] });
        const done = store.transaction((tx) => {
          tx.emit(resumed);
          tx.emit({ type: 'admin.created' });
          return Promise.resolve('done');
        });
        expect(await done).toBe('done');
        expect(told).toEqual(['chat.resumed', 'admin.created']);
        const failed = { event: 'event.reader_failed', reader: 'broken' };
        expect(logged).toMatchObject([
          { ...failed, topic: 'chat.resumed' },
          { ...failed, topic: 'admin.created' },
        ]);
      },
    );
  });
});
