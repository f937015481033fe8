import type { LeaseGrant, Leases } from '#src/app/ports/lease.js';
import type { PrismaClient } from './generated/client.js';

/**
 * Leases by the database's clock alone, so that instances whose clocks differ agree who holds one.
 * `clock_timestamp()` and not `now()`: a statement may have waited for the row.
 */
export function createLeases({ prisma }: { readonly prisma: PrismaClient }): Leases {
  return {
    // The epoch grows even when an owner takes its own lease again: what it sent before is stale.
    acquire: async ({ name, owner, ttlMs }) => {
      const rows = await prisma.$queryRaw<LeaseGrant[]>`
        INSERT INTO lease AS l (name, owner, epoch, expires_at)
        VALUES (${name}, ${owner}, 1, clock_timestamp() + ${ttlMs}::int * interval '1 millisecond')
        ON CONFLICT (name) DO UPDATE
          SET owner = EXCLUDED.owner, epoch = l.epoch + 1,
            expires_at = clock_timestamp() + ${ttlMs}::int * interval '1 millisecond'
          WHERE l.expires_at <= clock_timestamp() OR l.owner = EXCLUDED.owner
        RETURNING owner, epoch, expires_at AS "expiresAt"`;
      return rows[0] ?? null;
    },
    // One that ran out and that nobody took since is still ours: the epoch says so.
    renew: async ({ name, owner, epoch, ttlMs }) => {
      const renewed = await prisma.$executeRaw`
        UPDATE lease
        SET expires_at = clock_timestamp() + ${ttlMs}::int * interval '1 millisecond'
        WHERE name = ${name} AND owner = ${owner} AND epoch = ${epoch}`;
      return renewed === 1;
    },
    // The row stays, because the epoch must never start again.
    release: async ({ name, owner, epoch }) => {
      await prisma.$executeRaw`
        UPDATE lease SET owner = '', expires_at = clock_timestamp() - interval '1 millisecond'
        WHERE name = ${name} AND owner = ${owner} AND epoch = ${epoch}`;
    },
  };
}
