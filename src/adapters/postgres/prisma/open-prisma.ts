import type { Pool } from 'pg';
import { PrismaClient, type Prisma } from '../generated/client.js';
import { createLendingAdapter, onConnection, type Lent } from './lend-connection.js';
import { LIMITS } from '../session-rules.js';
import type { NameOf } from '../statements.js';

/** Prisma, and how its queries run on the connection of a transaction that is open. */
export interface PrismaOnPool {
  readonly prisma: PrismaClient;
  lend<Value>(
    connection: Lent,
    ask: (prisma: Prisma.TransactionClient) => Promise<Value>,
  ): Promise<Value>;
}

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
