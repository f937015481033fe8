import { PENDING_LINK_LIFETIME_MS } from '#src/domain/google-link.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { GoogleDeps, GoogleRefusal } from './deps.js';
import { limitAddress } from '#src/app/proof/limit-address.js';
import type { GoogleProfile } from '#src/app/ports/google.js';
import type { SignedIn } from '#src/app/session/start-session.js';

/** Google identified a person: they are signed in, or have to name and prove their CPF. */
export type GoogleArrival =
  | { readonly kind: 'signed_in'; readonly signedIn: SignedIn; readonly next: string | null }
  | {
      readonly kind: 'require_linking';
      readonly linkId: string;
      readonly profile: GoogleProfile;
      readonly next: string | null;
      /** Seconds. */
      readonly expiresInS: number;
      /** Goes into the browser's cookie; only this browser can link (security case 40). */
      readonly browserToken: string;
    };

/** What a page got from Google by itself. */
export type GoogleToken = { readonly credential: string } | { readonly token: string };

export type SignInByGoogle = ReturnType<typeof createGoogleSignIn>;

/** What follows from Google's word, however it came. */
export function createGoogleSignIn(deps: GoogleDeps) {
  const { store, clock, random, digests, limiter, google, startSession } = deps;

  /**
   * A known `sub` signs in; an unknown one, or one that was unlinked, does not until a CPF is proven.
   * The e-mail is never looked at (security case 37).
   */
  async function signInByProfile(input: {
    readonly profile: GoogleProfile;
    readonly next: string | null;
    readonly browserToken: string | null;
    readonly userAgent: string;
  }): Promise<Result<GoogleArrival, GoogleRefusal>> {
    const { profile, next, userAgent } = input;
    const now = clock.now();
    return store.transaction(async (tx): Promise<Result<GoogleArrival, GoogleRefusal>> => {
      const identity = await tx.googleIdentities.findBySub(profile.sub);
      if (identity?.unlinkedAt === null) {
        const { id, accountId } = identity;
        const account = await tx.accounts.lock(accountId);
        if (account?.status !== 'active') return fail({ code: 'account_blocked' });
        // Else it was unlinked, or the account handed over, a moment ago.
        if (await tx.googleIdentities.markUsed(id, now)) {
          const session = { accountId, method: 'google', userAgent, now } as const;
          return ok({ kind: 'signed_in', signedIn: await startSession(tx, session), next });
        }
      }
      const linkId = random.id();
      const browserToken = input.browserToken ?? random.token();
      await tx.pendingGoogleLinks.create({
        id: linkId,
        bindingDigest: digests.token('browser', browserToken),
        profile,
        next,
        expiresAt: new Date(now.getTime() + PENDING_LINK_LIFETIME_MS),
        now,
      });
      const expiresInS = PENDING_LINK_LIFETIME_MS / 1000;
      return ok({ kind: 'require_linking', linkId, profile, next, expiresInS, browserToken });
    });
  }

  return {
    signInByProfile,
    /** By a token that a page got from Google by itself; an access token only when it was made for us (case 34). */
    async byToken(input: {
      readonly token: GoogleToken;
      readonly browserToken: string | null;
      readonly userAgent: string;
      readonly address: string;
    }): Promise<Result<GoogleArrival, GoogleRefusal>> {
      const { token, browserToken, userAgent, address } = input;
      const verdict = await limitAddress(limiter, THROTTLES.googlePerIp, address);
      const { allowed, retryAfterS } = verdict;
      if (!allowed) return fail({ code: 'too_many_requests', retryAfterS });
      const read =
        'credential' in token
          ? await google.readCredential(token.credential)
          : await google.readAccessToken(token.token);
      if (!read.ok) return read;
      return signInByProfile({ profile: read.value, next: null, browserToken, userAgent });
    },
  };
}
