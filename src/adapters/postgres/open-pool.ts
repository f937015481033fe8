import pg, { type ClientBase, type PoolConfig } from 'pg';
import { keepRulesPerTransaction } from './pooled-connections.js';
import { LIMITS, transactionStart } from './session-rules.js';

/** What the connections to a database are like. */
export interface PoolPlace {
  readonly connection: PoolConfig;
  readonly schema: string;
  readonly pooled: boolean;
  /** What each connection begins with; behind a pooler its transactions do. */
  readonly sessionStart: string;
  readonly poolSize: number;
}

/**
 * Connections that begin with the rules of the product.
 * @param onLost a resting connection was lost
 * @param special what is different from the other pools of this place
 */
export function openPool(
  place: PoolPlace,
  onLost: (error: Error) => void,
  special: PoolConfig = {},
): pg.Pool {
  const { connection, poolSize, pooled, schema } = place;
  const config = {
    ...connection,
    max: poolSize,
    connectionTimeoutMillis: LIMITS.connectionMs,
    ...(!pooled && {
      onConnect: async (client: ClientBase) => {
        await client.query(place.sessionStart);
      },
    }),
    ...special,
  };
  const pool = new pg.Pool(config);
  if (pooled) keepRulesPerTransaction(pool, transactionStart(schema));
  return pool.on('error', (error) => {
    // `end` resolves before the last connection is down: that one is lost on purpose.
    if (!pool.ending) onLost(error);
  });
}
