import { decodeJwt, type JWTPayload } from 'jose';
import type { Faults, IdTokenFault } from './faults.js';
import type { SigningKeys } from './signing-keys.js';

const HOUR_S = 3600;

function spoiled(claims: JWTPayload, fault: IdTokenFault | null): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  switch (fault) {
    case 'expired':
      return { ...claims, iat: now - 2 * HOUR_S, exp: now - HOUR_S };
    case 'wrong_audience':
      // The party is right: the audience alone has to be noticed.
      return { ...claims, aud: 'another-app' };
    case 'wrong_party':
      return { ...claims, azp: 'another-app' };
    case 'several_audiences':
      return { ...claims, aud: [String(claims.aud), 'another-app'], azp: 'another-app' };
    case 'wrong_issuer':
      return { ...claims, iss: 'https://accounts.evil.example' };
    case 'wrong_nonce':
      return { ...claims, nonce: 'the nonce of somebody else' };
    case 'no_nonce':
      return Object.fromEntries(Object.entries(claims).filter(([name]) => name !== 'nonce'));
    case 'unsigned':
    case 'signed_with_public_key':
    case 'signed_by_stranger':
    case null:
      return claims;
  }
}

/** ID tokens as Google's: `azp` always there, under the current key, wrong where a fault is on. */
export function createIdTokens(deps: {
  readonly keys: SigningKeys;
  readonly faults: () => Pick<Faults, 'idToken'>;
}) {
  const { keys, faults } = deps;
  function sign(claims: JWTPayload): Promise<string> {
    const fault = faults().idToken;
    return keys.sign(spoiled({ azp: String(claims.aud), ...claims }, fault), fault);
  }
  return {
    sign,
    /** Signs again what the provider signed with a key that may be gone. */
    signAgain: (idToken: string): Promise<string> => sign(decodeJwt(idToken)),
  };
}
