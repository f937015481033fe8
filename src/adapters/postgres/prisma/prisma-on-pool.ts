import type { Pool } from 'pg';
import type { PrismaOnPool } from './open-prisma.js';
import type { NameOf } from '../statements.js';

/**
 * Prisma when it is first asked: nothing that a sign-in or a start needs goes through it, and loading it costs a third of
 * the processor time of a start, and memory (decision 0024).
 */
export function createPrismaOnPool(input: {
  readonly pool: Pool;
  readonly schema: string;
  readonly nameOf: NameOf | null;
}) {
  let opened: Promise<PrismaOnPool> | null = null;
  return {
    open(): Promise<PrismaOnPool> {
      opened ??= import('./open-prisma.js').then(({ openPrisma }) => openPrisma(input));
      return opened;
    },
    /** Its queries have been answered by then; the pool is its owner's to end. */
    async close(): Promise<void> {
      if (opened !== null) await (await opened).prisma.$disconnect();
    },
  };
}
