import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { checkLog } from './check-log.js';
import { DataDirError } from './data-dir-error.js';
import type { EmbeddedWorkerData } from './embedded-worker.js';
import { isOpenToOthers, makeContentsPrivate } from './private-folder.js';
import { shortPath, type ShortPath } from './short-path.js';

export interface EmbeddedServer {
  /** The folder of the unix socket; `pg` takes it as `host`. */
  readonly host: string;
  /** The number in the socket's name. */
  readonly port: number;
  /** Closes the database and ends its thread. */
  stop(): Promise<void>;
}

const PORT = 5432;
/** What is written is this user's alone. */
const PRIVATE = 0o077;

/**
 * Starts the thread. Compiled, the worker is the JavaScript beside this file. From sources (tsx and vitest alike) it is
 * TypeScript, which Node 20 does not read, and `--import tsx` does nothing in a thread: there two lines register tsx's
 * loader and then import the worker.
 */
function startWorker(workerData: EmbeddedWorkerData): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./embedded-worker.js', import.meta.url), {
      workerData,
      execArgv: [],
    });
  // Not import.meta.resolve: vitest's global setup, which makes the template database, has none.
  const tsxFolder = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const tsx = new URL('dist/esm/api/index.mjs', tsxFolder).href;
  const worker = new URL('./embedded-worker.ts', import.meta.url).href;
  const script = `import { register } from '${tsx}'; register(); await import('${worker}');`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`), {
    workerData,
    execArgv: ['--conditions=development'],
  });
}

/** Resolves when the thread says that it is ready or, for `create`, done. Rejects when it ends before. */
async function untilReady(worker: Worker): Promise<Worker> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The database thread ended (${code}).`)));
  });
}

/** In a thread of its own: initdb takes 500 MB of memory once, which are free again when the thread ends. */
async function createDatabase(data: EmbeddedWorkerData): Promise<void> {
  const worker = startWorker({ ...data, task: 'create' });
  const exit = once(worker, 'exit');
  await untilReady(worker);
  await exit;
}

/**
 * Whether there is a database to open; one is made only where there is nothing. The engine would make it among whatever
 * lies in the folder: another program's files, or a backup that was put back in half.
 * @throws DataDirError `no_database`
 */
function holdsDatabase(folder: string): boolean {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0) return false;
  if (names.includes('PG_VERSION')) return true;
  throw new DataDirError('no_database', (words) => words.noDatabase(folder));
}

/**
 * Opens (or makes) the embedded PostgreSQL in `${dataDir}/db` and serves it on a unix socket, in a thread of its own:
 * in the main thread it would hold up everything else for up to a second. The caller holds the folder's lock: the
 * engine has none. It survives SIGKILL, not a power cut: it does not fsync.
 * @param onFatal called once when the database breaks while in use: no later query is answered, the process must end
 * @throws DataDirError `no_database`, `damaged`, or an error when the folder cannot be opened
 */
export async function startEmbeddedServer(input: {
  readonly dataDir: string;
  readonly onFatal: (error: Error) => void;
}): Promise<EmbeddedServer> {
  // For what the thread writes as well: it cannot set a mask itself.
  process.umask(PRIVATE);
  const short = await shortPath(input.dataDir);
  const data: EmbeddedWorkerData = {
    task: 'serve',
    folder: path.resolve(input.dataDir, 'db'),
    socketPath: path.join(short.path, `.s.PGSQL.${PORT}`),
  };
  try {
    const isNew = !holdsDatabase(data.folder);
    await (isNew ? createDatabase(data) : checkLog(data.folder));
    if (isNew || (await isOpenToOthers(data.folder))) await makeContentsPrivate(data.folder);
    return watch(await untilReady(startWorker(data)), input.onFatal, short);
  } catch (cause) {
    await short.remove();
    if (cause instanceof DataDirError) throw cause;
    throw new Error(`The embedded database in ${data.folder} cannot be opened.`, { cause });
  }
}

function watch(worker: Worker, onFatal: (error: Error) => void, short: ShortPath): EmbeddedServer {
  let stopping = false;
  let failure: unknown;
  const remember = (reason: unknown) => {
    failure = reason;
  };
  worker.on('error', remember);
  worker.on('message', remember);
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      if (!stopping) onFatal(new Error('The embedded database broke.', { cause: failure }));
      resolve();
    });
  });
  return {
    host: short.path,
    port: PORT,
    stop: async () => {
      stopping = true;
      worker.postMessage('stop');
      await ended;
      await short.remove();
    },
  };
}
