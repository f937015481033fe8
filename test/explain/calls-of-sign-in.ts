import { randomUUID } from 'node:crypto';
import type { GoogleSub } from '#src/domain/google-sub.js';
import type { RequestCode } from '#src/domain/login-request.js';
import { digest, later, newChat, newTaxId, NOON } from '../contract/parts.js';
import type { CallsOf, Person, World } from './world.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const EXPIRES = later(10 * MINUTE_MS);

function newSub(): GoogleSub {
  return randomUUID() as GoogleSub;
}

function newCode(): RequestCode {
  return randomUUID().slice(0, 8).toUpperCase() as RequestCode;
}

async function challenged({ store }: World, { accountId, taxId }: Person) {
  const [id, bindingDigest, purpose] = [randomUUID(), digest(), 'login'] as const;
  await store.challenges.open({
    ...{ id, accountId, taxId, purpose, codeDigest: digest(), bindingDigest, sent: true },
    ...{ expiresAt: EXPIRES, now: NOON },
  });
  return { challengeId: id, bindingDigest, purpose, now: NOON };
}

async function requested({ store }: World) {
  const [id, bindingDigest, code] = [randomUUID(), digest(), newCode()];
  await store.loginRequests.create({
    ...{ id, code, bindingDigest, browser: null, system: null, number: 47, next: null },
    ...{ expiresAt: EXPIRES, now: NOON },
  });
  return { id, bindingDigest, code };
}

async function pending({ store }: World) {
  const key = { id: randomUUID(), bindingDigest: digest(), now: NOON };
  const profile = { sub: newSub(), name: null, email: null };
  await store.pendingGoogleLinks.create({ ...key, profile, next: null, expiresAt: EXPIRES });
  return key;
}

async function linked({ store }: World, { accountId }: Person) {
  const identity = { id: randomUUID(), accountId, sub: newSub(), email: 'a@b.example', now: NOON };
  await store.googleIdentities.link(identity);
  return identity;
}

/** The ways in, from the first knock to the end of a session. */
export const CALLS_OF_SIGN_IN: CallsOf<
  | ('challenges' | 'googleIdentities' | 'googleSignIns' | 'knownBrowsers' | 'loginLinks')
  | ('loginRequests' | 'passwords' | 'pendingGoogleLinks' | 'sessions' | 'tryLimits')
