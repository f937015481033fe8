import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '#src/adapters/postgres/open-database.js';
import { sameUmask } from './same-umask.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const MIGRATIONS_DIR = path.join(ROOT, 'prisma/migrations');
/** Thrown away by `npm ci`, kept between runs. */
export const CACHE_DIR = path.join(ROOT, 'node_modules/.cache/zap-login');
/** Everything a made database depends on. */
const MADE_FROM = [
  'src/adapters/postgres/embedded/embedded-worker.ts',
  'node_modules/@electric-sql/pglite/package.json',
];

async function templateKey(): Promise<string> {
  const migrations = (await readdir(MIGRATIONS_DIR, { recursive: true })).filter((file) =>
    file.endsWith('.sql'),
  );
  const files = [
    ...MADE_FROM,
    ...migrations.sort().map((file) => path.join('prisma/migrations', file)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

async function makeTemplate(template: string): Promise<void> {
  await mkdir(CACHE_DIR, { recursive: true });
  const draft = await mkdtemp(path.join(CACHE_DIR, 'draft-'));
  const broken = (error: Error) => {
    throw error;
  };
  const options = { migrationsDir: MIGRATIONS_DIR, onFatal: broken, onConnectionLost: broken };
  const database = await openDatabase({ dataDir: draft, ...options });
  await database.close();
  try {
    await rename(draft, template);
  } catch (error) {
    // Another test file made it first.
    if (!existsSync(template)) throw error;
    await rm(draft, { recursive: true });
  }
}

/** @returns a data folder with a migrated, empty embedded database; made once for a set of migrations */
export async function embeddedTemplate(): Promise<string> {
  const template = path.join(CACHE_DIR, `embedded-${await templateKey()}`);
  if (!existsSync(template)) await sameUmask(() => makeTemplate(template));
  return template;
}

/** Fills a data folder with a migrated, empty embedded database. */
export async function copyEmbeddedTemplate(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  // A thousand files: the program takes a fraction of what fs.cp does.
  await promisify(execFile)('cp', ['-Rp', path.join(await embeddedTemplate(), 'db'), dataDir]);
}
