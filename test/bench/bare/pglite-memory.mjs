// What PGlite takes by itself: a process with nothing but its worker on an existing database folder, which reads every
// table and then writes as many rows as the product would. Prints the bytes it added to the empty process.
// argv: a folder of an embedded database that may be written to; the number of transactions.
import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

function residentBytes() {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}

async function work({ folder, transactions }) {
  const { PGlite } = await import('@electric-sql/pglite');
  const settings = [
    'timezone=UTC',
    'shared_buffers=16MB',
    'max_wal_size=64MB',
    'min_wal_size=16MB',
  ];
  const database = await PGlite.create(folder, {
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((one) => ['-c', one])],
  });
  const { rows } = await database.query(
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
  );
  for (const { tablename } of rows) await database.query(`SELECT * FROM "${tablename}"`);
  await database.exec('CREATE TABLE bare (id int PRIMARY KEY, box bytea, at timestamptz)');
  const box = new Uint8Array(300);
  for (let id = 0; id < transactions; id += 1) {
    await database.transaction(async (open) => {
      await open.query('INSERT INTO bare VALUES ($1, $2, now())', [id, box]);
      await open.query('SELECT * FROM bare WHERE id = $1', [id]);
      await open.query('UPDATE bare SET at = now(), box = $2 WHERE id = $1', [id, box]);
    });
  }
  parentPort.postMessage('done');
}

if (isMainThread) {
  const [folder, transactions] = process.argv.slice(2);
  const before = residentBytes();
  const data = { folder, transactions: Number(transactions) };
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  worker.once('error', (error) => {
    throw error;
  });
  worker.once('message', () => {
    process.stdout.write(String(residentBytes() - before));
    process.exit(0);
  });
} else {
  await work(workerData);
  // Stays alive: its memory is what is measured.
  parentPort.ref();
  parentPort.on('message', () => undefined);
}
