import { PrismaPg } from '@prisma/adapter-pg';
import pg, { type ClientBase, type PoolConfig } from 'pg';
import { lockDataDir } from './data-dir-lock.js';
import { startEmbeddedServer } from './embedded-server.js';
import { PrismaClient } from './generated/client.js';
import { applyMigrations } from './migration-runner.js';

export interface Database {
  readonly prisma: PrismaClient;
  /** The connections under `prisma`, for statements that Prisma cannot say. */
  readonly pool: pg.Pool;
  /** A connection of its own, opened when it is first used, for leases alone: a renewal never waits for other work. */
  readonly leasePool: pg.Pool;
  readonly kind: 'embedded' | 'external';
  /** Resolves when the database answers. @throws when it does not */
  ping(): Promise<void>;
  /** Ends the connections and, embedded, the database; lets another process use the data folder. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgresql://…`; without it the embedded PostgreSQL in `dataDir` is used. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly migrationsDir: string;
  /** Connections at most (10). */
  readonly poolSize?: number;
  /** The embedded database broke while in use: the process must end. Called at most once. */
  readonly onFatal: (error: Error) => void;
  /** A resting connection was lost, for instance because the server restarted; the pool opens a new one when needed. */
  readonly onConnectionLost: (error: Error) => void;
}

const POOL_SIZE = 10;
/** Embedded, a transaction makes all others wait, so this is long. */
const TRANSACTION_WAIT_MS = 15_000;
const TRANSACTION_TIMEOUT_MS = 20_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** Shorter than the pause between two renewals of a lease: a dead connection is given up for a new one. */
const LEASE_TIMEOUT_MS = 1_500;
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000;

/** Where the database is and how to leave it. */
interface Place {
  readonly kind: Database['kind'];
  readonly connection: PoolConfig;
  leave(): Promise<void>;
}

function externalPlace(url: string): Place {
  return {
    kind: 'external',
    connection: {
      connectionString: url,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
      keepAlive: true,
    },
    leave: () => Promise.resolve(),
  };
}

async function embeddedPlace({ dataDir, onFatal }: DatabaseOptions): Promise<Place> {
  const lock = await lockDataDir(dataDir);
  try {
    const server = await startEmbeddedServer({ dataDir, onFatal });
    return {
      kind: 'embedded',
      connection: { host: server.host, port: server.port, user: 'postgres', database: 'postgres' },
      leave: async () => {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** adapter-pg reads every timestamptz as if its offset were zero: on a server with another zone, hours would be lost. */
async function prepareSession(client: ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'");
  // What the store's guarded statements are written for, whatever the server's default is.
  await client.query("SET default_transaction_isolation = 'read committed'");
}

function openPool(
  { connection }: Place,
  { special, ...options }: DatabaseOptions & { readonly special?: PoolConfig },
): pg.Pool {
  const config = {
    ...connection,
    max: options.poolSize ?? POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    onConnect: prepareSession,
    ...special,
  };
  const pool = new pg.Pool(config);
  return pool.on('error', (error) => {
    // `end` resolves before the last connection is down: that one is lost on purpose.
    if (!pool.ending) options.onConnectionLost(error);
  });
}

async function migrate(pool: pg.Pool, options: DatabaseOptions): Promise<void> {
  const client = await pool.connect();
  // The query under way rejects too, but without a listener the event alone would end the process.
  client.on('error', options.onConnectionLost);
  try {
    await applyMigrations({ client, migrationsDir: options.migrationsDir });
  } finally {
    client.off('error', options.onConnectionLost);
    client.release();
  }
}

/**
 * Opens the database and brings it to this build's migrations. From the pool on, embedded and external are one code path.
 * @throws DataDirError, MigrationError, or the driver's error when the server cannot be reached
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const place =
    options.url === undefined ? await embeddedPlace(options) : externalPlace(options.url);
  const pool = openPool(place, options);
  try {
    await migrate(pool, options);
  } catch (error) {
    await pool.end();
    await place.leave();
    throw error;
  }
  // The embedded database has one session for all, so there an answer may take long; but then there is no other owner.
  const leaseTimeouts =
    place.kind === 'external'
      ? { connectionTimeoutMillis: LEASE_TIMEOUT_MS, query_timeout: LEASE_TIMEOUT_MS }
      : {};
  const leasePool = openPool(place, { ...options, special: { max: 1, ...leaseTimeouts } });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    // The other formats quote the arguments of a failed query.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: TRANSACTION_WAIT_MS, timeout: TRANSACTION_TIMEOUT_MS },
  });
  return {
    prisma,
    pool,
    leasePool,
    kind: place.kind,
    ping: async () => {
      await pool.query('SELECT 1');
    },
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), leasePool.end()]);
      await place.leave();
    },
  };
}
