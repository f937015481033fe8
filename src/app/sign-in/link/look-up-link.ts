import { loginLinkState, type LinkPurpose } from '#src/domain/login-link.js';
import { maskPersonName } from '#src/domain/person-name.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { limitAddress } from '#src/app/proof/limit-address.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { LoginLink } from '#src/app/ports/tables/login-links.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { Store, Tables } from '#src/app/ports/tables/store.js';

export type LinkRefusal =
  | { readonly code: 'link_invalid' }
  | { readonly code: 'link_expired' }
  | { readonly code: 'link_used' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

/** What the page of a link shows before its button is pressed. */
export interface LinkPreview {
  readonly accountId: string;
  /** "J••• S•••". */
  readonly maskedName: string;
}

/** A link as its page names it. */
export interface LinkVisit {
  readonly token: string;
  /** The client's address, after trusted proxies. */
  readonly address: string;
}

export interface LookUpLinkDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
}

/** Finds links of one purpose and says whose they are. It changes nothing, however often it is asked (security case 24). */
export function createLookUpLink(deps: LookUpLinkDeps, purpose: LinkPurpose) {
  const { store, clock, digests, limiter } = deps;

  const keyOf = (token: string) =>
    ({ tokenDigest: digests.token('login-link', token), purpose }) as const;

  /** Only tokens that belong to no link count: a carrier's address stands for thousands of people. */
  async function unknownLink(address: string): Promise<LinkRefusal> {
    const { allowed, retryAfterS } = await limitAddress(limiter, THROTTLES.redeemPerIp, address);
    return allowed ? { code: 'link_invalid' } : { code: 'too_many_requests', retryAfterS };
  }

  /** The link, if it is still good. */
  async function find(
    tables: Tables,
    { token, address }: LinkVisit,
  ): Promise<Result<LoginLink, LinkRefusal>> {
    const link = await tables.loginLinks.find(keyOf(token));
    if (link === null) return fail(await unknownLink(address));
    switch (loginLinkState(link, clock.now())) {
      case 'open':
        return ok(link);
      case 'consumed':
        return fail({ code: 'link_used' });
      case 'expired':
      case 'superseded':
        return fail({ code: 'link_expired' });
    }
  }

  /** Whose a link is; `link_invalid` where that account is not active. */
  async function describe({ accountId }: LoginLink): Promise<Result<LinkPreview, LinkRefusal>> {
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return fail({ code: 'link_invalid' });
    return ok({ accountId, maskedName: maskPersonName(account.name) });
  }

  async function preview(visit: LinkVisit): Promise<Result<LinkPreview, LinkRefusal>> {
    const link = await find(store, visit);
    return link.ok ? describe(link.value) : link;
  }

  return { keyOf, unknownLink, find, describe, preview };
}
