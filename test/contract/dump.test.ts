import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { Code } from '#src/domain/challenge.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import { leaveTracesOfInstances } from './instance-traces.js';
import { leaveTracesOfPages, REQUEST_CODE } from './page-traces.js';
import {
  contract,
  later,
  newChat,
  newMessageId,
  newText,
  NOON,
  personName,
  register,
  type Parts,
} from './parts.js';
import { PAIRING } from './redis-parts.js';

const NAME = 'Quitéria Wanderley';
const PASSWORD_HASH = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g';
const CODE = '493827' as Code;
const GOOGLE_SUB = '109876543210987654321' as GoogleSub;
const GOOGLE_EMAIL = 'quiteria.w@gmail.example';
const CODE_VERIFIER = 'pkce-verifier-of-forty-three-characters-0001';
const NONCE = 'nonce-of-twenty-two-chars';
const REASON = 'Documento conferido na loja';
const PRIVATE_KEY = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';

const newToken = () => randomBytes(32).toString('base64url');

/** A day in the life of the database: everything a chat, a login and a pairing leave behind. */
async function liveADay(parts: Parts) {
  const { store, vault, leases, facts, masterKeys } = parts;
  const digests = createDigests(createKeyRing(masterKeys));
  const { id: accountId, taxId, phone } = await register(parts, { name: personName(NAME) });
  const chat = newChat();
  const [link, refresh, successor, binding, setup] = [
    newToken(),
    newToken(),
    newToken(),
    newToken(),
    newToken(),
  ] as const;
  const pnJid = `${phone.slice(1)}@s.whatsapp.net`;
  const expiresAt = later(600_000);

  const inbound = newText(chat, `Meu CPF é ${taxId} e meu código é ${CODE}`);
  await store.inbox.accept({ ...inbound, phone }, NOON);
  await store.transaction(async ({ conversations, challenges, loginLinks, outbox }) => {
    await conversations.lock({ chat, phone, now: NOON });
    await conversations.countTaxIdTry({ chat, phone, taxId, since: NOON, now: NOON });
    const snapshot = { version: 1, state: { taxId, name: NAME } };
    await conversations.save({ chat, snapshot, lastInboundAt: NOON, now: NOON });
    const challengeId = randomUUID();
    await challenges.open({
      id: challengeId,
      ...{ accountId, taxId },
      purpose: 'login',
      codeDigest: digests.code({ challengeId, accountId, purpose: 'login', code: CODE }),
      bindingDigest: digests.token('browser', binding),
      sent: true,
      expiresAt,
      now: NOON,
    });
    const tokenDigest = digests.token('login-link', link);
    await loginLinks.issue({
      id: randomUUID(),
      ...{ accountId, taxId },
      purpose: 'login',
      tokenDigest,
      next: null,
      expiresAt,
      now: NOON,
    });
    const message = { chat, kind: 'link', solicited: true, expiresAt } as const;
    await outbox.enqueue(
      [
        {
          ...message,
          messageId: newMessageId(),
          text: `Oi, ${NAME}: https://zap.example/l/${link}`,
        },
        { ...message, messageId: newMessageId(), text: CODE, kind: 'code' },
        { ...message, messageId: newMessageId(), text: CODE, kind: 'code', decoy: true },
      ],
      NOON,
    );
  });

  const sessionId = randomUUID();
  const [tokenId, nextId] = [randomUUID(), randomUUID()];
  await store.sessions.create({
    id: sessionId,
    accountId,
    method: 'login_link',
    browser: 'Firefox 144',
    system: 'Linux',
    refresh: { id: tokenId, digest: digests.token('refresh', refresh), expiresAt },
    knownDigest: digests.token('known-browser', binding),
    now: NOON,
  });
  const next = { id: nextId, digest: digests.token('refresh', successor), expiresAt };
  const notice = { accountId, topic: 'sign_in', windowMs: 1000, now: NOON } as const;
  await store.ownerNotices.goesOutNow({ ...notice, text: `from ${phone}` });
  await store.ownerNotices.goesOutNow({ ...notice, text: `from ${phone}` });
  const token = { id: tokenId, sessionId, usedAt: null };
  await store.sessions.rotate({ token, successor, next, now: NOON });

  await store.passwords.set({ accountId, hash: PASSWORD_HASH, now: NOON });
  const asked = { id: randomUUID(), taxId, now: NOON };
  await store.messageLimits.askFromPage({ ...asked, sendable: true });
  await store.tryLimits.takePassword({ ...asked, known: [] });
  await leaveTracesOfGoogle(parts, { accountId, binding });
  await leaveTracesOfPages(parts, { accountId, taxId, chat, phone, binding });
  await facts.insertOnce('key-check', Buffer.from('a check value in bytes'));
  const setupDigest = digests.token('admin-setup', setup);
  await store.admins.issueSetupLink({ tokenDigest: setupDigest, expiresAt, now: NOON });
  await store.signingKeys.insertFirst({
    kid: 'first',
    publicJwk: { kty: 'OKP' },
    privateJwk: { kty: 'OKP', d: PRIVATE_KEY },
    createdAt: NOON,
    retiredAt: null,
  });

  const grant = await leases.acquire({ name: botLeaseName('main'), owner: 'one', ttlMs: 60_000 });
  await vault.commit({
    bot: 'main',
    epoch: grant?.epoch ?? 0n,
    changes: [
      { kind: 'credentials', value: JSON.stringify({ me: pnJid, noiseKey: PRIVATE_KEY }) },
      { kind: 'key', type: 'session', id: `${phone.slice(1)}.0`, value: PRIVATE_KEY },
      { kind: 'key', type: 'lid-mapping', id: phone.slice(1), value: chat },
    ],
  });
  const secrets = {
    'the hash of the password': PASSWORD_HASH,
    'the Google id': GOOGLE_SUB,
    'the Google e-mail': GOOGLE_EMAIL,
    'the PKCE verifier': CODE_VERIFIER,
    'the nonce': NONCE,
    'the reason of an admin': REASON,
    'the CPF': taxId,
    'the phone': phone.slice(1),
    'the phone without its country': phone.slice(3),
    'the first name': 'Quitéria',
    'the last name': 'Wanderley',
    'the LID': chat.replace('@lid', ''),
    'the code': CODE,
    'the code of a page': REQUEST_CODE,
    'the link’s token': link,
    'the refresh token': refresh,
    'its successor': successor,
    'the browser’s token': binding,
    'the set-up token': setup,
    'a private key': PRIVATE_KEY,
    'the QR that pairs the bot': PAIRING.qr ?? '',
  };
  await leaveTracesOfInstances(parts);
  return { secrets, messageId: inbound.messageId };
}

