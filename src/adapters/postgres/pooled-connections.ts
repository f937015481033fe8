import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

type Send = (query: string | QueryConfig, values?: unknown[]) => Promise<QueryResult>;

/**
 * Makes every statement of a pool run in a transaction that begins with the rules: one of its own, or the one that was
 * begun. Behind a pooler in transaction mode two statements in a row may meet different sessions, which other programs
 * use in between: what is set for a session would be lost, and would be theirs. Statements stay unnamed there
 * (open-database.ts), because a name belongs to a session, too. Costs two round trips for a statement outside of a
 * transaction.
 */
export function keepRulesPerTransaction(pool: Pool, begin: string): void {
  pool.on('connect', (client) => beginWithRules(client, begin));
  const query: Send = async (statement, values) => {
    const client = await pool.connect();
    const send: Send = client.query.bind(client);
    // The statement under way rejects, too, but without a listener the event alone would end the process.
    client.on('error', ignore);
    try {
      await send('BEGIN');
      const result = await send(statement, values);
      await send('COMMIT');
      giveBack(client);
      return result;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  };
  Object.assign(pool, { query });
}

/** A connection that cannot even roll back is closed. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    giveBack(client);
  } catch (error) {
    giveBack(client, error instanceof Error ? error : true);
  }
}

function giveBack(client: PoolClient, broken?: Error | boolean): void {
  client.off('error', ignore);
  client.release(broken);
}

function ignore(): void {
  return undefined;
}

/** Every transaction on this connection begins with the rules, whether Prisma or the migration runner begins it. */
function beginWithRules(client: PoolClient, begin: string): void {
  const send: Send = client.query.bind(client);
  const query: Send = (statement, values) => {
    const text = typeof statement === 'string' ? statement : statement.text;
    return text === 'BEGIN' ? send(begin) : send(statement, values);
  };
  Object.assign(client, { query });
}
