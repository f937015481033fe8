import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataDir } from '#src/adapters/postgres/embedded/data-dir-lock.js';
import { openWithPrisma } from '../../support/open-with-prisma.js';
import { makePrivate } from '#src/adapters/postgres/embedded/private-folder.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from '../../support/embedded-template.js';

let parent = '';
let dataDir = '';
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'zap-private-'));
  dataDir = path.join(parent, 'data');
  await mkdir(dataDir);
});
afterEach(() => rm(parent, { recursive: true }));

async function modeOf(name: string): Promise<string> {
  return ((await stat(name)).mode & 0o7777).toString(8);
}

it.each(['755', '777', '750', '2775'])(
  'case A17: a data folder that existed with mode %s is made private',
  async (mode) => {
    await chmod(dataDir, parseInt(mode, 8));
    await (await lockDataDir(dataDir)).release();
    expect(await modeOf(dataDir)).toMatch(/^2?700$/);
  },
);

it('case A17: a folder with other things in it keeps its mode and is refused', async () => {
  await writeFile(path.join(dataDir, 'of-another-program'), '');
  await chmod(dataDir, 0o1777);
  await expect(lockDataDir(dataDir)).rejects.toMatchObject({
    code: 'not_private',
    message: expect.stringMatching(/mode 1777.*chmod 700.*DATA_DIR/) as string,
  });
  expect(await modeOf(dataDir)).toBe('1777');
  expect(await readdir(dataDir)).toEqual(['of-another-program']);
});

it('case A17: a folder whose mode this user may not change is refused with what to do', async () => {
  // Root may change everything; a file system that ignores modes is what it meets in practice.
  const refused = process.getuid?.() === 0 ? '/proc/self/task' : '/tmp';
  await expect(makePrivate(refused)).rejects.toMatchObject({ code: 'not_private' });
});

async function useDatabase(): Promise<void> {
  const broken = (error: Error): never => {
    throw error;
  };
  const options = { migrationsDir: MIGRATIONS_DIR, onFatal: broken, onConnectionLost: broken };
  const database = await openWithPrisma({ dataDir, ...options });
  await database.pool.query('CREATE TABLE probe AS SELECT generate_series(1, 10000) AS n');
  await database.close();
}

/** The engine writes its cache of the system catalog as 0644; it lies in folders that are 0700, like everything else. */
const CATALOG_CACHE = 'pg_internal.init 644';

it.each(['an old one', 'a new one'])(
  'case A17: the embedded database is this user’s alone: %s',
  async (age) => {
    const folder = path.join(dataDir, 'db');
    if (age === 'an old one') {
      await copyEmbeddedTemplate(dataDir);
      await once(spawn('chmod', ['-R', 'a+rwX', folder]), 'exit');
      expect(await modeOf(path.join(folder, 'PG_VERSION'))).toBe('666');
    }
    await useDatabase();
    const open: string[] = [];
    for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
      const mode = await modeOf(path.join(entry.parentPath, entry.name));
      const named = `${entry.name} ${mode}`;
      if (named === CATALOG_CACHE) continue;
      if (mode !== (entry.isDirectory() ? '700' : '600')) open.push(named);
    }
    expect(open).toEqual([]);
    expect(await modeOf(path.join(folder, 'PG_VERSION'))).toBe('600');
  },
);
