import { addressBuckets } from '#src/domain/address-buckets.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { Origin, ProofSubject } from './proof.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Store } from '../ports/tables/store.js';

export type LimitPages = ReturnType<typeof createLimitPages>;

/**
 * How much one address, one network and all pages together may ask to have sent into chats (security case 8). A browser
 * that has been in the account before is not counted with strangers, neither those of its address (case 66) nor all of
 * them: a flood that fills the limit of all pages does not block known browsers. What goes to one account is decided
 * elsewhere (message-limits.ts).
 */
export function createLimitPages(deps: {
  readonly store: Store;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
}) {
  const { store, digests, limiter } = deps;

  /** @returns seconds to wait, 0 for none */
  return async function limitPages(
    input: Pick<Origin, 'known' | 'address'> & { readonly subject: ProofSubject },
  ): Promise<number> {
    const { known, address, subject } = input;
    const marks = known.map((token) => digests.token('known-browser', token));
    const isKnown = marks.length > 0 && (await store.knownBrowsers.isKnown(marks, subject));
    if (isKnown) return 0;
    // The limit of all pages comes last: a request that is refused before does not use it up.
    const { retryAfterS } = await limiter.hitAll([
      ...addressBuckets(THROTTLES.codePerIp, address),
      { throttle: THROTTLES.codeEverywhere, key: 'everybody' },
    ]);
    return retryAfterS;
  };
}
