import { createCheckProof } from '#src/app/proof/check-proof.js';
import { createStepUp } from '#src/app/proof/step-up.js';
import { createVerifyCode } from '#src/app/sign-in/code/verify-code.js';
import { createGoogleCallback } from '#src/app/sign-in/google/callback.js';
import { createGoogleLink } from '#src/app/sign-in/google/link.js';
import { createGoogleSignIn } from '#src/app/sign-in/google/sign-in.js';
import { createGoogleStart } from '#src/app/sign-in/google/start.js';
import { createGoogleUnlink } from '#src/app/sign-in/google/unlink.js';
import { issueLink } from '#src/app/sign-in/link/issue-link.js';
import { createChangePassword } from '#src/app/sign-in/password/change.js';
import { createPasswordLogin } from '#src/app/sign-in/password/login.js';
import { createPasswordReset } from '#src/app/sign-in/password/reset.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { Google } from '#src/app/ports/google.js';
import type { Code } from '#src/domain/challenge.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import type { LinkPurpose } from '#src/domain/login-link.js';
import { ok, type Result } from '#src/domain/result.js';
import { ADDRESS, CHROME, type Stage } from './stage.js';

export const PASSWORD = 'girassol trovoada sete lagos';
const URL_OF_SITE = 'https://login.example';

export type Person = Awaited<ReturnType<Stage['person']>>;

/** @throws when it was refused */
export function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Hashes are the passwords themselves. */
const passwords = {
  hash: (password: string) => Promise.resolve(password),
  verify: (hash: string | null, password: string) => Promise.resolve(hash === password),
};

const profileOf = (sub: string) => {
  const parsed = parseGoogleSub(sub);
  if (parsed === null) throw new Error('no sub');
  return ok({ sub: parsed, name: null, email: null });
};

/** Google vouches for whatever `sub` a code or a credential names; the address it sends to is the state. */
const google: Google = {
  authorizationUrl: ({ state }) => Promise.resolve(ok(state)),
  readAnswer: ({ code }) => Promise.resolve(profileOf(code)),
  readCredential: (credential) => Promise.resolve(profileOf(credential)),
  readAccessToken: () => Promise.reject(new Error('no page shows an access token here')),
};

