import { loginLinkState } from '#src/domain/login-link.js';
import { maskPersonName } from '#src/domain/person-name.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { issueLink, type IssueLinkDeps } from './issue-link.js';
import { limitAddress } from '#src/app/proof/limit-address.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { LoginLink } from '#src/app/ports/tables/login-links.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { Store, Tables } from '#src/app/ports/tables/store.js';
import type { SignedIn, StartSession } from '#src/app/session/start-session.js';

export type LinkRefusal =
  | { readonly code: 'link_invalid' }
  | { readonly code: 'link_expired' }
  | { readonly code: 'link_used' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

/** What the page shows before the sign-in. */
export interface LinkPreview {
  readonly accountId: string;
  /** "J••• S•••". */
  readonly maskedName: string;
}

/** Makes a magic link for an account; its earlier links die (security case 32). */
export function issueLoginLink(
  deps: IssueLinkDeps,
  tables: Pick<Tables, 'loginLinks'>,
  input: {
    readonly accountId: string;
    /** A path of this site to go to; the default page when left out. */
    readonly next?: string;
    readonly now: Date;
  },
): Promise<{ readonly url: string; readonly expiresAt: Date }> {
  return issueLink(deps, tables, { ...input, purpose: 'login' });
}

/** A session, and where its link leads: a path of this site, or null for the default page. */
export type LinkRedeemed = SignedIn & { readonly next: string | null };

export type MagicLinks = ReturnType<typeof createMagicLinks>;

/**
 * Both sides of a magic link: `preview` changes nothing however often it is asked (previewers and
 * scanners fetch links, case 24); `redeem` consumes it in one statement (case 26).
 */
export function createMagicLinks(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
  readonly startSession: StartSession;
}) {
  const { store, clock, digests, limiter, startSession } = deps;

  /** Only tokens that name no link count: a carrier's address stands for thousands of people. */
  async function unknownLink(address: string): Promise<LinkRefusal> {
    const verdict = await limitAddress(limiter, THROTTLES.redeemPerIp, address);
    if (verdict.allowed) return { code: 'link_invalid' };
    return { code: 'too_many_requests', retryAfterS: verdict.retryAfterS };
  }

  async function look(
    tables: Tables,
    input: { tokenDigest: Uint8Array; address: string; now: Date },
  ): Promise<Result<LoginLink, LinkRefusal>> {
    const link = await tables.loginLinks.find({
      tokenDigest: input.tokenDigest,
      purpose: 'login',
    });
    if (link === null) return fail(await unknownLink(input.address));
    switch (loginLinkState(link, input.now)) {
      case 'open':
        return ok(link);
      case 'consumed':
        return fail({ code: 'link_used' });
      case 'expired':
      case 'superseded':
        return fail({ code: 'link_expired' });
    }
  }

  async function preview(input: {
    readonly token: string;
    readonly address: string;
  }): Promise<Result<LinkPreview, LinkRefusal>> {
    const tokenDigest = digests.token('login-link', input.token);
    const { address } = input;
    const link = await look(store, { tokenDigest, address, now: clock.now() });
    if (!link.ok) return link;
    const account = await store.accounts.findById(link.value.accountId);
    if (account?.status !== 'active') return fail({ code: 'link_invalid' });
    return ok({ accountId: account.id, maskedName: maskPersonName(account.name) });
  }

  async function redeem(input: {
    readonly token: string;
    readonly userAgent: string;
    readonly address: string;
  }): Promise<Result<LinkRedeemed, LinkRefusal>> {
    const { userAgent, address } = input;
    const tokenDigest = digests.token('login-link', input.token);
    const now = clock.now();
    return store.transaction(async (tx): Promise<Result<LinkRedeemed, LinkRefusal>> => {
      const known = await tx.loginLinks.find({ tokenDigest, purpose: 'login' });
      if (known === null) return fail(await unknownLink(address));
      const account = await tx.accounts.lock(known.accountId);
      if (account?.status !== 'active') return fail({ code: 'link_invalid' });
      const link = await tx.loginLinks.consume({ tokenDigest, purpose: 'login' }, now);
      if (link === null) {
        const looked = await look(tx, { tokenDigest, address, now });
        return looked.ok ? fail({ code: 'link_used' }) : looked;
      }
      // The link is a proof of its own (NIST SP 800-63B-4 §3.2.2). The code that came with it stays
      // good: people tap the link on the phone and type the code on a computer.
      await tx.accounts.clearFailures(account.id);
      const session = { accountId: account.id, method: 'login_link', userAgent, now } as const;
      return ok({ ...(await startSession(tx, session)), next: link.next });
    });
  }

  return { preview, redeem };
}
