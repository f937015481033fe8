import { randomBytes, randomUUID } from 'node:crypto';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { Code } from '#src/domain/challenge.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import { leaveTracesOfInstances } from './instance-traces.js';
import { leaveTracesOfPages, REQUEST_CODE } from './page-traces.js';
import {
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
export async function liveADay(parts: Parts) {
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
    ...{ devicesSince: NOON, now: NOON },
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
