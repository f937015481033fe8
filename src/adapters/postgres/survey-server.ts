import { setTimeout } from 'node:timers/promises';
import pg, { type PoolConfig } from 'pg';
import { chooseSchema } from './choose-schema.js';
import { databaseCodeOf, DatabaseSetupError } from './database-error.js';

/** What a server is like, as far as it matters how its connections are used. */
export interface ServerFacts {
  /** The schema of this program's tables; it is there. */
  readonly schema: string;
  /** A pooler is in between: settings of a session are not kept. */
  readonly pooled: boolean;
  /** How many connections this user may have at once, or all users of this database together; null without a limit. */
  readonly connectionLimit: number | null;
}

/** PostgreSQL appendix A: cannot_connect_now (it starts up or shuts down), too_many_connections. */
const PASSES = new Set(['57P03', '53300']);
const BETWEEN_TRIES_MS = 500;

/**
 * Connects once to see what is there. A server that is starting up, or whose connections are all taken, is waited for.
 * @param waitMs how long, in milliseconds
 * @throws DatabaseSetupError, or the driver's error when the server cannot be reached or refuses
 */
export async function surveyServer(input: {
  readonly connection: PoolConfig;
  readonly schema: string | null;
  readonly firstMigration: string;
  readonly waitMs: number;
}): Promise<ServerFacts> {
  const { connection, schema, firstMigration, waitMs } = input;
  const client = await connect(connection, waitMs);
  try {
    return {
      schema: await chooseSchema({ client, wanted: schema, firstMigration }),
      pooled: await isPooled(client),
      connectionLimit: await readConnectionLimit(client),
    };
  } finally {
    await client.end();
  }
}

async function connect(connection: PoolConfig, waitMs: number): Promise<pg.Client> {
  for (let waitedMs = 0; ; waitedMs += BETWEEN_TRIES_MS) {
    const client = createClient(connection);
    // Without a listener the loss of a connection would end the process; the query under way rejects, too.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end();
      const code = databaseCodeOf(error);
      if (code === null || !PASSES.has(code) || waitedMs >= waitMs) throw error;
    }
    await setTimeout(BETWEEN_TRIES_MS);
  }
}

/** The driver reads the files of certificates as it is made. */
function createClient(connection: PoolConfig): pg.Client {
  try {
    return new pg.Client(connection);
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    if (path === undefined) throw cause;
    throw new DatabaseSetupError((words) => words.tlsFile(path, code ?? 'unknown'), { cause });
  }
}

/** A pooler hands out a key of its own for cancelling, and not the one of the process that serves the session. */
async function isPooled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const { processID } = client as unknown as { readonly processID: number | null };
  return processID !== rows[0]?.pid;
}

async function readConnectionLimit(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ most: number | null }>(
    `SELECT LEAST(NULLIF(r.rolconnlimit, -1), NULLIF(d.datconnlimit, -1)) AS most
     FROM pg_catalog.pg_roles r, pg_catalog.pg_database d
     WHERE r.rolname = current_user AND NOT r.rolsuper AND d.datname = current_database()`,
  );
  return rows[0]?.most ?? null;
}
