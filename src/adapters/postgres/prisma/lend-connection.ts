import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, QueryConfig } from 'pg';
import type { Send } from '../statements.js';

/** What a transaction lends: its connection, for statements alone. */
export interface Lent {
  readonly query: Send;
}

/** What Prisma begins and ends its own transactions with; the one whose connection is lent does both itself. */
const CONTROL = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const NOTHING = { rows: [], fields: [], rowCount: 0 };

const lent = new AsyncLocalStorage<Lent>();

/** What runs in `work` and asks Prisma for a transaction gets the one that this connection is in. */
export function onConnection<Value>(connection: Lent, work: () => Promise<Value>): Promise<Value> {
  return lent.run(connection, work);
}

/**
 * Prisma's adapter over the pool, whose interactive transactions may run inside one of the store's: so Prisma serves the
 * ordinary queries and there is one transaction, not two beside each other (decision 0024).
 */
export function createLendingAdapter(
  pool: Pool,
  options: ConstructorParameters<typeof PrismaPg>[1],
): PrismaPg {
  const factory = new PrismaPg(pool, options);
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect();
      const startTransaction: typeof adapter.startTransaction = (level) => {
        const connection = lent.getStore();
        return connection === undefined
          ? adapter.startTransaction(level)
          : instead(adapter, { client: poolOf(connection) }).startTransaction(level);
      };
      return instead(adapter, { startTransaction });
    },
  });
}

/** The same adapter with something else in place of what it has. */
function instead<Adapter extends object>(adapter: Adapter, own: object): Adapter {
  return Object.assign(Object.create(adapter) as Adapter, own);
}

/** A pool with the one connection, as adapter-pg uses it. */
function poolOf(connection: Lent) {
  const query = (config: QueryConfig) =>
    CONTROL.has(config.text) ? Promise.resolve(NOTHING) : connection.query(config);
  const nothing = (): void => undefined;
  const client = { query, on: nothing, removeListener: nothing, release: nothing };
  return { connect: () => Promise.resolve(client) };
}
