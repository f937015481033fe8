import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { botLeaseName, type LeaseGrant } from '#src/app/ports/lease.js';
import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';
import { until } from '../support/until.js';
import { allAtOnce, contract, createParts, type Parts } from './parts.js';

const LONG_MS = 60_000;

async function acquire({ leases }: Parts, name: string, owner = 'one'): Promise<LeaseGrant> {
  const grant = await leases.acquire({ name, owner, ttlMs: LONG_MS });
  if (grant === null) throw new Error('the lease is taken');
  return grant;
}

contract('leases', (parts) => {
  it('goes to one of ten, with the first epoch', async () => {
    const name = randomUUID();
    const grants = await allAtOnce(10, (number) =>
      parts().leases.acquire({ name, owner: `owner ${number}`, ttlMs: LONG_MS }),
    );
    const given = grants.filter((grant) => grant !== null);
    expect(given).toHaveLength(1);
    expect(given[0]?.epoch).toBe(1n);
  });

  it('runs out by the clock of the database', async () => {
    const grant = await acquire(parts(), randomUUID());
    const { rows } = await parts().database.pool.query<{ now: Date }>('SELECT now()');
    const leftMs = grant.expiresAt.getTime() - (rows[0]?.now.getTime() ?? 0);
    expect(leftMs).toBeGreaterThan(LONG_MS - 5_000);
    expect(leftMs).toBeLessThanOrEqual(LONG_MS);
  });

  it('is taken over with a higher epoch once it ran out, and the old owner cannot renew it', async () => {
    const { leases } = parts();
    const name = randomUUID();
    const old = await leases.acquire({ name, owner: 'one', ttlMs: 1 });
    const grant = await until('the take-over', () =>
      leases.acquire({ name, owner: 'two', ttlMs: LONG_MS }),
    );
    expect(grant).toMatchObject({ owner: 'two', epoch: 2n });
    const lost = { name, owner: 'one', epoch: old?.epoch ?? 0n, ttlMs: LONG_MS };
    expect(await leases.renew(lost)).toBeNull();
    await leases.release(lost);
    expect(await leases.renew({ name, ...grant, ttlMs: LONG_MS })).not.toBeNull();
  });

  it('stays with its owner while it is renewed', async () => {
    const { leases } = parts();
    const name = randomUUID();
    const { owner, epoch } = await acquire(parts(), name);
    expect(await leases.renew({ name, owner, epoch, ttlMs: LONG_MS })).toEqual({
      wanted: false,
      lapsed: false,
    });
    expect(await leases.acquire({ name, owner: 'two', ttlMs: LONG_MS })).toBeNull();
  });

  it('can be renewed late as long as nobody took it', async () => {
    const { leases } = parts();
    const name = randomUUID();
    const grant = await leases.acquire({ name, owner: 'one', ttlMs: 0 });
    const renewal = { name, owner: 'one', epoch: grant?.epoch ?? 0n, ttlMs: LONG_MS };
    expect(await leases.renew(renewal)).not.toBeNull();
  });

  it('is free at once when it is released, and its epoch still grows', async () => {
    const { leases } = parts();
    const name = randomUUID();
    const { owner, epoch } = await acquire(parts(), name);
    await leases.release({ name, owner, epoch });
    expect(await leases.renew({ name, owner, epoch, ttlMs: LONG_MS })).toBeNull();
    expect((await acquire(parts(), name, 'two')).epoch).toBe(epoch + 1n);
  });

  it('case C3: tells its owner that another instance asked for it, until it is taken', async () => {
    const { leases } = parts();
    const name = randomUUID();
    const { owner, epoch } = await acquire(parts(), name);
    expect(await leases.acquire({ name, owner: 'two', ttlMs: LONG_MS })).toBeNull();
    expect(await leases.renew({ name, owner, epoch, ttlMs: LONG_MS })).toMatchObject({
      wanted: true,
    });
    await leases.release({ name, owner, epoch });
    const taken = await acquire(parts(), name, 'two');
    expect(await leases.renew({ name, ...taken, ttlMs: LONG_MS })).toEqual({
      wanted: false,
      lapsed: false,
    });
  });

  it('case C2: remembers that an owner never gave it up, also under the owner after next', async () => {
    const { leases } = parts();
    const name = randomUUID();
    await leases.acquire({ name, owner: 'frozen', ttlMs: 0 });
    const second = await until('the take-over', () =>
      leases.acquire({ name, owner: 'two', ttlMs: LONG_MS }),
    );
    expect(await leases.renew({ name, ...second, ttlMs: LONG_MS })).toMatchObject({ lapsed: true });
    await leases.release({ name, ...second });
    const third = await acquire(parts(), name, 'three');
    expect(await leases.renew({ name, ...third, ttlMs: LONG_MS })).toMatchObject({ lapsed: true });
  });

  it('case C3: is renewed while everything else waits for the pool', async () => {
    const { leases, database } = parts();
    const name = randomUUID();
    const { owner, epoch } = await acquire(parts(), name);
    if (database.kind === 'embedded') return;
    const busy = allAtOnce(30, () => database.pool.query('SELECT pg_sleep(0.5)'));
    let done = false;
    void busy.then(() => (done = true));
    expect(await leases.renew({ name, owner, epoch, ttlMs: LONG_MS })).not.toBeNull();
    expect(done).toBe(false);
    await busy;
  });

  it('gets a new epoch when its owner takes it again', async () => {
    const name = randomUUID();
    await acquire(parts(), name);
    expect((await acquire(parts(), name)).epoch).toBe(2n);
  });
});