> = {
  challenges: {
    open: async (world) => challenged(world, await world.person()),
    find: ({ store }) => store.challenges.find(randomUUID()),
    isWaiting: async (world) => {
      const { bindingDigest } = await challenged(world, await world.person());
      const asked = { taxId: newTaxId(), purpose: 'login', bindingDigest, limit: 5 } as const;
      await world.store.challenges.isWaiting({ ...asked, now: NOON });
    },
    supersedeAll: async ({ store, person }) =>
      store.challenges.supersedeAll((await person()).id, NOON),
    removeAll: async ({ store, person }) => store.challenges.removeAll((await person()).id),
    erase: async ({ store, person }) => store.challenges.erase((await person()).taxId),
    sweep: ({ store }) => store.challenges.sweep(later(-DAY_MS), later(-10 * MINUTE_MS)),
  },
  googleIdentities: {
    findBySub: ({ store }) => store.googleIdentities.findBySub(newSub()),
    linkedTo: async ({ store, person }) => store.googleIdentities.linkedTo((await person()).id),
    allOf: async ({ store, person }) => store.googleIdentities.allOf((await person()).id),
    link: async (world) => {
      const identity = await linked(world, await world.person());
      await world.store.googleIdentities.unlink(identity.accountId, NOON);
      await world.store.googleIdentities.link({ ...identity, id: randomUUID() });
    },
    unlink: async ({ store, person }) => store.googleIdentities.unlink((await person()).id, NOON),
    markUsed: ({ store }) => store.googleIdentities.markUsed(randomUUID(), NOON),
    removeAll: async ({ store, person }) => store.googleIdentities.removeAll((await person()).id),
    releaseUnlinked: async ({ store, person }) =>
      store.googleIdentities.releaseUnlinked((await person()).id),
  },
  googleSignIns: {
    create: ({ store }) =>
      store.googleSignIns.create({
        ...{ id: randomUUID(), intent: 'login', accountId: null, sessionId: null, next: null },
        ...{ nonce: 'n', codeVerifier: 'v', stateDigest: digest(), bindingDigest: digest() },
        ...{ expiresAt: EXPIRES, now: NOON },
      }),
    consume: ({ store }) =>
      store.googleSignIns.consume({
        ...{ stateDigest: digest(), bindingDigest: digest(), now: NOON },
      }),
    removeAll: async ({ store, person }) =>
      store.googleSignIns.removeAll((await person()).id, { sessionId: randomUUID() }),
    exists: ({ store }) => store.googleSignIns.exists(randomUUID()),
    sweep: ({ store }) => store.googleSignIns.sweep(later(-DAY_MS)),
  },
  knownBrowsers: {
    isKnown: async (world) => {
      const person = await world.person();
      const { challengeId } = await challenged(world, person);
      const { taxId, accountId } = person;
      const digests = [digest(), digest()];
      await world.store.knownBrowsers.isKnown(digests, { taxId });
      await world.store.knownBrowsers.isKnown(digests, { accountId });
      await world.store.knownBrowsers.isKnown(digests, { challengeId });
    },
    forget: async ({ store, person }) => {
      const { accountId } = await person();
      await store.knownBrowsers.forget(accountId, { sessionId: randomUUID() });
      await store.knownBrowsers.forget(accountId, null);
    },
    sweep: ({ store }) => store.knownBrowsers.sweep(later(-400 * DAY_MS)),
  },
  loginLinks: {
    issue: async ({ store, person }) => {
      const { accountId, taxId } = await person();
      const link = { purpose: 'login', next: null, expiresAt: EXPIRES, now: NOON } as const;
      const own = { id: randomUUID(), tokenDigest: digest(), accountId };
      await store.loginLinks.issue({ ...link, ...own });
      const decoy = { id: randomUUID(), tokenDigest: digest(), accountId: null, decoyOf: taxId };
      await store.loginLinks.issue({ ...link, ...decoy });
    },
    find: ({ store }) => store.loginLinks.find({ tokenDigest: digest(), purpose: 'login' }),
    consume: ({ store }) =>
      store.loginLinks.consume({ tokenDigest: digest(), purpose: 'login' }, NOON),
    redeem: ({ store }) =>
      store.transaction((tx) =>
        tx.loginLinks.redeem({ tokenDigest: digest(), purpose: 'login' }, NOON),
      ),
    supersedeAll: async ({ store, person }) =>
      store.loginLinks.supersedeAll((await person()).id, NOON),
    removeAll: async ({ store, person }) => store.loginLinks.removeAll((await person()).id),
    eraseDecoys: async ({ store, person }) => store.loginLinks.eraseDecoys((await person()).taxId),
    sweep: ({ store }) => store.loginLinks.sweep(later(-DAY_MS), later(-10 * MINUTE_MS)),
  },
  loginRequests: {
    create: (world) => requested(world),
    find: ({ store }) => store.loginRequests.find(randomUUID(), digest()),
    standings: async (world) => {
      const asked = [await requested(world), await requested(world)];
      await world.store.loginRequests.standings(asked);
    },
    claim: async (world) => {
      const { code } = await requested(world);
      await world.store.loginRequests.claim({ code, chat: newChat(), now: NOON });
    },
    answer: async (world) => {
      const { store } = world;
      const [{ accountId, chat }, { code }] = [await world.person(), await requested(world)];
      await store.loginRequests.claim({ code, chat, now: NOON });
      const answer = { chat, accountId, number: 47, now: NOON, completeUntil: EXPIRES };
      if ((await store.loginRequests.answer(answer)) === null) throw new Error('nothing to answer');
    },
    deny: async ({ store, person }) => store.loginRequests.deny((await person()).chat, NOON),
    consume: ({ store }) =>
      store.loginRequests.consume({ id: randomUUID(), bindingDigest: digest(), now: NOON }),
    erase: async ({ store, person }) => store.loginRequests.erase([(await person()).chat]),
    denyApproved: async ({ store, person }) =>
      store.loginRequests.denyApproved((await person()).id, NOON),
    sweep: ({ store }) => store.loginRequests.sweep(later(-DAY_MS)),
  },
  passwords: {
    accept: async ({ store, person }) =>
      store.passwords.accept({ accountId: (await person()).id, setAt: NOON }),
    set: async ({ store, person }) =>
      store.passwords.set({ accountId: (await person()).id, hash: 'hash', now: NOON }),
    remove: async ({ store, person }) => store.passwords.remove((await person()).id),
    find: async ({ store, person }) => store.passwords.find((await person()).id),
  },
  pendingGoogleLinks: {
    create: (world) => pending(world),
    find: async (world) => world.store.pendingGoogleLinks.find(await pending(world)),
    isOpenIn: ({ store }) => store.pendingGoogleLinks.isOpenIn(digest(), NOON),
    takeTry: async (world) =>
      world.store.pendingGoogleLinks.takeTry({ ...(await pending(world)), limit: 5 }),
    consume: async (world) => world.store.pendingGoogleLinks.consume(await pending(world)),
    erase: async ({ store, person }) => store.pendingGoogleLinks.erase((await person()).id),
    sweep: ({ store }) => store.pendingGoogleLinks.sweep(later(-DAY_MS)),
  },
  sessions: {
    create: async ({ person, session }) => session(await person()),
    find: ({ store }) => store.sessions.find(randomUUID()),
    findRefreshToken: async ({ store, person, session }) =>
      store.sessions.findRefreshToken((await session(await person())).digest),
    rotate: async ({ store, person, session }) => {
      const { token } = await session(await person());
      const next = { id: randomUUID(), digest: digest(), expiresAt: later(DAY_MS) };
      const rotated = await store.sessions.rotate({ token, successor: 'next', next, now: NOON });
      if (!rotated) throw new Error('a new token was not taken');
    },
    lock: ({ store }) => store.sessions.lock(randomUUID()),
    newestRefreshToken: async ({ store, person, session }) =>
      store.sessions.newestRefreshToken((await session(await person())).id),
    revoke: ({ store }) => store.sessions.revoke(randomUUID(), 'signed_out', NOON),
    revokeAll: async ({ store, person }) =>
      store.sessions.revokeAll((await person()).id, 'blocked', NOON),
    revokeOthers: async ({ store, person, session }) => {
      const somebody = await person();
      const { id } = await session(somebody);
      await store.sessions.revokeOthers({ id, accountId: somebody.id }, 'blocked', NOON);
    },
    listActive: async ({ store, person }) => store.sessions.listActive((await person()).id, NOON),
    listAll: async ({ store, person }) => store.sessions.listAll((await person()).id),
    sweep: ({ store }) =>
      store.sessions.sweep({
        ...{ tokensBefore: later(-31 * DAY_MS), sessionsBefore: later(-90 * DAY_MS) },
      }),
  },
  tryLimits: {
    takePassword: async ({ store, person, session }) => {
      const somebody = await person();
      const { known } = await session(somebody);
      const guess = { id: randomUUID(), taxId: somebody.taxId, known: [known], now: NOON };
      await store.tryLimits.takePassword(guess);
    },
    passwordWasRight: async ({ store, person }) =>
      store.tryLimits.passwordWasRight({ accountId: (await person()).id, key: digest() }),
    returnPassword: ({ store }) => store.tryLimits.returnPassword(digest()),
    takeCode: async (world) => {
      const asked = await challenged(world, await world.person());
      await world.store.tryLimits.takeCode({ ...asked, id: randomUUID(), known: [digest()] });
    },
    useCode: async (world) => {
      const somebody = await world.person();
      const { challengeId } = await challenged(world, somebody);
      const used = { challengeId, accountId: somebody.id, key: digest(), now: NOON };
      await world.store.tryLimits.useCode(used);
    },
    sweep: ({ store }) => store.tryLimits.sweep(later(-DAY_MS)),
  },
};
