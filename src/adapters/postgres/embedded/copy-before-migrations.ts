import { constants } from 'node:fs';
import { cp, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { DataDirError } from './data-dir-error.js';

/** Before the name of the migration that a copy was made for, so that names sort by age. */
const PREFIX = 'db-before-';
const UNFINISHED = '.new';
const KEPT = 2;
/** What the migrations themselves may need, in bytes. */
const ROOM_TO_WORK = 64 * 1024 * 1024;

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/** @returns the copies that go so that there is place for this one, oldest first */
async function copiesToRemove(dataDir: string, name: string): Promise<string[]> {
  const names = (await readdir(dataDir)).filter((one) => one.startsWith(PREFIX)).sort();
  const same = names.filter((one) => one === name || one.endsWith(UNFINISHED));
  const others = names.filter((one) => !same.includes(one));
  return [...same, ...others.slice(0, Math.max(0, others.length - (KEPT - 1)))];
}

/**
 * Copies the closed database folder `${dataDir}/db` to `${dataDir}/db-before-<migration>`: what an operator goes back
 * to when an update was a mistake. The last two copies are kept. A copy under way has another name, so that a kill
 * leaves no half copy that looks whole.
 * @param migration the first migration that is about to be applied
 * @param freeBytes asks the disk; in bytes
 * @returns the copy's folder
 * @throws DataDirError `no_room`, before anything was written or removed
 */
export async function copyBeforeMigrations(input: {
  readonly dataDir: string;
  readonly migration: string;
  readonly freeBytes?: (folder: string) => Promise<number>;
}): Promise<string> {
  const { dataDir, migration, freeBytes = freeBytesOf } = input;
  const folder = path.join(dataDir, 'db');
  const copy = path.join(dataDir, PREFIX + migration);
  const old = (await copiesToRemove(dataDir, path.basename(copy))).map((name) =>
    path.join(dataDir, name),
  );
  const given = await Promise.all(old.map(sizeOf));
  const free = given.reduce((sum, bytes) => sum + bytes, await freeBytes(dataDir));
  const needed = (await sizeOf(folder)) + ROOM_TO_WORK;
  if (free < needed) {
    throw new DataDirError('no_room', (words) =>
      words.noRoom({ folder, needed: inMegabytes(needed), free: inMegabytes(free) }),
    );
  }
  for (const name of old) await rm(name, { recursive: true });
  const draft = copy + UNFINISHED;
  await cp(folder, draft, { recursive: true, mode: constants.COPYFILE_FICLONE });
  await rename(draft, copy);
  return copy;
}