/** A Google account that is linked, one that is on its way, a browser at Google, an entry of the audit log. */
async function leaveTracesOfGoogle(
  { store, masterKeys }: Parts,
  { accountId, binding }: { accountId: string; binding: string },
) {
  const digests = createDigests(createKeyRing(masterKeys));
  const bindingDigest = digests.token('browser', binding);
  const expiresAt = later(600_000);
  const about = { sub: GOOGLE_SUB, email: GOOGLE_EMAIL };
  await store.googleIdentities.link({ id: randomUUID(), accountId, ...about, now: NOON });
  const profile = { ...about, name: NAME };
  const pending = { id: randomUUID(), bindingDigest, profile, next: null };
  await store.pendingGoogleLinks.create({ ...pending, expiresAt, now: NOON });
  const secrets = { nonce: NONCE, codeVerifier: CODE_VERIFIER };
  const visit = { id: randomUUID(), intent: 'login', accountId: null, sessionId: null } as const;
  const stateDigest = digests.token('google-state', newToken());
  const way = { ...visit, ...secrets, next: null, stateDigest, bindingDigest };
  await store.googleSignIns.create({ ...way, expiresAt, now: NOON });
  const act = { actor: 'admin', action: 'account_blocked', accountId, now: NOON } as const;
  await store.transaction(({ audit }) => audit.append({ ...act, detail: { reason: REASON } }));
}

/** What stands in a table, in lower case: the text of all columns, and their bytes in hexadecimal. */
interface Dump {
  readonly text: string;
  readonly bytes: string;
}

const BYTES = /\\\\x[0-9a-f]*/g;

async function dump({ database }: Parts): Promise<Map<string, Dump>> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'`,
  );
  const tables = new Map<string, Dump>();
  for (const { name } of rows) {
    const found = await database.pool.query<{ line: string }>(
      `SELECT t::text AS line FROM "${name}" t`,
    );
    const lines = found.rows.map(({ line }) => line.toLowerCase()).join('\n');
    const bytes = lines.match(BYTES)?.join('\n') ?? '';
    tables.set(name, { text: lines.replaceAll(BYTES, ''), bytes });
  }
  return tables;
}

/** A text is found as itself, as its bytes, and as base64 in either. */
function holds({ text, bytes }: Dump, wanted: string): boolean {
  const base64 = Buffer.from(wanted).toString('base64url').slice(0, -2);
  return [wanted, base64].some(
    (form) =>
      text.includes(form.toLowerCase()) || bytes.includes(Buffer.from(form).toString('hex')),
  );
}

contract('a dump of the database', (parts) => {
  let day: Awaited<ReturnType<typeof liveADay>> | undefined;
  let tables = new Map<string, Dump>();

  beforeAll(async () => {
    day = await liveADay(parts());
    tables = await dump(parts());
  });

  function holding(wanted: string): string[] {
    return [...tables].filter(([, table]) => holds(table, wanted)).map(([name]) => name);
  }

  it('covers every table a day fills', () => {
    const empty = [...tables].filter(([, { text }]) => text === '').map(([name]) => name);
    expect(empty.sort()).toEqual(['admin', 'admin_session']);
  });

  it('shows what is stored in the clear, so that the search is known to find things', () => {
    expect(holding('Firefox 144')).toEqual(['session']);
    expect(holding(day?.messageId ?? '')).toEqual(['inbound_message']);
    expect(holding('a check value in bytes')).toEqual(['instance_fact']);
  });

  describe('shows nobody', () => {
    it.each([
      'the hash of the password',
      'the Google id',
      'the Google e-mail',
      'the PKCE verifier',
      'the nonce',
      'the reason of an admin',
      'the CPF',
      'the phone',
      'the phone without its country',
      'the first name',
      'the last name',
      'the LID',
      'the code',
      'the code of a page',
      'the link’s token',
      'the refresh token',
      'its successor',
      'the browser’s token',
      'the set-up token',
      'a private key',
    ] as const)('%s', (what) => {
      const secret = day?.secrets[what] ?? '';
      expect(secret).not.toBe('');
      expect(holding(secret)).toEqual([]);
    });
  });
});
