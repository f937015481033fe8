import { fail, ok, type Result } from '#src/domain/result.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import { otherAccountHere, type GoogleDeps, type GoogleRefusal } from './deps.js';
import type { GoogleArrival, SignInByGoogle } from './sign-in.js';
import { tellOwner } from '#src/app/delivery/notify-owner.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { GoogleProfile } from '#src/app/ports/google.js';
import type { GoogleSignIn } from '#src/app/ports/tables/google-sign-ins.js';
import type { Tx } from '#src/app/ports/tables/store.js';
import type { SignedIn } from '#src/app/session/start-session.js';
import type { StepUp } from '#src/app/proof/step-up.js';

/** How a way to Google ended. */
export type GoogleReturn =
  | GoogleArrival
  /** To the account that is signed in; linking opens no session (security case 61). */
  | { readonly kind: 'linked'; readonly next: string | null }
  /** A new session took the place of the one that asked (security case 43). */
  | { readonly kind: 'stepped_up'; readonly signedIn: SignedIn; readonly next: string | null }
  /** The person said no to Google. */
  | {
      readonly kind: 'cancelled';
      readonly intent: GoogleSignIn['intent'];
      readonly next: string | null;
    };

/** `google_state_invalid`: another browser's, used, expired or made up (security case 35). */
export type CallbackRefusal = GoogleRefusal | { readonly code: 'google_state_invalid' };

/** The query of the redirect back (RFC 6749 §4.1.2, RFC 9207 §2); null for what is not there. */
export interface GoogleAnswer {
  readonly state: string | null;
  readonly code: string | null;
  readonly error: string | null;
  readonly issuer: string | null;
}

export type GoogleCallback = ReturnType<typeof createGoogleCallback>;

/** The browser is back from Google. */
export function createGoogleCallback(
  deps: GoogleDeps & {
    readonly copy: AccessCopy;
    readonly signIn: Pick<SignInByGoogle, 'signInByProfile'>;
    readonly stepUp: Pick<StepUp, 'renew'>;
  },
) {
  const { store, clock, random, digests, google, copy, signIn, stepUp } = deps;

  function consumeState(input: {
    readonly state: string | null;
    readonly browserToken: string | null;
  }): Promise<GoogleSignIn | null> {
    const { state, browserToken } = input;
    if (state === null || browserToken === null) return Promise.resolve(null);
    return store.googleSignIns.consume({
      stateDigest: digests.token('google-state', state),
      bindingDigest: digests.token('browser', browserToken),
      now: clock.now(),
    });
  }

  /** What may have changed while the person was at Google: the session, the account, and whose it is. */
  async function mayStillLink(
    tx: Tx,
    { id, accountId, sessionId }: { id: string } & AccessClaims,
  ): Promise<Result<null, CallbackRefusal>> {
    // First, so that a settled claim or a block comes before all of this or after it.
    const account = await tx.accounts.lock(accountId);
    if (!(await tx.googleSignIns.exists(id))) return fail({ code: 'google_state_invalid' });
    const session = await tx.sessions.find(sessionId);
    if (session?.revokedAt !== null) return fail({ code: 'google_state_invalid' });
    if (account?.status !== 'active') return fail({ code: 'account_blocked' });
    const contested = await isContested(tx, accountId);
    return contested ? fail({ code: 'account_contested' }) : ok(null);
  }

  async function link(input: {
    readonly way: GoogleSignIn & AccessClaims;
    readonly profile: GoogleProfile;
  }): Promise<Result<GoogleReturn, CallbackRefusal>> {
    const { way, profile } = input;
    const { accountId, next } = way;
    const now = clock.now();
    return store.transaction(async (tx): Promise<Result<GoogleReturn, CallbackRefusal>> => {
      const allowed = await mayStillLink(tx, way);
      if (!allowed.ok) return allowed;
      const { sub, email } = profile;
      const identity = { id: random.id(), accountId, sub, email, now };
      const outcome = await tx.googleIdentities.link(identity);
      if (!outcome.ok) return fail({ code: 'conflict', of: outcome.error.code });
      if (outcome.value.isNew) tx.emit({ type: 'google.linked', accountId });
      const text = copy.googleLinked({ at: now });
      await tellOwner({ random }, tx, { accountId, topic: 'google', text, now });
      return ok({ kind: 'linked', next });
    });
  }

  /** Only the Google account that is linked proves anything about the one that is signed in. */
  async function prove(input: {
    readonly claims: AccessClaims;
    readonly profile: GoogleProfile;
    readonly next: string | null;
    readonly userAgent: string;
  }): Promise<Result<GoogleReturn, CallbackRefusal>> {
    const { claims, profile, next, userAgent } = input;
    const now = clock.now();
    return store.transaction(async (tx): Promise<Result<GoogleReturn, CallbackRefusal>> => {
      const identity = await tx.googleIdentities.findBySub(profile.sub);
      if (identity?.unlinkedAt !== null || identity.accountId !== claims.accountId) {
        return fail({ code: 'google_token_invalid' });
      }
      const account = await tx.accounts.lock(claims.accountId);
      if (account?.status !== 'active') return fail({ code: 'account_blocked' });
      if (!(await tx.googleIdentities.markUsed(identity.id, now))) {
        return fail({ code: 'google_token_invalid' });
      }
      const renewed = await stepUp.renew(tx, { claims, userAgent, now });
      if (!renewed.ok) return fail({ code: 'google_state_invalid' });
      return ok({ kind: 'stepped_up', signedIn: renewed.value, next });
    });
  }

  async function goOn(
    way: GoogleSignIn,
    input: { profile: GoogleProfile; browserToken: string | null; userAgent: string },
  ): Promise<Result<GoogleReturn, CallbackRefusal>> {
    const { intent, accountId, sessionId, next } = way;
    if (accountId === null) return signIn.signInByProfile({ ...input, next });
    // Neither proof nor link without the session that asked for it.
    if (sessionId === null) return fail({ code: 'google_state_invalid' });
    if (intent === 'step_up') {
      return prove({ ...input, claims: { accountId, sessionId }, next });
    }
    return link({ ...input, way: { ...way, accountId, sessionId } });
  }

  return async function handleCallback(input: {
    readonly answer: GoogleAnswer;
    readonly browserToken: string | null;
    /** Who is signed in in this browser now. */
    readonly viewer: AccessClaims | null;
    readonly userAgent: string;
  }): Promise<Result<GoogleReturn, CallbackRefusal>> {
    const { answer, browserToken, viewer, userAgent } = input;
    const { state, code, error, issuer } = answer;
    // Used up before anything else: whatever comes of it, this state is over.
    const way = await consumeState({ state, browserToken });
    if (way === null) return fail({ code: 'google_state_invalid' });
    const { intent, accountId, sessionId, nonce, codeVerifier, next } = way;
    if (sessionId !== null && sessionId !== viewer?.sessionId) {
      return fail({ code: 'google_state_invalid' });
    }
    // Another person may have signed in in this browser meanwhile.
    const other = accountId === null ? null : otherAccountHere(viewer, accountId);
    if (other !== null) return fail(other);
    if (error === 'access_denied') return ok({ kind: 'cancelled', intent, next });
    if (code === null) return fail({ code: 'google_unavailable' });
    const read = await google.readAnswer({ code, issuer, nonce, codeVerifier });
    if (!read.ok) return read;
    return goOn(way, { profile: read.value, browserToken, userAgent });
  };
}
