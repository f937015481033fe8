import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type * as EmbeddedServer from '#src/adapters/postgres/embedded/embedded-server.js';
import { sameUmask } from '../../support/same-umask.js';

/** From the build that these tests drive: from sources each start would compile its thread's files anew. */
const BUILT = pathToFileURL(path.resolve('dist/src/adapters/postgres/embedded/embedded-server.js'));

function broken(error: Error): never {
  throw error;
}

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Runs statements on the embedded database of a product that does not run. @returns the rows of the last one */
export async function changeDatabase(
  dataDir: string,
  statements: readonly string[],
): Promise<Rows> {
  const { startEmbeddedServer } = (await import(
    /* @vite-ignore */ BUILT.href
  )) as typeof EmbeddedServer;
  return sameUmask(async () => {
    const server = await startEmbeddedServer({ dataDir, onFatal: broken });
    const { host, port } = server;
    const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      return await runAll(client, statements);
    } finally {
      await client.end();
      await server.stop();
    }
  });
}

/** The same on a PostgreSQL server. */
export async function changeServerDatabase(
  url: string,
  statements: readonly string[],
): Promise<Rows> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await runAll(client, statements);
  } finally {
    await client.end();
  }
}

async function runAll(client: pg.Client, statements: readonly string[]): Promise<Rows> {
  let rows: Rows = [];
  for (const statement of statements) {
    ({ rows } = await client.query<Record<string, unknown>>(statement));
  }
  return rows;
}

/** Moments that are no age: the audit chain hashes them, and who owns the number is decided by the clock. */
const KEPT = ['audit_event', '_prisma_migrations', 'lease', 'instance_fact', 'signing_key'];

/** SQL by which so many minutes pass: every moment in every other table gets that much older. */
export function olderBy(minutes: number): string {
  const kept = KEPT.map((table) => `'${table}'`).join(', ');
  const older = `%1$I = %1$I - interval ''${minutes} minutes''`;
  const allOlder = `%1$I = ARRAY(SELECT t - interval ''${minutes} minutes'' FROM unnest(%1$I) t)`;
  return `DO $$
    DECLARE stored record;
    BEGIN
      FOR stored IN
        SELECT c.table_name AS name, string_agg(format(CASE c.data_type WHEN 'ARRAY'
          THEN '${allOlder}' ELSE '${older}' END, c.column_name), ', ') AS moments
        FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
          AND c.udt_name IN ('timestamptz', '_timestamptz') AND c.table_name NOT IN (${kept})
        GROUP BY c.table_name
      LOOP
        EXECUTE format('UPDATE %I SET ', stored.name) || stored.moments;
      END LOOP;
    END $$`;
}

/** To the product so many minutes pass while it is off. */
export async function letTimePass(dataDir: string, minutes: number): Promise<void> {
  await changeDatabase(dataDir, [olderBy(minutes)]);
}
