import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openWithPrisma, type OpenDatabase } from './open-with-prisma.js';
import { backendsToTest, type Backend } from './backends.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from './embedded-template.js';
import { lendDatabase } from './lent-databases.js';
import { borrowPostgres, createInFamily, type PostgresServer } from './postgres-server.js';

/** Opens a migrated database that nothing else uses; it is closed and removed after the suite. */
export type OpenFresh = () => Promise<OpenDatabase>;

function broken(error: Error): never {
  throw error;
}

async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  await copyEmbeddedTemplate(dataDir);
  return openWithPrisma({
    dataDir,
    migrationsDir: MIGRATIONS_DIR,
    onFatal: broken,
    onConnectionLost: broken,
  });
}

async function openExternal(url: string): Promise<OpenDatabase> {
  return openWithPrisma({
    url,
    dataDir: tmpdir(),
    migrationsDir: MIGRATIONS_DIR,
    onFatal: broken,
    onConnectionLost: broken,
  });
}

/** Declares the hooks of one suite. */
function prepare(backend: Backend): OpenFresh {
  const opened: OpenDatabase[] = [];
  let folder = '';
  let asked = 0;
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zap-db-'));
    if (backend === 'postgres') server = borrowPostgres(inject('postgresAdminUrl'));
  });
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await server?.stop();
    await rm(folder, { recursive: true });
  });
  return async () => {
    asked += 1;
    const dataDir = path.join(folder, String(asked));
    const database = server
      ? await openExternal(await server.createDatabase())
      : await openEmbedded(dataDir);
    opened.push(database);
    return database;
  };
}

/** Declares the same suite once for each database to test on, or for those of them that are named. */
export function forEachBackend(
  name: string,
  suite: (openFresh: OpenFresh) => void,
  backends: readonly Backend[] = backendsToTest(),
): void {
  for (const backend of backends)
    describe(`${name} (${backend})`, () => {
      suite(prepare(backend));
    });
}

/** Opens a database that outlives the suite: the end of the run removes it (global-setup.ts). */
async function openLasting(backend: Backend): Promise<OpenDatabase> {
  const { folder, family } = inject('lentDatabases');
  if (backend === 'embedded') return openEmbedded(await mkdtemp(path.join(folder, 'db-')));
  return openExternal(await createInFamily(inject('postgresAdminUrl'), family));
}

/**
 * Declares the same suite once for each database to test on. Each has an empty one while it runs, which other suites of
 * this process have before and after it: tests change rows there, never the schema.
 */
export function onEachBackend(
  name: string,
  suite: (database: () => OpenDatabase) => void,
  backends: readonly Backend[] = backendsToTest(),
): void {
  for (const backend of backends)
    describe(`${name} (${backend})`, () => {
      let lent: Awaited<ReturnType<typeof lendDatabase>> | undefined;
      beforeAll(async () => {
        lent = await lendDatabase(backend, () => openLasting(backend));
      });
      afterAll(() => lent?.giveBack());
      suite(() => {
        if (lent === undefined) throw new Error('the database is not open yet');
        return lent.database;
      });
    });
}
