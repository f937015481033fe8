import { errors, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from '#src/app/ports/clock.js';
import type { GoogleProfile } from '#src/app/ports/google.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { isCompactJws } from '#src/domain/token-shape.js';
import type { GoogleKeys } from './google-keys.js';

/** Clocks differ; RFC 7519 §4.1.4 allows "a few minutes", OpenID Connect Core wants few. */
const CLOCK_TOLERANCE_S = 60;
const GOOGLE = 'https://accounts.google.com';

/** Why a token proves nothing: a name for the log, never a part of the token. */
interface Refusal {
  readonly reason: string;
}

/**
 * OpenID Connect Core §3.1.3.7, every check of it: RS256 and nothing else (so neither `none` nor HS256 with the public
 * key, RFC 8725 §3.1), issuer, audience, authorized party, times, nonce (security case 33). With jose: the library's
 * own check knows neither nonce nor authorized party, lets five minutes pass, reads the system's clock and writes the
 * whole token into its errors.
 */
export function createReadIdToken(deps: {
  readonly issuer: string;
  readonly clientId: string;
  readonly findKey: GoogleKeys;
  readonly clock: Clock;
}) {
  const { issuer, clientId, findKey, clock } = deps;
  // Google writes its name in two ways ("Verify the Google ID token on your server side").
  const issuers = issuer === GOOGLE ? [GOOGLE, 'accounts.google.com'] : [issuer];

  function refused({ aud, azp, nonce }: JWTPayload, wanted: string | null): string | null {
    const isForMany = Array.isArray(aud) && aud.length > 1;
    if (isForMany && azp === undefined) return 'azp_missing';
    if (azp !== undefined && azp !== clientId) return 'azp_wrong';
    return wanted === null || nonce === wanted ? null : 'nonce_wrong';
  }

  /**
   * @param nonce what the token has to carry; null when none was asked for
   * @throws GoogleUnavailableError when the keys cannot be had
   */
  return async function readIdToken(
    token: string,
    nonce: string | null,
  ): Promise<Result<GoogleProfile, Refusal>> {
    if (!isCompactJws(token)) return fail({ reason: 'token_malformed' });
    let claims: JWTPayload;
    try {
      const verified = await jwtVerify(token, findKey, {
        algorithms: ['RS256'],
        issuer: issuers,
        audience: clientId,
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: clock.now(),
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      claims = verified.payload;
    } catch (error) {
      if (error instanceof errors.JOSEError) return fail({ reason: reasonOf(error) });
      throw error;
    }
    const reason = refused(claims, nonce);
    if (reason !== null) return fail({ reason });
    const profile = profileOf(claims);
    return profile === null ? fail({ reason: 'sub_malformed' }) : ok(profile);
  };
}

/** jose's own name for it, such as `ERR_JWT_EXPIRED`, with the claim where there is one. */
function reasonOf(error: errors.JOSEError): string {
  const claim = error instanceof errors.JWTClaimValidationFailed ? `:${error.claim}` : '';
  return `${error.code}${claim}`;
}

/** What a token or the userinfo endpoint says about a person. */
export function profileOf(claims: {
  readonly sub?: unknown;
  readonly name?: unknown;
  readonly email?: unknown;
}): GoogleProfile | null {
  const sub = parseGoogleSub(claims.sub);
  if (sub === null) return null;
  return { sub, name: textOf(claims.name), email: textOf(claims.email) };
}

const LONGEST_TEXT = 320;

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT ? value : null;
}