/** Every way in over a stage, each as its pages use it. */
export function createWaysIn(stage: Stage) {
  const { basics, startSession } = stage;
  const { store, digests, copy, random } = basics;
  const warnOwner = () => Promise.reject(new Error('nobody guesses here'));
  const proofs = createCheckProof({ ...basics, passwords, warnOwner });
  const verifyCode = createVerifyCode({ proofs, startSession });
  const passwordLogin = createPasswordLogin({ proofs, startSession });
  const stepUp = createStepUp({ ...basics, proofs, startSession });
  const deps = { ...basics, google, startSession };
  const signIn = createGoogleSignIn(deps);
  const start = createGoogleStart(deps);
  const googleCallback = createGoogleCallback({ ...deps, copy, signIn, stepUp });
  const googleLink = createGoogleLink({ ...deps, proofs, copy });
  const unlinkGoogle = createGoogleUnlink({ proofs, random, copy });
  const changePassword = createChangePassword({ ...basics, passwords });
  const reset = createPasswordReset({ ...basics, passwords, proofs });
  const origin = { browserToken: null, known: [], address: ADDRESS };
  const arrival = { userAgent: CHROME, address: ADDRESS };

  async function linkFor({ id: accountId }: Person, purpose: LinkPurpose): Promise<string> {
    const issuing = { random, digests, publicUrl: URL_OF_SITE };
    const { url } = await issueLink(issuing, store, { accountId, purpose, now: stage.now() });
    return url.split('/').at(-1) ?? '';
  }

  /** A code for a page, as it came into the chat. */
  async function codeFor(person: Person, purpose: 'login' | 'reset') {
    const asked = { subject: { taxId: person.taxId }, purpose, ...origin } as const;
    const { challengeId, browserToken } = must(await stage.requestCode(asked));
    const code = (await stage.sentTo(person.chat)).at(-1) as Code;
    return { challengeId, browserToken, code };
  }

  /** A Google account shows itself, which no account is linked with yet. */
  async function linkByPassword(person: Person, sub: string): Promise<void> {
    await setPassword(person);
    const visit = { token: { credential: sub }, browserToken: null, ...arrival };
    const arrived = must(await signIn.byToken(visit));
    if (arrived.kind !== 'require_linking') throw new Error('it was linked');
    const { linkId, browserToken } = arrived;
    const proof = { type: 'password', password: PASSWORD } as const;
    const proven = { taxId: person.taxId, proof, known: [], ...arrival };
    must(await googleLink.link({ linkId, browserToken, ...proven }));
  }

  /** As it is in the database after the owner chose it; no page and no event. */
  async function setPassword({ id: accountId }: Person): Promise<void> {
    await store.passwords.set({ accountId, hash: PASSWORD, now: stage.now() });
  }

  /** From the page of the account to Google. @returns the way back */
  async function startLinking(claims: AccessClaims, sub: string): Promise<() => Promise<void>> {
    const traveller = { claims, browserToken: null, next: null };
    const { url: state, browserToken } = must(await start.toLinkSession(traveller));
    const answer = { state, code: sub, error: null, issuer: null };
    const back = { answer, browserToken, viewer: claims, userAgent: CHROME };
    return async () => void must(await googleCallback(back));
  }

  async function approve(person: Person): Promise<void> {
    const page = must(await stage.requests.ask({ next: null, browserToken: null, ...arrival }));
    const { requestId, requestCode, number, browserToken } = page;
    await stage.act(person, { type: 'openRequest', code: requestCode });
    await stage.act(person, { type: 'answerRequest', number });
    await stage.sentTo(person.chat);
    const completion = { requestId, browserToken, lastKnown: null, confirmed: true };
    must(await stage.requests.complete({ ...completion, ...arrival }));
  }

  return {
    /** What people do in a browser to be let in, by what they prove with. Each throws when it is refused. */
    enter: {
      'a link': async (person: Person): Promise<void> => {
        const token = await linkFor(person, 'login');
        must(await stage.links.redeem({ token, ...arrival }));
      },
      'a code': async (person: Person): Promise<void> => {
        const typed = await codeFor(person, 'login');
        must(await verifyCode({ ...typed, ...arrival, known: [], purpose: 'login' }));
      },
      approval: approve,
      'a password': async (person: Person): Promise<void> => {
        await setPassword(person);
        const typed = { taxId: person.taxId, password: PASSWORD, known: [] };
        must(await passwordLogin({ ...typed, ...arrival }));
      },
      Google: async (person: Person): Promise<void> => {
        const sub = profileOf(`sub-${person.id}`).value.sub;
        const identity = { id: random.id(), accountId: person.id, sub, email: null };
        must(await store.googleIdentities.link({ ...identity, now: stage.now() }));
        const visit = { token: { credential: sub }, browserToken: null, ...arrival };
        if (must(await signIn.byToken(visit)).kind !== 'signed_in') throw new Error('not in');
      },
      'Google for the first time': (person: Person): Promise<void> =>
        linkByPassword(person, `new-${person.id}`),
    },
    linkByPassword,
    changePassword: async (claims: AccessClaims, password: string) =>
      must(await changePassword({ claims, password })),
    resetByLink: async (person: Person, password: string) => {
      const token = await linkFor(person, 'password_reset');
      must(await reset.byLink({ token, password, address: ADDRESS }));
    },
    resetByCode: async (person: Person, password: string) => {
      const { challengeId, code, browserToken } = await codeFor(person, 'reset');
      const proof = { type: 'code', challengeId, code } as const;
      must(await reset.byCode({ ...origin, browserToken, proof, password }));
    },
    startLinking,
    linkGoogle: async (claims: AccessClaims, sub: string) => (await startLinking(claims, sub))(),
    unlinkGoogle: async (claims: AccessClaims) => {
      const proof = { type: 'password', password: PASSWORD } as const;
      must(await unlinkGoogle({ ...origin, claims, proof }));
    },
    setPassword,
  };
}
