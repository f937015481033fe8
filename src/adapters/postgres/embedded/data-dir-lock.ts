import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readdir, rm } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { DataDirError } from './data-dir-error.js';
import { makePrivate } from './private-folder.js';
import { shortPath, type ShortPath } from './short-path.js';

export interface DataDirLock {
  /** Lets another process use the folder. */
  release(): Promise<void>;
}

/** `owner.<pid>.<random>.sock`: no name is ever used twice, so a dead one can be removed without a race. */
const OWNER = /^owner\.(\d+)\.[\da-f]+\.sock$/;
/** What connecting to a socket answers whose process is gone. */
const DEAD = new Set(['ECONNREFUSED', 'ENOENT']);

function notWritable(dataDir: string, cause: unknown): DataDirError {
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new DataDirError('not_writable', (words) => words.notWritable(dataDir, reason), { cause });
}

/**
 * Makes the folder and those above it, one at a time: Node 20's own recursion never ends where the
 * system says that a folder is missing although it is there (below /proc).
 */
async function makeFolder(folder: string): Promise<void> {
  const first = await make(folder);
  if (first === null) return;
  const parent = path.dirname(folder);
  if (first.code !== 'ENOENT' || parent === folder) throw first;
  await makeFolder(parent);
  const second = await make(folder);
  if (second !== null) throw second;
}

/** @returns why the folder was not made; null where it is there, also by another process at the same moment */
async function make(folder: string): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    return fault.code === 'EEXIST' ? null : fault;
  }
  return null;
}

async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await makeFolder(path.resolve(dataDir));
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw notWritable(dataDir, cause);
  }
}

async function listen(socketPath: string): Promise<net.Server> {
  const server = net.createServer((caller) => caller.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  return server.unref();
}

async function close(server: net.Server): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

async function isAlive(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = net.connect(socketPath);
    caller.once('connect', () => {
      caller.destroy();
      resolve(true);
    });
    // Anything unclear counts as alive: refusing to start is safe, opening twice loses rows.
    caller.once('error', (error: NodeJS.ErrnoException) => resolve(!DEAD.has(error.code ?? '')));
  });
}

/** @returns the process id of another owner that lives, after removing what dead ones left */
async function findOtherOwner(folder: string, mine: string): Promise<string | null> {
  for (const name of await readdir(folder)) {
    const pid = OWNER.exec(name)?.[1];
    if (pid === undefined || name === mine) continue;
    if (await isAlive(path.join(folder, name))) return pid;
    await rm(path.join(folder, name), { force: true });
  }
  return null;
}

async function claim(short: ShortPath, dataDir: string): Promise<net.Server> {
  const mine = `owner.${process.pid}.${randomBytes(4).toString('hex')}.sock`;
  const server = await listen(path.join(short.path, mine));
  const other = await findOtherOwner(short.path, mine);
  if (other === null) return server;
  await close(server);
  throw new DataDirError('in_use', (words) => words.inUse(dataDir, other));
}

/**
 * Makes the data folder, sees to its mode 0700 and holds it for this process. The lock is a unix socket that only a
 * living process answers on, so the kernel frees it even after SIGKILL. Each process first listens and then looks for
 * others: of two that start at the same moment one sees the other at least, so never both go on (both may refuse).
 * @throws DataDirError `in_use` (names the process), `not_writable` or `not_private`
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await prepareFolder(dataDir);
  await makePrivate(dataDir);
  const short = await shortPath(dataDir);
  try {
    const server = await claim(short, dataDir);
    return {
      release: async () => {
        await close(server);
        await short.remove();
      },
    };
  } catch (error) {
    await short.remove();
    throw error instanceof DataDirError ? error : notWritable(dataDir, error);
  }
}
