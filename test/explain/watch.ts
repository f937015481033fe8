import pg, { type Pool, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import { faultsOf, scansOf, type PlanNode } from './plan.js';

type Send = (query: string | QueryConfig, values?: unknown[]) => Promise<QueryResult>;

/** One statement as the store sent it. */
export interface Watched {
  /** The call that sent it first. */
  readonly by: string;
  readonly text: string;
  /** How it found its rows: `Index Scan session_pkey`. */
  readonly scans: readonly string[];
  /** What must not be, as sentences; empty when all is well. */
  readonly faults: readonly string[];
  readonly ms: number;
}

/** What `EXPLAIN (ANALYZE, FORMAT JSON)` answers. */
interface Explained {
  readonly 'QUERY PLAN': readonly [{ readonly Plan: PlanNode; readonly 'Execution Time': number }];
}

const HAS_PLAN = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i;

/** A value in SQL: `EXPLAIN EXECUTE` takes no parameters. */
function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return pg.escapeLiteral(Array.isArray(value) ? arrayOf(value) : textOf(value));
}

/** PostgreSQL, 8.15.2 Array Value Input. */
function arrayOf(values: readonly unknown[]): string {
  const elements = values.map((value) =>
    value === null ? 'NULL' : `"${textOf(value).replace(/["\\]/g, '\\$&')}"`,
  );
  return `{${elements.join(',')}}`;
}

function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Explains every statement of a pool right before it runs, with its own values, on the data that it meets, in a
 * transaction or savepoint that is rolled back: as a prepared one, since that is how the session plans it
 * (`plan_cache_mode`). Of statements with the same words the first is explained, and another one
 * where other values are null.
 * @param large the tables that must not be read from end to end, and the rows of each
 */
export function watch(pool: Pool, large: ReadonlyMap<string, number>) {
  const found = new Map<string, Watched>();
  const known = new WeakSet<PoolClient>();
  let by = '';

  async function explain(send: Send, text: string, values: unknown[]): Promise<void> {
    const key = `${text} ${values.map((value) => (value === null ? '0' : '1')).join('')}`;
    if (!HAS_PLAN.test(text) || found.has(key)) return;
    await send(`PREPARE explained AS ${text}`);
    const list = values.length === 0 ? '' : `(${values.map(literalOf).join(', ')})`;
    const { rows } = await send(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE explained${list}`);
    await send('DEALLOCATE explained');
    const [explained] = (rows as Explained[]).map((row) => row['QUERY PLAN'][0]);
    if (explained === undefined) throw new Error('a statement was not explained');
    const { Plan: plan, 'Execution Time': ms } = explained;
    const plans = { scans: scansOf(plan), faults: faultsOf(plan, large) };
    found.set(key, { by, text, ...plans, ms });
  }

  function wrap(client: PoolClient): PoolClient {
    if (known.has(client)) return client;
    known.add(client);
    const send: Send = client.query.bind(client);
    let inTransaction = false;
    const query: Send = async (statement, values) => {
      const text = typeof statement === 'string' ? statement : statement.text;
      const given = values ?? (typeof statement === 'string' ? undefined : statement.values) ?? [];
      if (/^(?:BEGIN|START)/i.test(text)) inTransaction = true;
      else if (/^(?:COMMIT|ROLLBACK$)/i.test(text)) inTransaction = false;
      else {
        await send(inTransaction ? 'SAVEPOINT explained' : 'BEGIN');
        await explain(send, text, given);
        await send(inTransaction ? 'ROLLBACK TO explained' : 'ROLLBACK');
      }
      return send(statement, values);
    };
    // BEGIN by itself and each statement by itself: what is sent ahead could not be told apart.
    return Object.assign(client, { query, pipeline: false });
  }

  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  Object.assign(pool, {
    connect: async () => wrap(await connect()),
    query: async (statement: string | QueryConfig, values?: unknown[]) => {
      const client = wrap(await connect());
      try {
        return await (client.query as Send)(statement, values);
      } finally {
        client.release();
      }
    },
  });

  return {
    /** Runs a call of the store; what it sends goes under this name. */
    during: async (name: string, call: () => Promise<unknown>): Promise<void> => {
      by = name;
      await call();
    },
    found: (): readonly Watched[] => [...found.values()],
  };
}
