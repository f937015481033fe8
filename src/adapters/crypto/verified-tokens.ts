const MOST_REMEMBERED = 10_000;

/** What a signature was found to cover. */
interface Verified<Claims> {
  readonly claims: Claims;
  /** Seconds since 1970 (RFC 7519 §4.1.4). */
  readonly expiresAtS: number;
}

/**
 * Tokens whose signature was checked: the same text under the same keys has the same answer until it expires, so that a
 * browser's signature is not checked anew at each request. Bounded: the one that was checked longest ago goes first.
 */
export function createVerifiedTokens<Claims>() {
  /** Insertion order is age. */
  const known = new Map<string, Verified<Claims>>();
  return {
    /** @returns the claims of a token that is good at `now`; null where it has to be checked */
    find(token: string, now: Date): Claims | null {
      const found = known.get(token);
      return found !== undefined && now.getTime() < found.expiresAtS * 1000 ? found.claims : null;
    },
    remember(token: string, verified: Verified<Claims>): void {
      known.delete(token);
      known.set(token, verified);
      const oldest = known.keys().next();
      if (known.size > MOST_REMEMBERED && oldest.done !== true) known.delete(oldest.value);
    },
    /** The keys have changed: each token is checked again. */
    forget: () => known.clear(),
  };
}
