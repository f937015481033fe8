import type { Pool } from 'pg';
import { PrismaClient } from './generated/client.js';
import { createLendingAdapter, onConnection } from './lend-connection.js';
import type { PrismaOnPool } from './prisma-on-pool.js';
import { LIMITS } from './session-rules.js';
import type { NameOf } from './statements.js';

/** Prisma over the pool. Loading this file costs half a second of processor time (prisma-on-pool.ts). */
export function openPrisma(input: {
  readonly pool: Pool;
  readonly schema: string;
  readonly nameOf: NameOf | null;
}): PrismaOnPool {
  const { pool, schema, nameOf } = input;
  const prisma = new PrismaClient({
    adapter: createLendingAdapter(pool, {
      schema,
      ...(nameOf !== null && { statementNameGenerator: nameOf }),
    }),
    // The other formats quote the arguments of a failed query.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: LIMITS.transactionWaitMs, timeout: LIMITS.transactionMs },
  });
  return {
    prisma,
    lend: (connection, ask) => onConnection(connection, () => prisma.$transaction(ask)),
  };
}
