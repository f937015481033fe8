import { databaseCodeOf } from './database-error.js';
import type { PrismaClient } from './generated/client.js';
import type { Db } from './tables/table-deps.js';

const ATTEMPTS = 5;
/** PostgreSQL appendix A: serialization_failure, deadlock_detected. */
const RUN_AGAIN = new Set(['40001', '40P01']);

export type Transactions = <Value>(work: (db: Db) => Promise<Value>) => Promise<Value>;

/**
 * Runs work in one interactive transaction and runs it again, at most five times in all, when the
 * database gave it up to end a deadlock or a serialization failure.
 */
export function createTransactions(prisma: PrismaClient): Transactions {
  return async function transaction(work) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await prisma.$transaction(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !mayRunAgain(error)) throw error;
      }
    }
  };
}

/** Prisma says P2034 for its own statements and hides the database's code of a typed one in `meta`. */
function mayRunAgain(error: unknown): boolean {
  const code = databaseCodeOf(error);
  return code === 'P2034' || (code !== null && RUN_AGAIN.has(code));
}
