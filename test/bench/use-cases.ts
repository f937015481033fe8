import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { readConfig } from '#src/config/config.js';
import { openStorage, type Storage } from '#src/main/open-storage.js';
import { copyEmbeddedTemplate } from '../support/embedded-template.js';
import { compareByTurns, timed } from './compare.js';
import { benchGoogleSignIn } from './google-sign-in.js';
import { inMs, type Report } from './report.js';
import { createSignIns } from './sign-ins.js';

const ROUNDS = { rounds: 9, triesPerRound: 10 };
const LIMIT = 12;

function broken(error: Error): never {
  throw error;
}

/** The least that can consume something once and open a session: two statements in a transaction. */
function createBarePair({ database }: Storage, accountId: string) {
  return async (table: 'challenge' | 'login_link', id: string): Promise<number> =>
    timed(async () => {
      const client = await database.pool.connect();
      await client.query('BEGIN');
      await client.query(
        `UPDATE ${table} SET consumed_at = now() WHERE id = $1 AND consumed_at IS NULL RETURNING account_id`,
        [id],
      );
      await client.query(
        'INSERT INTO session (id, account_id, way, created_at, last_seen_at) VALUES ($1, $2, $3, now(), now())',
        [systemRandom.id(), accountId, 'code'],
      );
      await client.query('COMMIT');
      client.release();
    });
}

async function benchBoth(report: Report, storage: Storage): Promise<void> {
  const signIns = await createSignIns(storage);
  const { accountId, newChallenge, newLinkId } = signIns;
  const barePair = createBarePair(storage, accountId);
  const bare = async () => barePair('challenge', (await newChallenge()).challengeId);
  const code = await compareByTurns({ ...ROUNDS, measured: signIns.byCode, reference: bare });
  const link = await compareByTurns({
    ...ROUNDS,
    measured: signIns.byLink,
    reference: async () => barePair('login_link', await newLinkId()),
  });
  for (const [name, { measured, reference, ratio }] of [
    ['code verified', code],
    ['link redeemed', link],
  ] as const) {
    report.add({
      name: `${name}, use case`,
      measured: inMs(measured),
      reference: `${inMs(reference)} two bare statements`,
      ratio,
      limit: LIMIT,
    });
  }
  await benchGoogleSignIn(report, { storage, ...signIns, bare });
}

/** The use cases that turn a code, a link or Google's word into a session, beside two bare statements on the same database. */
export async function benchUseCases(report: Report): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-bench-'));
  await copyEmbeddedTemplate(dataDir);
  const storage = await openStorage({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createEventLog({ level: 'warn' }),
    onFatal: broken,
  });
  try {
    await benchBoth(report, storage);
  } finally {
    await storage.database.close();
    await rm(dataDir, { recursive: true });
  }
}
