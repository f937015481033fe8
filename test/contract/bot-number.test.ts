import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';
import { until } from '../support/until.js';
import { allAtOnce, contract, createParts } from './parts.js';
import { takeLease } from './take-lease.js';

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
    ({ epoch } = await takeLease(parts(), botLeaseName(bot)));
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
    const grant = await takeLease(parts(), botLeaseName(other));
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
      await takeLease(parts(), botLeaseName(bot));
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
      const { epoch: newEpoch } = await takeLease(parts(), botLeaseName(bot));
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
