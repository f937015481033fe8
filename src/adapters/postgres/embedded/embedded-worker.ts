import { rename, rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { startWireServer } from './wire-server.js';

/** What the thread is started with. */
export interface EmbeddedWorkerData {
  /** `create` makes the database folder and ends; `serve` opens it and answers until it is told to stop. */
  readonly task: 'create' | 'serve';
  readonly folder: string;
  readonly socketPath: string;
}

/**
 * UTC, because adapter-pg reads every timestamptz as if its offset were zero. The rest keeps the folder and memory
 * small: 16 MiB of buffers, and a checkpoint at the latest after 64 MiB of log, which also bounds recovery after a
 * kill.
 */
const SETTINGS = ['timezone=UTC', 'shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=16MB'];
const START_PARAMS = [
  ...PGlite.defaultStartParams,
  ...SETTINGS.flatMap((setting) => ['-c', setting]),
];
/** Log files of 1 MiB instead of 16. */
const INITDB_PARAMS = ['--wal-segsize=1'];
/** This engine has no autovacuum: without it updated rows leave their old versions behind for good. */
const VACUUM_EVERY_MS = 60 * 60_000;

/** In an error's answer: severity PANIC. No text value can hold these bytes, there is no NUL in text. */
const PANIC = Buffer.from('\0VPANIC\0');

/**
 * Ends the thread, and with it the process (embedded-server.ts). After a PANIC, for instance on a full disk, the engine
 * would give wrong answers or never return; opened again it recovers from its log.
 */
function giveUp(reason: string): never {
  parentPort?.postMessage(reason);
  process.exit(1);
}

/** Makes the folder under another name and renames it: a kill on the way leaves no half-made database. */
async function create(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const database = await PGlite.create(draft, { initDbStartParams: INITDB_PARAMS });
  await database.close();
  await rename(draft, folder);
  parentPort?.postMessage('done');
}

async function serve({ folder, socketPath }: EmbeddedWorkerData): Promise<void> {
  await rm(socketPath, { force: true });
  const database = await PGlite.create(folder, { startParams: START_PARAMS });
  const server = await startWireServer({
    engine: {
      run: (messages, send) =>
        database.execProtocolRawStream(messages, {
          onRawData: (answer) => {
            if (Buffer.from(answer).includes(PANIC)) giveUp('The engine panicked.');
            send(answer);
          },
        }),
      inTransaction: () => database.isInTransaction(),
    },
    socketPath,
    onBroken: (error) => giveUp(String(error)),
  });
  const vacuum = setInterval(() => server.submit('VACUUM (ANALYZE)'), VACUUM_EVERY_MS);
  parentPort?.once('message', () => {
    clearInterval(vacuum);
    void server
      .stop()
      .then(() => database.close())
      .then(() => process.exit(0));
  });
  parentPort?.postMessage('ready');
}

const data = workerData as EmbeddedWorkerData;
await (data.task === 'create' ? create(data.folder) : serve(data));
