import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createLeases } from '#src/adapters/postgres/tables/leases.js';
import { until } from '../support/until.js';
import { allAtOnce, contract } from './parts.js';
import { LONG_MS, takeLease } from './take-lease.js';

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
    const grant = await takeLease(parts(), randomUUID());
    // Rounded as the column is: a Date alone would cut the rest off, and now be earlier than the grant.
    const { rows } = await parts().database.pool.query<{ now: Date }>(
      'SELECT now()::timestamptz(3) AS now',
    );
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
    const { owner, epoch } = await takeLease(parts(), name);
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
    const { owner, epoch } = await takeLease(parts(), name);
    await leases.release({ name, owner, epoch });
    expect(await leases.renew({ name, owner, epoch, ttlMs: LONG_MS })).toBeNull();
    expect((await takeLease(parts(), name, 'two')).epoch).toBe(epoch + 1n);
  });

  it('case C3: tells its owner that another instance asked for it, until it is taken', async () => {
    const { leases } = parts();
    const name = randomUUID();
    const { owner, epoch } = await takeLease(parts(), name);
    expect(await leases.acquire({ name, owner: 'two', ttlMs: LONG_MS })).toBeNull();
    expect(await leases.renew({ name, owner, epoch, ttlMs: LONG_MS })).toMatchObject({
      wanted: true,
    });
    await leases.release({ name, owner, epoch });
    const taken = await takeLease(parts(), name, 'two');
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
    const third = await takeLease(parts(), name, 'three');
    expect(await leases.renew({ name, ...third, ttlMs: LONG_MS })).toMatchObject({ lapsed: true });
  });

  it('case C3: is renewed while everything else waits for the pool', async () => {
    const { leases, database } = parts();
    const name = randomUUID();
    const { owner, epoch } = await takeLease(parts(), name);
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
    await takeLease(parts(), name);
    expect((await takeLease(parts(), name)).epoch).toBe(2n);
  });

  it('is free at once where its owner has to be dead: there can be no other process', async () => {
    const { pool } = parts().database;
    const name = randomUUID();
    const dead = await takeLease(parts(), name);
    const survivor = createLeases({ pool, isOnlyProcess: true });
    const grant = await survivor.acquire({ name, owner: 'two', ttlMs: LONG_MS });
    expect(grant).toMatchObject({ owner: 'two', epoch: dead.epoch + 1n });
  });
});
