import { escapeIdentifier } from 'pg';

/**
 * Time limits. Each is shorter than the one around it, so that the error names the real cause: a lock, then its
 * statement, then the transaction around it, then the server's own limit for a transaction that a
 * frozen process left open.
 */
export const LIMITS = {
  /** Waiting for a row or an advisory lock. */
  lockMs: 10_000,
  /** One statement, its locks included. */
  statementMs: 20_000,
  /** One interactive transaction from its begin to its end. */
  transactionMs: 25_000,
  /** The answer to its COMMIT or ROLLBACK. Without one the server, or the way to it, is gone. */
  transactionEndMs: 10_000,
  /** The answer to any statement; longer than the server's own limit. Without one the server is gone as well. */
  answerMs: 25_000,
  /** A transaction in which nothing is asked. */
  idleInTransactionMs: 30_000,
  /** Waiting for one of the pool's connections, and for the server to answer a new one. */
  connectionMs: 10_000,
  /** Waiting for a transaction to begin: embedded, one at a time makes all others wait. */
  transactionWaitMs: 15_000,
} as const;

/** adapter-pg reads every timestamptz as if its offset were zero: in another zone, hours would be lost. */
const UTC = "TIME ZONE 'UTC'";

/**
 * A prepared statement is planned once a session, for whatever values. PostgreSQL by itself plans those that take lists
 * anew for each call, because it takes every list for ten long: that took longer than running them. A statement whose
 * plan depends on its values goes through `db.inlined` (PostgreSQL, `plan_cache_mode`; contract/explain reads the plans).
 */
const PLANNED_ONCE = 'plan_cache_mode TO force_generic_plan';

/** What every session of the embedded database begins with. All its connections share one session. */
export const EMBEDDED_SESSION = [
  `SET ${UTC}`,
  `SET ${PLANNED_ONCE}`,
  "SET default_transaction_isolation = 'read committed'",
].join('; ');

/**
 * What a session on a server begins with: nothing that a role or database has as its default changes what the store's
 * guarded statements mean.
 */
export function sessionStart(schema: string): string {
  const rules = [...settings(schema), PLANNED_ONCE].map((setting) => `SET ${setting}`);
  return [...rules, "SET default_transaction_isolation = 'read committed'"].join('; ');
}

/**
 * What a transaction begins with behind a pooler: there a session is the pooler's, which gives it to another program
 * after each transaction, and refuses most settings at its start.
 */
export function transactionStart(schema: string): string {
  const rules = settings(schema).map((setting) => `SET LOCAL ${setting}`);
  return ['BEGIN ISOLATION LEVEL READ COMMITTED', ...rules].join('; ');
}

function settings(schema: string): readonly string[] {
  return [
    UTC,
    `search_path TO ${escapeIdentifier(schema)}`,
    `lock_timeout TO ${LIMITS.lockMs}`,
    `statement_timeout TO ${LIMITS.statementMs}`,
    `idle_in_transaction_session_timeout TO ${LIMITS.idleInTransactionMs}`,
  ];
}
