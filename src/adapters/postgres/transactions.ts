import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import { databaseCodeOf } from './database-error.js';
import type { PrismaOnPool } from './prisma/open-prisma.js';
import { begin, beginWith, canBeginWith, hangUp, leaveTogether } from './send-ahead.js';
import { LIMITS } from './session-rules.js';
import { createStatements, type NameOf, type Send, type SendAhead } from './statements.js';
import type { Db } from './tables/table-deps.js';

const ATTEMPTS = 5;
/** PostgreSQL appendix A: serialization_failure, deadlock_detected. */
const RUN_AGAIN = new Set(['40001', '40P01']);

export type Transactions = <Value>(work: (db: Db) => Promise<Value>) => Promise<Value>;

/** A transaction that is over: it took too long, or an error in it was caught and the rest would be lost. */
export class TransactionOverError extends Error {
  /** PostgreSQL appendix A: 25P04 transaction_timeout, 25P02 in_failed_sql_transaction, 25P01 no_active_sql_transaction. */
  readonly code: '25P04' | '25P02' | '25P01';

  constructor(code: TransactionOverError['code']) {
    super(`the transaction is over (${code})`);
    this.name = 'TransactionOverError';
    this.code = code;
  }
}

/**
 * Runs work in one transaction on one connection of the pool and runs it again, at most five times in all, when the
 * database gave it up to end a deadlock or a serialization failure. What takes longer than the limit is rolled
 * back; where the server does not even answer that, its connection is closed. On a connection that sends ahead
 * (`pipeline`), BEGIN leaves with the first statement, and statements that are asked for at once share a round trip.
 * @param deps.lend runs Prisma's own queries on the transaction's connection
 * @throws TransactionOverError; the driver's error when there is no connection or the commit fails
 */
export function createTransactions(deps: {
  readonly pool: Pool;
  readonly nameOf: NameOf | null;
  readonly lend: PrismaOnPool['lend'];
  /** Milliseconds from a transaction's begin to its end at most. */
  readonly limitMs?: number;
  /** Milliseconds until the server has answered the last statement. */
  readonly endMs?: number;
}): Transactions {
  const { pool, nameOf, lend } = deps;
  const limits = { limitMs: LIMITS.transactionMs, endMs: LIMITS.transactionEndMs, ...deps };

  async function once<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
    const client = await pool.connect();
    // The statement under way rejects, too, but without a listener the event alone would end the process.
    client.on('error', ignore);
    const open = openTransaction(client, limits);
    try {
      await open.begin();
      const statements = createStatements(
        open.send,
        nameOf,
        client.pipeline ? open.sendAhead : null,
      );
      const prisma: Db['prisma'] = (ask) => lend({ query: open.send }, ask);
      const value = await work({ ...statements, prisma });
      await open.commit();
      return value;
    } catch (error) {
      await open.rollBack();
      throw open.causeOf(error);
    }
  }

  return async function transaction(work) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !mayRunAgain(error)) throw error;
      }
    }
  };
}

/** The life of one transaction: its connection goes back to the pool when it ends, by whichever end comes first. */
function openTransaction(
  client: PoolClient,
  { limitMs, endMs }: { readonly limitMs: number; readonly endMs: number },
) {
  let over: TransactionOverError['code'] | null = null;
  let rolledBack = false;
  let released = false;
  /** Before the first statement; on a connection that sends ahead, BEGIN waits for it. */
  let hasBegun = false;
  let firstFault: unknown = null;
  /** Of a statement that nobody waited for. */
  let unheardFault: unknown = null;
  const ahead: Promise<void>[] = [];
  /** One statement after the other, whoever asks at the same time; a connection that sends ahead sees to it itself. */
  let last: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => void rollBack('25P04'), limitMs);

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (client.pipeline) return work();
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }

  function ask<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>> {
    leaveTogether(client);
    if (hasBegun) return client.query<Row>(query);
    hasBegun = true;
    return beginWith(client, query) as Promise<QueryResult<Row>>;
  }

  /** What was asked before the COMMIT is in it, also where nobody waited for its answer; before a ROLLBACK it is not sent. */
  const send: Send = async (query) => {
    if (over !== null) throw new TransactionOverError(over);
    try {
      return await inTurn(() => {
        if (over !== null && rolledBack) throw new TransactionOverError(over);
        return ask(query);
      });
    } catch (error) {
      firstFault ??= error;
      throw error;
    }
  };

  const sendAhead: SendAhead = (query) => {
    if (over !== null) throw new TransactionOverError(over);
    const sent = send(query).then(ignore, (error: unknown) => {
      unheardFault ??= error;
    });
    ahead.push(sent);
  };

  /** @param broken closes the connection; what still waits for an answer on it fails then */
  function release(broken?: Error): void {
    if (released) return;
    released = true;
    client.off('error', ignore);
    if (broken !== undefined) hangUp(client);
    client.release(broken);
  }

  /** Sends the last statement; a connection that cannot take even that, or has no answer to it, is closed. */
  async function end(command: 'COMMIT' | 'ROLLBACK', reason: TransactionOverError['code']) {
    over = reason;
    rolledBack = command === 'ROLLBACK';
    clearTimeout(timer);
    if (!hasBegun) {
      release();
      return { command };
    }
    const cut = setTimeout(() => release(new TransactionOverError('25P04')), endMs);
    let broken: Error | undefined;
    try {
      leaveTogether(client);
      return await inTurn(() => client.query(command));
    } catch (error) {
      broken = error instanceof Error ? error : new Error('a transaction could not be ended');
      throw broken;
    } finally {
      clearTimeout(cut);
      release(broken ?? lostNames(firstFault));
    }
  }

  /** The reason is known already, and a connection that could not roll back is closed: nothing more can be said. */
  async function rollBack(reason: TransactionOverError['code']): Promise<void> {
    if (over === null) await end('ROLLBACK', reason).catch(ignore);
  }

  return {
    ...{ send, sendAhead },
    begin: async () => {
      if (canBeginWith(client)) return;
      hasBegun = true;
      await begin(client);
    },
    commit: async () => {
      if (over !== null) throw new TransactionOverError(over);
      const { command } = await end('COMMIT', '25P01');
      await Promise.all(ahead);
      // PostgreSQL answers so where a statement had failed and its error was caught.
      if (command === 'ROLLBACK') throw new TransactionOverError('25P02');
    },
    rollBack: () => rollBack('25P01'),
    /** Of statements that were sent ahead, those behind a failed one say only that (25P02); it is the first that tells. */
    causeOf: (error: unknown): unknown => {
      if (firstFault === null || databaseCodeOf(error) !== '25P02') return error;
      const isCaught = error instanceof TransactionOverError && unheardFault === null;
      return isCaught && !mayRunAgain(firstFault) ? error : firstFault;
    },
  };
}

function mayRunAgain(error: unknown): boolean {
  const code = databaseCodeOf(error);
  return code === 'P2034' || (code !== null && RUN_AGAIN.has(code));
}

/** PostgreSQL appendix A: invalid_sql_statement_name. A session that has lost what was prepared in it is of no use. */
function lostNames(fault: unknown): Error | undefined {
  return fault instanceof Error && databaseCodeOf(fault) === '26000' ? fault : undefined;
}

function ignore(): void {
  return undefined;
}
