import { createAccessCopy } from '#bot-flows/copy/access-copy.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPasswordHasher } from '#src/adapters/crypto/password-hasher.js';
import { createAccessTokens } from '#src/adapters/crypto/access-tokens.js';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createEventLog } from '#src/adapters/logging/event-log.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { openChallenge } from '#src/app/proof/issue-code.js';
import { createMagicLinks, issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import { createCheckProof } from '#src/app/proof/check-proof.js';
import { createStartSession } from '#src/app/session/start-session.js';
import { createVerifyCode } from '#src/app/sign-in/code/verify-code.js';
import { readConfig } from '#src/config/config.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parsePhone } from '#src/domain/phone.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import { openStorage, type Storage } from '#src/main/open-storage.js';
import { withEvents } from '../support/events.js';
import { copyEmbeddedTemplate } from '../support/embedded-template.js';
import { compareByTurns, timed } from './compare.js';
import { personOf } from './conversations.js';
import { benchGoogleSignIn } from './google-sign-in.js';
import { inMs, type Report } from './report.js';
import { SAO_PAULO } from '../support/time-zone.js';

const ROUNDS = { rounds: 9, triesPerRound: 10 };
const LIMIT = 12;
const ORIGIN = 'http://localhost:3000';

function broken(error: Error): never {
  throw error;
}

async function createAccount({ store }: Storage): Promise<{ id: string; taxId: TaxId }> {
  const { number, cpf } = personOf(0);
  const taxId = parseTaxId(cpf);
  const name = parsePersonName('Ana Pereira');
  const phone = parsePhone(number, 'br');
  if (!taxId.ok || !name.ok || !phone.ok) throw new Error('the sample person is not valid');
  const id = systemRandom.id();
  const now = systemClock.now();
  await store.accounts.create({
    id,
    numberId: systemRandom.id(),
    taxId: taxId.value,
    name: name.value,
    phone: phone.value,
    consentedAt: now,
    now,
  });
  return { id, taxId: taxId.value };
}

/** Limits count per address: each try comes from another one. */
function createAddresses(): () => string {
  let tries = 0;
  return () => {
    tries += 1;
    return `10.1.${tries >> 8}.${tries & 255}`;
  };
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
  const { digests } = storage;
  const store = withEvents(storage.store, { bus: createMemoryEventBus() });
  const random = systemRandom;
  const clock = systemClock;
  const limiter = createMemoryRateLimiter();
  const signingKeys = store.signingKeys;
  const accessTokens = await createAccessTokens({ signingKeys, issuer: ORIGIN, clock });
  const copy = createAccessCopy({ copy: COPY['pt-BR'], timeZone: SAO_PAULO });
  const startSession = createStartSession({ random, digests, accessTokens, copy });
  const proofs = createCheckProof({
    ...{ store, clock, random, digests, limiter },
    passwords: createPasswordHasher(),
    warnOwner: () => Promise.reject(new Error('nobody guesses here')),
  });
  const verifyCode = createVerifyCode({ proofs, startSession });
  const { redeem } = createMagicLinks({ store, clock, digests, limiter, startSession });
  const { id: accountId, taxId } = await createAccount(storage);
  const barePair = createBarePair(storage, accountId);
  const nextAddress = createAddresses();
  const browserToken = random.token();

  const newChallenge = () =>
    openChallenge(
      { random, digests, tables: store },
      {
        ...{ accountId, taxId },
        purpose: 'login',
        bindingDigest: digests.token('browser', browserToken),
        sent: true,
        now: clock.now(),
      },
    );
  const newLink = async (): Promise<string> => {
    const made = await issueLoginLink({ random, digests, publicUrl: ORIGIN }, store, {
      accountId,
      now: clock.now(),
    });
    return made.url.slice(-43);
  };
  const asked = { purpose: 'login', browserToken, known: [], userAgent: 'Mozilla/5.0' } as const;

  const code = await compareByTurns({
    ...ROUNDS,
    measured: async () => {
      const { challengeId, code } = await newChallenge();
      return timed(async () => {
        const done = await verifyCode({ ...asked, challengeId, code, address: nextAddress() });
        if (!done.ok) throw new Error(`the code was refused: ${done.error.code}`);
      });
    },
    reference: async () => barePair('challenge', (await newChallenge()).challengeId),
  });
  const link = await compareByTurns({
    ...ROUNDS,
    measured: async () => {
      const token = await newLink();
      return timed(async () => {
        const done = await redeem({ token, userAgent: asked.userAgent, address: nextAddress() });
        if (!done.ok) throw new Error(`the link was refused: ${done.error.code}`);
      });
    },
    reference: async () => {
      const found = await store.loginLinks.find({
        tokenDigest: digests.token('login-link', await newLink()),
        purpose: 'login',
      });
      if (found === null) throw new Error('the link was not stored');
      return barePair('login_link', found.id);
    },
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
  const bare = async () => barePair('challenge', (await newChallenge()).challengeId);
  await benchGoogleSignIn(report, { storage, startSession, copy, accountId, bare, nextAddress });
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
