import pg, { type PoolConfig } from 'pg';
import { copyBeforeMigrations } from './embedded/copy-before-migrations.js';
import { lockDataDir } from './embedded/data-dir-lock.js';
import { readDatabaseUrl } from './database-url.js';
import { startEmbeddedServer, type EmbeddedServer } from './embedded/embedded-server.js';
import type { PrismaClient } from './generated/client.js';
import { applyMigrations, firstMigrationName, firstPending } from './migration-runner.js';
import { openPool, type PoolPlace } from './open-pool.js';
import { EMBEDDED_SESSION, LIMITS, sessionStart } from './session-rules.js';
import { createPrismaOnPool } from './prisma/prisma-on-pool.js';
import { createStatementNames } from './statement-names.js';
import { createStatements } from './statements.js';
import { surveyServer } from './survey-server.js';
import type { Db } from './tables/table-deps.js';
import { createTransactions, type Transactions } from './transactions.js';

export interface Database {
  /** Loaded when it is first asked for. */
  openPrisma(): Promise<PrismaClient>;
  /** The store's own SQL outside of a transaction, each statement one of its own. */
  readonly db: Db;
  readonly transaction: Transactions;
  /** The connections under all of them. */
  readonly pool: pg.Pool;
  /** A connection of its own, opened when it is first used, for leases alone: a renewal never waits for other work. */
  readonly leasePool: pg.Pool;
  readonly kind: 'embedded' | 'external';
  /** The schema of the tables; `?schema=` of the URL, when it has one. */
  readonly schema: string;
  /** A pooler such as pgbouncer is in between: rules are set for each transaction. */
  readonly pooled: boolean;
  /** The migrations that this start has applied. */
  readonly applied: readonly string[];
  /** @returns whether the database takes writes. @throws when it does not answer */
  ping(): Promise<'ok' | 'read_only'>;
  /** Ends the connections and, embedded, the database; lets another process use the data folder. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgresql://…`; without it the embedded PostgreSQL in `dataDir` is used. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly migrationsDir: string;
  /** Connections at most (10); less where the server or the URL allow less. */
  readonly poolSize?: number;
  /** How long a server that is starting up is waited for, in milliseconds (30,000). */
  readonly waitForServerMs?: number;
  /** How long a server may take to answer a statement before its connection is given up, in milliseconds (25,000). */
  readonly answerWithinMs?: number;
  /** The embedded database broke while in use: the process must end. Called at most once. */
  readonly onFatal: (error: Error) => void;
  /** A resting connection was lost, for instance because the server restarted; the pool opens a new one when needed. */
  readonly onConnectionLost: (error: Error) => void;
}

const POOL_SIZE = 10;
/** How long a server that is starting up, or whose connections are all taken, is waited for. */
const WAIT_FOR_SERVER_MS = 30_000;
/** Of the connections that a limit allows: the one for leases. */
const LEFT_TO_LEASES = 1;
/** Shorter than the pause between two renewals of a lease: a dead connection is given up for a new one. */
const LEASE_TIMEOUT_MS = 1_500;

/** Where the database is and how to leave it. */
interface Place extends PoolPlace {
  readonly kind: Database['kind'];
  leave(): Promise<void>;
}

async function externalPlace(url: string, options: DatabaseOptions): Promise<Place> {
  const { connectionString, schema, connectionLimit } = readDatabaseUrl(url);
  const connection: PoolConfig = {
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: LIMITS.connectionMs,
  };
  const facts = await surveyServer({
    connection,
    schema,
    firstMigration: await firstMigrationName(options.migrationsDir),
    waitMs: options.waitForServerMs ?? WAIT_FOR_SERVER_MS,
  });
  const wanted = Math.min(options.poolSize ?? POOL_SIZE, connectionLimit ?? POOL_SIZE);
  const allowed = (facts.connectionLimit ?? POOL_SIZE + LEFT_TO_LEASES) - LEFT_TO_LEASES;
  return {
    kind: 'external',
    connection,
    schema: facts.schema,
    pooled: facts.pooled,
    sessionStart: sessionStart(facts.schema),
    poolSize: Math.max(1, facts.pooled ? wanted : Math.min(wanted, allowed)),
    leave: () => Promise.resolve(),
  };
}

function connectionTo({ host, port }: EmbeddedServer): PoolConfig {
  return { host, port, user: 'postgres', database: 'postgres' };
}

