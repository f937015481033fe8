import { createLocalJWKSet, errors, type CryptoKey, type JWSHeaderParameters } from 'jose';
import { z } from 'zod';
import type { Clock } from '#src/app/ports/clock.js';
import type { Discovery } from './discovery.js';
import type { CallGoogle } from './google-call.js';
import { createStaleWhileErrorCache } from './stale-while-error-cache.js';

/** Google's keys live for days; a key that was withdrawn is forgotten within this time. */
const KEPT_MS = 60 * 60_000;
/** A token with an unknown key causes a new request to Google, but not more often than this. */
const ASK_AGAIN_MS = 1_000;

const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

export type GoogleKeys = ReturnType<typeof createGoogleKeys>;

/**
 * The keys Google signs with. They go on serving while Google is away, and new ones are found when they appear. The
 * library's cache throws when Google is away, and reads certificates from an address that no discovery document names.
 */
export function createGoogleKeys(deps: {
  readonly discovery: Discovery;
  readonly call: CallGoogle;
  readonly clock: Clock;
}) {
  const { discovery, call, clock } = deps;
  const kept = createStaleWhileErrorCache({
    clock,
    keptMs: KEPT_MS,
    load: async () => {
      const { keys } = await discovery.endpoints();
      return createLocalJWKSet(await call.read(keys, Jwks));
    },
  });

  /**
   * The key that a token's header names.
   * @throws GoogleUnavailableError, or an error of jose when there is no such key
   */
  return async function findKey(header: JWSHeaderParameters): Promise<CryptoKey> {
    const keys = await kept.get();
    try {
      return await keys(header);
    } catch (error) {
      const isUnknown = error instanceof errors.JWKSNoMatchingKey;
      if (!isUnknown || kept.sinceTried() < ASK_AGAIN_MS) throw error;
      return (await kept.renew())(header);
    }
  };
}