/** Whether a statement of this database waits for another one; a transaction would not see news of it. */
async function isWaiting(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount !== 0;
}

function set(type: string, id: string, value: string | null): VaultChange {
  return { kind: 'key', type, id, value };
}

contract('WhatsApp vault', (parts) => {
  let bot = '';
  let epoch = 0n;

  beforeEach(async () => {
    bot = randomUUID();
    ({ epoch } = await acquire(parts(), botLeaseName(bot)));
  });

  const commit = (...changes: readonly VaultChange[]) =>
    parts().vault.commit({ bot, epoch, changes });

  async function contents() {
    const { credentials, keys } = await parts().vault.load(bot);
    const values = keys.map(({ type, id, value }) => `${type}/${id}=${value}`);
    return { credentials, keys: values.sort() };
  }

  it('is empty before the first pairing', async () => {
    expect(await contents()).toEqual({ credentials: null, keys: [] });
  });

  it('keeps keys and credentials, each by its type and id', async () => {
    await commit(
      { kind: 'credentials', value: '{"me":"5511987654321@s.whatsapp.net"}' },
      set('session', '5511987654321.0', 'a'),
      set('pre-key', '5511987654321.0', 'b'),
    );
    await commit(set('session', '5511987654321.0', 'c'));
    expect(await contents()).toEqual({
      credentials: '{"me":"5511987654321@s.whatsapp.net"}',
      keys: ['pre-key/5511987654321.0=b', 'session/5511987654321.0=c'],
    });
  });

  it('keeps the last word on a key of a group', async () => {
    await commit(set('session', 'a', 'old'), set('session', 'b', 'old'));
    const group = [
      set('session', 'a', 'new'),
      set('session', 'a', null),
      set('session', 'b', null),
      set('session', 'b', 'new'),
      { kind: 'credentials', value: 'first' },
      { kind: 'credentials', value: 'second' },
    ] as const;
    expect(await commit(...group)).toBe(true);
    expect(await contents()).toEqual({ credentials: 'second', keys: ['session/b=new'] });
  });

  it('clears everything but what the group sets afterwards', async () => {
    await commit({ kind: 'credentials', value: 'old' }, set('a', '1', 'x'), set('a', '2', 'x'));
    await commit(set('a', '3', 'x'), { kind: 'clear' }, set('a', '1', 'y'));
    expect(await contents()).toEqual({ credentials: null, keys: ['a/1=y'] });
    await commit({ kind: 'clear' }, { kind: 'credentials', value: 'new' });
    expect(await contents()).toEqual({ credentials: 'new', keys: [] });
  });

  it('deletes credentials', async () => {
    await commit({ kind: 'credentials', value: 'old' });
    expect(await commit({ kind: 'credentials', value: null })).toBe(true);
    expect(await contents()).toEqual({ credentials: null, keys: [] });
  });

  it('commits an empty group while the epoch holds', async () => {
    expect(await commit()).toBe(true);
  });

  it('keeps the keys of two bots apart', async () => {
    const other = randomUUID();
    const grant = await acquire(parts(), botLeaseName(other));
    await commit(set('session', 'a', 'mine'));
    const changes = [set('session', 'a', 'other'), set('session', 'b', 'other')];
    await parts().vault.commit({ bot: other, epoch: grant.epoch, changes });
    await parts().vault.commit({ bot: other, epoch: grant.epoch, changes: [{ kind: 'clear' }] });
    expect((await contents()).keys).toEqual(['session/a=mine']);
  });

  it('takes the eight hundred keys of a first pairing in one group', async () => {
    const keys = Array.from({ length: 812 }, (_, number) =>
      set('pre-key', String(number), randomBytes(64).toString('base64')),
    );
    expect(await commit(...keys)).toBe(true);
    expect((await contents()).keys).toHaveLength(812);
  });

  describe('refuses a stale epoch and writes nothing', () => {
    const everything = [
      { kind: 'clear' },
      { kind: 'credentials', value: 'stale' },
      set('session', 'a', 'stale'),
      set('session', 'b', 'stale'),
    ] as const;

    it('after a take-over', async () => {
      await commit({ kind: 'credentials', value: 'good' }, set('session', 'a', 'good'));
      await acquire(parts(), botLeaseName(bot));
      expect(await commit(...everything)).toBe(false);
      expect(await commit(set('session', 'a', null))).toBe(false);
      expect(await commit({ kind: 'credentials', value: null })).toBe(false);
      expect(await contents()).toEqual({ credentials: 'good', keys: ['session/a=good'] });
    });

    it('without a lease', async () => {
      bot = randomUUID();
      expect(await commit(...everything)).toBe(false);
      expect(await contents()).toEqual({ credentials: null, keys: [] });
    });
  });

  it('never lets an old owner write over a new one, however they race', async () => {
    const groups = await allAtOnce(20, async (number) => {
      if (number !== 10) return commit(set('session', 'a', `old ${number}`));
      const { epoch: newEpoch } = await acquire(parts(), botLeaseName(bot));
      const changes = [set('session', 'a', 'new')];
      return parts().vault.commit({ bot, epoch: newEpoch, changes });
    });
    expect(groups[10]).toBe(true);
    expect((await contents()).keys).toEqual(['session/a=new']);
  });

  it('waits for a take-over under way, and is refused after it', async () => {
    const { pool, kind } = parts().database;
    const takeOver = await pool.connect();
    try {
      await takeOver.query('BEGIN');
      await takeOver.query('UPDATE lease SET epoch = epoch + 1 WHERE name = $1', [
        botLeaseName(bot),
      ]);
      let done = false;
      const late = commit(set('session', 'a', 'late')).finally(() => (done = true));
      // Embedded, every other statement waits for the end of a transaction anyhow.
      if (kind === 'external') await until('the commit to wait', () => done || isWaiting(pool));
      await takeOver.query('COMMIT');
      expect(await late).toBe(false);
    } finally {
      takeOver.release();
    }
    expect((await contents()).keys).toEqual([]);
  });

  it('goes on under a new master key, without a second copy of a key', async () => {
    await commit(
      set('session', 'a', 'old'),
      set('session', 'b', 'old'),
      set('session', 'c', 'old'),
    );
    const { database, masterKeys } = parts();
    const rotated = createParts(database, [randomBytes(32), ...masterKeys]);
    const changes = [set('session', 'a', 'new'), set('session', 'b', null)];
    await rotated.vault.commit({ bot, epoch, changes });
    const { keys } = await rotated.vault.load(bot);
    expect(keys.map(({ id, value }) => `${id}=${value}`).sort()).toEqual(['a=new', 'c=old']);
  });
});
