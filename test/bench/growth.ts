import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { readConfig } from '#src/config/config.js';
import { openStorage } from '#src/main/open-storage.js';
import { fill } from '../explain/fill.js';
import { findPostgres, startPostgres } from '../support/postgres-server.js';
import { median } from './compare.js';
import { inMs, type Report } from './report.js';
import { createSignIns } from './sign-ins.js';

const LIMIT = 1.2;
const SIZES = [1_000, 100_000, 1_000_000] as const;
const ROUNDS = 15;
const TRIES = 10;
/** What a sign-in reads and writes; the rest is as empty as on the first day. */
const TABLES = ['account', 'whatsapp_number', 'known_browser', 'login_link', 'session'];

function broken(error: Error): never {
  throw error;
}

/** A sign-in by link among a thousand accounts, a hundred thousand and a million, by turns on one PostgreSQL. */
export async function benchGrowth(report: Report): Promise<void> {
  const programs = findPostgres();
  if (programs === null) {
    report.note('NOT MEASURED on this machine, which has no PostgreSQL: many accounts');
    return;
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-bench-'));
  const server = await startPostgres(programs);
  try {
    const open = async (rows: number) => {
      const storage = await openStorage({
        config: readConfig({ DATA_DIR: dataDir, DATABASE_URL: await server.createDatabase() }),
        log: createEventLog({ level: 'warn' }),
        onFatal: broken,
      });
      await fill(storage.database.pool, { rows, now: systemClock.now(), tables: TABLES });
      return { rows, storage, times: [] as number[], signIns: await createSignIns(storage) };
    };
    const sizes: Awaited<ReturnType<typeof open>>[] = [];
    for (const rows of SIZES) sizes.push(await open(rows));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { signIns, times } of sizes) {
        const tries: number[] = [];
        for (let attempt = 0; attempt < TRIES; attempt += 1) tries.push(await signIns.byLink());
        // The first round is for what is compiled and read on first use.
        if (round > 0) times.push(median(tries));
      }
    }
    const [small, ...larger] = sizes;
    for (const { rows, times } of larger) {
      const ratios = times.map((time, round) => time / (small?.times[round] ?? 0));
      report.add({
        name: `link redeemed among ${rows.toLocaleString('en')} accounts`,
        measured: inMs(median(times)),
        reference: `${inMs(median(small?.times ?? []))} among ${SIZES[0].toLocaleString('en')}`,
        ratio: median(ratios),
        limit: LIMIT,
      });
    }
    for (const { storage } of sizes) await storage.database.close();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true });
  }
}
