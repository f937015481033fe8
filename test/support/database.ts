import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openDatabase, type Database } from '#src/adapters/postgres/open-database.js';
import { backendsToTest, type Backend } from './backends.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from './embedded-template.js';
import { borrowPostgres, type PostgresServer } from './postgres-server.js';

/** Opens a migrated database that nothing else uses; it is closed and removed after the suite. */
export type OpenFresh = () => Promise<Database>;

function broken(error: Error): never {
  throw error;
}

async function openEmbedded(dataDir: string): Promise<Database> {
  await copyEmbeddedTemplate(dataDir);
  return openDatabase({
    dataDir,
    migrationsDir: MIGRATIONS_DIR,
    onFatal: broken,
    onConnectionLost: broken,
  });
}

async function openExternal(server: PostgresServer): Promise<Database> {
  const url = await server.createDatabase();
  return openDatabase({
    url,
    dataDir: tmpdir(),
    migrationsDir: MIGRATIONS_DIR,
    onFatal: broken,
    onConnectionLost: broken,
  });
}

/** Declares the hooks of one suite. */
function prepare(backend: Backend): OpenFresh {
  const opened: Database[] = [];
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
    const database = server ? await openExternal(server) : await openEmbedded(dataDir);
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
