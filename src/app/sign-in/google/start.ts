import { addressBuckets } from '#src/domain/address-buckets.js';
import { GOOGLE_SIGN_IN_LIFETIME_MS } from '#src/domain/google-link.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import { requireFreshProof, type FreshProofRefusal } from '#src/app/proof/fresh-proof.js';
import type { GoogleDeps, GoogleRefusal } from './deps.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { GoogleSignIn } from '#src/app/ports/tables/google-sign-ins.js';

export interface GoogleStarted {
  /** Where to send the browser. */
  readonly url: string;
  /** Goes into the browser's cookie; only this browser can come back (security case 35). */
  readonly browserToken: string;
}

export type StartRefusal = GoogleRefusal | FreshProofRefusal;

/** The browser that is redirected to Google, and where it comes back to. */
export interface AuthorizationRequest {
  /** The browser's cookie, or null when it has none yet. */
  readonly browserToken: string | null;
  /** A path of this site to come back to, or null for the default page. */
  readonly next: string | null;
}

export type GoogleStart = ReturnType<typeof createGoogleStart>;

/**
 * Sends a browser to Google. State, nonce and code verifier are made here, kept for ten minutes and good for one way
 * back, into the same browser (RFC 9700 §2.1.1 and §4.7).
 */
export function createGoogleStart(
  deps: Pick<GoogleDeps, 'store' | 'clock' | 'random' | 'digests' | 'limiter' | 'google'>,
) {
  const { store, clock, random, digests, limiter, google } = deps;

  /** Asks Google first, so that no browser is redirected while Google is away. */
  async function startAuthorization(
    request: AuthorizationRequest,
    purpose: Pick<GoogleSignIn, 'intent' | 'accountId' | 'sessionId'>,
  ): Promise<Result<GoogleStarted, GoogleRefusal>> {
    const { accountId } = purpose;
    if (accountId !== null) {
      const own = await limiter.hit(THROTTLES.googlePerAccount, accountId);
      if (!own.allowed) return fail({ code: 'too_many_requests', retryAfterS: own.retryAfterS });
    }
    const state = random.token();
    const secrets = { nonce: random.token(), codeVerifier: random.token() };
    const chooseAccount = purpose.intent !== 'login';
    const going = await google.authorizationUrl({ state, ...secrets, chooseAccount });
    if (!going.ok) return going;
    const now = clock.now();
    const browserToken = request.browserToken ?? random.token();
    await store.googleSignIns.create({
      id: random.id(),
      ...purpose,
      ...secrets,
      next: request.next,
      stateDigest: digests.token('google-state', state),
      bindingDigest: digests.token('browser', browserToken),
      expiresAt: new Date(now.getTime() + GOOGLE_SIGN_IN_LIFETIME_MS),
      now,
    });
    return ok({ url: going.value, browserToken });
  }

  /** Whether the account may be linked at all: better said before the way to Google than after it. */
  async function mayLink(accountId: string): Promise<Result<null, GoogleRefusal>> {
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return fail({ code: 'account_blocked' });
    if (await isContested(store, accountId)) return fail({ code: 'account_contested' });
    const present = await store.googleIdentities.linkedTo(accountId);
    return present === null ? ok(null) : fail({ code: 'conflict', of: 'account_has_another' });
  }

  async function toLink(
    request: AuthorizationRequest,
    { accountId, sessionId }: AccessClaims,
  ): Promise<Result<GoogleStarted, GoogleRefusal>> {
    const allowed = await mayLink(accountId);
    if (!allowed.ok) return allowed;
    return startAuthorization(request, { intent: 'link', accountId, sessionId });
  }

  return {
    mayLink,
    /** "Acessar com Google": for a person who is not known yet. */
    async toSignIn(
      request: AuthorizationRequest & { readonly address: string },
    ): Promise<Result<GoogleStarted, StartRefusal>> {
      const verdict = await limiter.hitAll([
        ...addressBuckets(THROTTLES.googlePerIp, request.address),
        { throttle: THROTTLES.googleEverywhere, key: 'everybody' },
      ]);
      const { allowed, retryAfterS } = verdict;
      if (!allowed) return fail({ code: 'too_many_requests', retryAfterS });
      return startAuthorization(request, { intent: 'login', accountId: null, sessionId: null });
    },
    /** A signed-in person links a Google account, after a fresh proof of who they are. */
    async toLinkSession(
      request: AuthorizationRequest & { readonly claims: AccessClaims },
    ): Promise<Result<GoogleStarted, StartRefusal>> {
      const { claims } = request;
      const fresh = await requireFreshProof(store, claims, clock.now());
      return fresh.ok ? toLink(request, claims) : fresh;
    },
    /** A signed-in person proves by Google who they are; only the linked Google account will do. */
    toStepUp: (
      request: AuthorizationRequest & { readonly claims: AccessClaims },
    ): Promise<Result<GoogleStarted, StartRefusal>> =>
      startAuthorization(request, { intent: 'step_up', ...request.claims }),
    /** A link from the account's own chat was the fresh proof of who is signed in to it. */
    toLinkFromChat: (request: AuthorizationRequest & { readonly claims: AccessClaims }) =>
      toLink(request, request.claims),
  };
}
