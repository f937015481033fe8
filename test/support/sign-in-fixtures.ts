import { randomUUID } from 'node:crypto';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { issueLink } from '#src/app/sign-in/link/issue-link.js';
import type { Code } from '#src/domain/challenge.js';
import type { LinkPurpose } from '#src/domain/login-link.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import type { SignInMethodName } from '#src/domain/sign-in-method.js';
import { ADDRESS, CHROME, type Stage } from '../app/stage.js';
import { digest, later, type Parts } from '../contract/parts.js';

export interface SignInWorld {
  readonly parts: Parts;
  readonly stage: Stage;
}
export type SignInPerson = Awaited<ReturnType<Stage['person']>>;

/** What the contract of the ways in (sign-in-methods.test.ts) needs to know of one. */
export interface SignInFixture {
  /** Gives the account what opens it by this method. @returns what the person's export has to contain then */
  give(world: SignInWorld, person: SignInPerson): Promise<string>;
  /** Begins a sign-in that the account's owner could finish. @returns finishes it: whether that still works */
  begin(world: SignInWorld, person: SignInPerson): Promise<() => Promise<boolean>>;
  /** Leaves the rows that name the person and belong to no account. @returns indexes by which they would be found */
  leave(world: SignInWorld, person: SignInPerson): Promise<readonly Uint8Array[]>;
}

const FAR = later(30 * 60_000);

export function worldDigests({ parts }: SignInWorld) {
  return createDigests(createKeyRing(parts.masterKeys));
}

const indexOf = ({ parts }: SignInWorld) => createKeyedIndex(createKeyRing(parts.masterKeys));

const byNumber: Pick<SignInFixture, 'give'> = {
  give: (_world, { phone }) => Promise.resolve(phone),
};

function subOf({ id }: SignInPerson) {
  const sub = parseGoogleSub(`sub-${id}`);
  if (sub === null) throw new Error('no sub');
  return sub;
}

/** A link of the account. @returns whether it can still be used */
export async function beginLink(world: SignInWorld, person: SignInPerson, purpose: LinkPurpose) {
  const { store, now } = world.stage;
  const digests = worldDigests(world);
  const deps = { random: systemRandom, digests, publicUrl: 'https://login.example' };
  const { url } = await issueLink(deps, store, { accountId: person.id, purpose, now: now() });
  const tokenDigest = digests.token('login-link', url.split('/').at(-1) ?? '');
  return async () => (await store.loginLinks.consume({ tokenDigest, purpose }, now())) !== null;
}

async function beginAtGoogle({ stage }: SignInWorld, { id: accountId }: SignInPerson) {
  const { sessionId } = await stage.signIn(accountId);
  const key = { stateDigest: digest(), bindingDigest: digest() };
  const visit = { id: randomUUID(), intent: 'link', accountId, sessionId, next: null } as const;
  const secrets = { nonce: 'n', codeVerifier: 'v', expiresAt: FAR, now: stage.now() };
  await stage.store.googleSignIns.create({ ...visit, ...key, ...secrets });
  return async () =>
    (await stage.store.googleSignIns.consume({ ...key, now: stage.now() })) !== null;
}

const FIXTURES: Readonly<Record<SignInMethodName, SignInFixture>> = {
  code: {
    ...byNumber,
    begin: async (world, { taxId, chat }) => {
      const { stage } = world;
      const origin = { browserToken: null, known: [], address: ADDRESS };
      await stage.sentTo(chat);
      const asked = await stage.requestCode({ ...origin, subject: { taxId }, purpose: 'login' });
      if (!asked.ok) throw new Error(asked.error.code);
      const code = (await stage.sentTo(chat)).find((text) => /^\d{6}$/.test(text)) ?? '';
      if (code === '') throw new Error('no code was sent');
      const { challengeId } = asked.value;
      return async () => {
        const challenge = await stage.store.challenges.find(challengeId);
        if (challenge === null) return false;
        const { accountId, purpose, codeDigest } = challenge;
        const typed = worldDigests(world).code({
          challengeId,
          accountId,
          purpose,
          code: code as Code,
        });
        const isRight = worldDigests(world).same(typed, codeDigest);
        return isRight && challenge.disarmedAt === null && challenge.consumedAt === null;
      };
    },
    leave: async ({ stage, ...world }, { taxId }) => {
      const challenge = { id: randomUUID(), accountId: null, taxId, purpose: 'login' } as const;
      const secret = { codeDigest: digest(), bindingDigest: digest(), sent: false };
      await stage.store.challenges.open({
        ...challenge,
        ...secret,
        expiresAt: FAR,
        now: stage.now(),
      });
      return [indexOf({ stage, ...world }).index('tax-id', taxId)];
    },
  },
  login_link: {
    ...byNumber,
    begin: (world, person) => beginLink(world, person, 'login'),
    leave: async (world, { taxId }) => {
      const link = {
        id: randomUUID(),
        purpose: 'login',
        tokenDigest: digest(),
        next: null,
      } as const;
      const { store, now } = world.stage;
      const decoy = { accountId: null, decoyOf: taxId };
      await store.loginLinks.issue({ ...link, ...decoy, expiresAt: FAR, now: now() });
      return [indexOf(world).index('tax-id', taxId)];
    },
  },
  request: {
    ...byNumber,
    begin: async ({ stage }, person) => {
      const where = { next: null, browserToken: null, userAgent: CHROME, address: ADDRESS };
      const page = await stage.requests.ask(where);
      if (!page.ok) throw new Error(page.error.code);
      const { requestId, requestCode, number, browserToken } = page.value;
      await stage.act(person, { type: 'openRequest', code: requestCode });
      await stage.act(person, { type: 'answerRequest', number });
      const browser = { browserToken, userAgent: CHROME, address: ADDRESS, lastKnown: null };
      return async () =>
        (await stage.requests.complete({ ...browser, requestId, confirmed: true })).ok;
    },
    leave: async (world, person) => {
      const where = { next: null, browserToken: null, userAgent: CHROME, address: ADDRESS };
      const page = await world.stage.requests.ask(where);
      if (!page.ok) throw new Error(page.error.code);
      await world.stage.act(person, { type: 'openRequest', code: page.value.requestCode });
      return [indexOf(world).index('jid', person.chat)];
    },
  },
  password: {
    give: async ({ stage }, { id: accountId }) => {
      const now = new Date(stage.now().getTime() + 1_234);
      await stage.store.passwords.set({ accountId, hash: 'hash', now });
      return now.toISOString();
    },
    begin: (world, person) => beginLink(world, person, 'password_reset'),
    leave: () => Promise.resolve([]),
  },
  google: {
    give: async ({ stage }, person) => {
      const sub = subOf(person);
      const identity = { id: randomUUID(), accountId: person.id, sub, email: null };
      await stage.store.googleIdentities.link({ ...identity, now: stage.now() });
      return sub;
    },
    begin: beginAtGoogle,
    leave: async (world, person) => {
      const sub = subOf(person);
      const link = { id: randomUUID(), bindingDigest: digest(), next: null, expiresAt: FAR };
      const profile = { sub, name: null, email: null };
      await world.stage.store.pendingGoogleLinks.create({
        ...link,
        profile,
        now: world.stage.now(),
      });
      return [indexOf(world).index('google-sub', sub)];
    },
  },
};

/** @throws for a way in that the contract knows nothing of */
export function fixtureOf(name: string): SignInFixture {
  const found = Object.entries(FIXTURES).find(([known]) => known === name)?.[1];
  if (found === undefined) throw new Error(`test/support/sign-in-fixtures.ts has no ${name}`);
  return found;
}
