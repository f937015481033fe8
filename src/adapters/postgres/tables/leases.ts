import type pg from 'pg';

import type { LeaseGrant, LeaseHold, Leases } from '#src/app/ports/lease.js';

/**
 * Leases by the database's clock alone, so that instances whose clocks differ agree who holds one.
 * `clock_timestamp()` and not `now()`: a statement may have waited for the row.
 * @param deps.pool connections that nothing else uses: a renewal never waits behind other work
 * @param deps.isOnlyProcess the database can have no other process, as the embedded one by the lock of its folder: an
 *   owner with another name is dead, and its lease is free at once
 */
export function createLeases({
  pool,
  isOnlyProcess = false,
}: {
  readonly pool: pg.Pool;
  readonly isOnlyProcess?: boolean;
}): Leases {
  return {
    acquire: async ({ name, owner, ttlMs }) => {
      const { rows } = await pool.query<GrantRow>(ACQUIRE, [name, owner, ttlMs, isOnlyProcess]);
      const [grant] = rows;
      if (grant) return { ...grant, epoch: BigInt(grant.epoch) };
      await pool.query(ASK, [name, owner]);
      return null;
    },
    renew: async ({ name, owner, epoch, ttlMs }) => {
      const { rows } = await pool.query<LeaseHold>(RENEW, [name, owner, String(epoch), ttlMs]);
      return rows[0] ?? null;
    },
    release: async ({ name, owner, epoch }) => {
      await pool.query(RELEASE, [name, owner, String(epoch)]);
    },
  };
}

/** node-postgres gives a bigint as text. */
type GrantRow = Omit<LeaseGrant, 'epoch'> & { readonly epoch: string };

/** The epoch grows even when an owner takes its own lease again: what it sent before is stale. */
const ACQUIRE = `
  INSERT INTO lease AS l (name, owner, epoch, expires_at)
  VALUES ($1, $2, 1, clock_timestamp() + $3::int * interval '1 millisecond')
  ON CONFLICT (name) DO UPDATE
    SET owner = EXCLUDED.owner, epoch = l.epoch + 1, wanted_at = NULL,
      expires_at = clock_timestamp() + $3::int * interval '1 millisecond',
      lapsed_at = CASE WHEN l.owner NOT IN ('', EXCLUDED.owner) THEN clock_timestamp()
        ELSE l.lapsed_at END
    WHERE l.expires_at <= clock_timestamp() OR l.owner = EXCLUDED.owner OR $4::boolean
  RETURNING owner, epoch, expires_at AS "expiresAt"`;

/** Once a second is enough: the vault's commits wait for this row. */
const ASK = `
  UPDATE lease SET wanted_at = clock_timestamp()
  WHERE name = $1 AND owner <> $2
    AND (wanted_at IS NULL OR wanted_at < clock_timestamp() - interval '1 second')`;

/** One that ran out and that no other instance took since is still ours: the epoch says so. */
const RENEW = `
  UPDATE lease SET expires_at = clock_timestamp() + $4::int * interval '1 millisecond'
  WHERE name = $1 AND owner = $2 AND epoch = $3::bigint
  RETURNING coalesce(wanted_at > clock_timestamp() - interval '5 seconds', false) AS wanted,
    coalesce(lapsed_at > clock_timestamp() - interval '1 day', false) AS lapsed`;

/** The row stays, because the epoch must never start again. */
const RELEASE = `
  UPDATE lease SET owner = '', expires_at = clock_timestamp() - interval '1 millisecond'
  WHERE name = $1 AND owner = $2 AND epoch = $3::bigint`;
