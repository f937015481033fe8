import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyBeforeMigrations } from '#src/adapters/postgres/embedded/copy-before-migrations.js';
import { openWithPrisma, type OpenDatabase } from '../../support/open-with-prisma.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from '../../support/embedded-template.js';

let dataDir = '';
let migrationsDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'zap-copy-'));
  migrationsDir = path.join(dataDir, 'migrations');
  await cp(MIGRATIONS_DIR, migrationsDir, { recursive: true });
});
afterEach(() => rm(dataDir, { recursive: true }));

function broken(error: Error): never {
  throw error;
}

/** Opens the database, and closes it when the work is done. */
async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const hooks = { onFatal: broken, onConnectionLost: broken };
  const database = await openWithPrisma({ dataDir, migrationsDir, ...hooks });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(migrationsDir, name));
  await writeFile(path.join(migrationsDir, name, 'migration.sql'), sql);
}

async function copies(): Promise<string[]> {
  return (await readdir(dataDir)).filter((name) => name.startsWith('db-before-')).sort();
}

it('case C11: the folder is copied before migrations that are pending, and the copy opens', async () => {
  await copyEmbeddedTemplate(dataDir);
  await withDatabase(async ({ pool, applied }) => {
    expect(applied).toEqual([]);
    await pool.query('CREATE TABLE kept (id int)');
    await pool.query('INSERT INTO kept VALUES (7)');
  });
  expect(await copies()).toEqual([]);
  await addMigration('29990101000000_gone', 'DROP TABLE kept');
  await withDatabase(async ({ applied }) => {
    expect(applied).toEqual(['29990101000000_gone']);
    return Promise.resolve();
  });
  expect(await copies()).toEqual(['db-before-29990101000000_gone']);
  await rm(path.join(dataDir, 'db'), { recursive: true });
  await rename(path.join(dataDir, 'db-before-29990101000000_gone'), path.join(dataDir, 'db'));
  await rm(path.join(migrationsDir, '29990101000000_gone'), { recursive: true });
  const kept = await withDatabase(({ pool }) => pool.query<{ id: number }>('TABLE kept'));
  expect(kept.rows).toEqual([{ id: 7 }]);
  expect(await copies()).toEqual([]);
}, 240_000);

it('case C11: the last two copies are kept, and none that was not finished', async () => {
  await mkdir(path.join(dataDir, 'db'));
  await writeFile(path.join(dataDir, 'db', 'PG_VERSION'), '18\n');
  await mkdir(path.join(dataDir, 'db-before-1_a.new'));
  for (const migration of ['2_b', '3_c', '3_c', '4_d'])
    await copyBeforeMigrations({ dataDir, migration });
  expect(await copies()).toEqual(['db-before-3_c', 'db-before-4_d']);
  expect(await readdir(path.join(dataDir, 'db-before-4_d'))).toEqual(['PG_VERSION']);
});

it('case C11: without room for a copy nothing is removed, copied or migrated', async () => {
  await mkdir(path.join(dataDir, 'db'));
  await writeFile(path.join(dataDir, 'db', 'PG_VERSION'), '18\n');
  for (const migration of ['1_a', '2_b']) await copyBeforeMigrations({ dataDir, migration });
  const refused = copyBeforeMigrations({
    dataDir,
    migration: '3_c',
    freeBytes: () => Promise.resolve(64 * 1024 * 1024 - 1),
  });
  await expect(refused).rejects.toMatchObject({
    code: 'no_room',
    message: expect.stringMatching(/needs 68 MB, and 68 MB are free.*Make room/s) as string,
  });
  expect(await copies()).toEqual(['db-before-1_a', 'db-before-2_b']);
});
