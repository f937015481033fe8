import { chmod, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataDirError } from './data-dir-error.js';

/** What a mode grants to the group and to others; 0: the folder is its owner's alone. */
const OTHERS = 0o077;
/** One of these in a folder says that it is a data folder of this product. */
const OURS = new Set(['db', 'master.key']);
/** What an empty volume holds by itself. */
const OF_THE_VOLUME = new Set(['lost+found']);

export async function isOpenToOthers(folder: string): Promise<boolean> {
  return ((await stat(folder)).mode & OTHERS) !== 0;
}

/**
 * Whether the mode may be changed: a DATA_DIR of `/tmp` or `/srv` is a mistake, and other programs need those as they
 * are.
 */
async function isDataFolder(folder: string): Promise<boolean> {
  const names = (await readdir(folder)).filter((name) => !OF_THE_VOLUME.has(name));
  return names.length === 0 || names.some((name) => OURS.has(name));
}

/**
 * Takes every right on the data folder from other users of the machine, who could otherwise read and rewrite the
 * database (mode 0700). A folder that holds other things, belongs to another user (a volume with Kubernetes' `fsGroup`)
 * or lies on a file system without modes is refused.
 * @throws DataDirError `not_private`
 */
export async function makePrivate(dataDir: string): Promise<void> {
  if (!(await isOpenToOthers(dataDir))) return;
  let cause: unknown;
  if (await isDataFolder(dataDir)) {
    await chmod(dataDir, 0o700).catch((error: unknown) => (cause = error));
    if (!(await isOpenToOthers(dataDir))) return;
  }
  const mode = ((await stat(dataDir)).mode & 0o7777).toString(8).padStart(4, '0');
  const inside = path.join(dataDir, 'zap-login');
  throw new DataDirError('not_private', (words) => words.notPrivate({ dataDir, mode, inside }), {
    cause,
  });
}

/**
 * The same for everything in a database folder. The engine gives its first files mode 0666 whatever the process's mask
 * says, and earlier versions left the folder itself open.
 */
export async function makeContentsPrivate(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
  }
  // Last: it is the sign that all of it is done.
  await chmod(folder, 0o700);
}