/** Starts the engine; where migrations are pending, on a folder that was closed and copied before. */
async function startCopied(options: DatabaseOptions): Promise<EmbeddedServer> {
  const { dataDir, migrationsDir, onFatal } = options;
  const server = await startEmbeddedServer({ dataDir, onFatal });
  let migration: string | null;
  try {
    migration = await pendingIn(server, migrationsDir);
  } catch (error) {
    await server.stop();
    throw error;
  }
  if (migration === null) return server;
  await server.stop();
  await copyBeforeMigrations({ dataDir, migration });
  return startEmbeddedServer({ dataDir, onFatal });
}

/** The connection ends before the engine does: one that is cut off would end the process. */
async function pendingIn(server: EmbeddedServer, migrationsDir: string): Promise<string | null> {
  const client = new pg.Client(connectionTo(server));
  try {
    await client.connect();
    return await firstPending({ client, migrationsDir });
  } finally {
    await client.end();
  }
}

async function embeddedPlace(options: DatabaseOptions): Promise<Place> {
  const { dataDir, poolSize = POOL_SIZE } = options;
  const lock = await lockDataDir(dataDir);
  try {
    const server = await startCopied(options);
    return {
      kind: 'embedded',
      connection: connectionTo(server),
      schema: 'public',
      pooled: false,
      sessionStart: EMBEDDED_SESSION,
      poolSize,
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

/** On a connection of its own, because a migration may take as long as it needs. It is closed when this ends. */
async function migrate(place: Place, options: DatabaseOptions): Promise<readonly string[]> {
  const { migrationsDir, onConnectionLost } = options;
  const pool = openPool(place, onConnectionLost, { max: 1 });
  const client = await pool.connect();
  const closed = new Promise((resolve) => client.once('end', resolve));
  // The query under way rejects too, but without a listener the event alone would end the process.
  client.on('error', onConnectionLost);
  try {
    return await applyMigrations({ client, migrationsDir });
  } finally {
    client.off('error', onConnectionLost);
    client.release();
    await Promise.all([pool.end(), closed]);
  }
}

/**
 * Opens the database and brings it to this build's migrations. From the pool on, embedded and external are one code
 * path.
 * @throws DataDirError, DatabaseSetupError, MigrationError, or the driver's error when the server cannot be reached
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url } = options;
  const place =
    url === undefined ? await embeddedPlace(options) : await externalPlace(url, options);
  let applied: readonly string[];
  try {
    applied = await migrate(place, options);
  } catch (error) {
    await place.leave();
    throw error;
  }
  // The embedded database has one session for all, so there an answer may take long; but then there is no other owner.
  const isExternal = place.kind === 'external';
  const answer = isExternal ? { query_timeout: options.answerWithinMs ?? LIMITS.answerMs } : {};
  const leaseTimeouts = isExternal
    ? { connectionTimeoutMillis: LEASE_TIMEOUT_MS, query_timeout: LEASE_TIMEOUT_MS }
    : {};
  // A pooler's transactions begin with more than BEGIN; the embedded database is one turn away and gains nothing.
  const pipeline = isExternal && !place.pooled;
  const pool = openPool(place, options.onConnectionLost, { ...answer, pipeline });
  const leasePool = openPool(place, options.onConnectionLost, { max: 1, ...leaseTimeouts });
  const nameOf = place.pooled ? null : createStatementNames();
  const prisma = createPrismaOnPool({ pool, schema: place.schema, nameOf });
  const db: Db = {
    ...createStatements((query) => pool.query(query), nameOf),
    prisma: async (ask) => ask((await prisma.open()).prisma),
  };
  const transaction = createTransactions({
    ...{ pool, nameOf },
    lend: async (connection, ask) => (await prisma.open()).lend(connection, ask),
  });
  return {
    openPrisma: async () => (await prisma.open()).prisma,
    db,
    transaction,
    pool,
    leasePool,
    kind: place.kind,
    schema: place.schema,
    pooled: place.pooled,
    applied,
    ping: async () => {
      const { rows } = await pool.query<{ readOnly: string }>(
        `SELECT current_setting('transaction_read_only') AS "readOnly"`,
      );
      return rows[0]?.readOnly === 'on' ? 'read_only' : 'ok';
    },
    close: async () => {
      await prisma.close();
      await Promise.all([pool.end(), leasePool.end()]);
      await place.leave();
    },
  };
}
