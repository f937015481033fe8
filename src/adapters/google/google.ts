import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Google, GoogleFault, GoogleProfile } from '#src/app/ports/google.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { createReadAccessToken } from './access-token.js';
import { createCodeFlow } from './code-flow.js';
import { createDiscovery, type Endpoints } from './discovery.js';
import { createCallGoogle, GoogleUnavailableError } from './google-call.js';
import { createGoogleKeys } from './google-keys.js';
import { createReadIdToken } from './id-token.js';

/** For each call to Google: the person sees the other ways after that. */
const LIMIT_MS = 5_000;

/** Google behind its port. Nothing is asked of it before it is needed. */
export function createGoogle(deps: {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a slash at its end, as in the discovery document. */
  readonly issuer: string;
  readonly redirectUri: string;
  readonly clock: Clock;
  readonly log: EventLog;
  /** Milliseconds for one call. */
  readonly limitMs?: number;
}): Google {
  const { clientId, clientSecret, issuer, redirectUri, clock, log, limitMs = LIMIT_MS } = deps;
  const call = createCallGoogle({ limitMs });
  const discovery = createDiscovery({ issuer, call, clock });
  const findKey = createGoogleKeys({ discovery, call, clock });
  const readIdToken = createReadIdToken({ issuer, clientId, findKey, clock });
  const readAccessToken = createReadAccessToken({ clientId, discovery, call });
  const flow = createCodeFlow({ clientId, clientSecret, redirectUri, limitMs });

  function refuse(reason: string): Result<never, GoogleFault> {
    log.warn('google.refused', { reason });
    return fail({ code: 'google_token_invalid' });
  }

  function judged(
    read: Result<GoogleProfile, { readonly reason: string }>,
  ): Result<GoogleProfile, GoogleFault> {
    return read.ok ? read : refuse(read.error.reason);
  }

  /** Google's being away is an outcome; everything else that is thrown is a bug. */
  async function unlessAway<Value>(
    work: () => Promise<Result<Value, GoogleFault>>,
  ): Promise<Result<Value, GoogleFault>> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GoogleUnavailableError)) throw error;
      log.warn('google.unavailable', { reason: error.message });
      return fail({ code: 'google_unavailable' });
    }
  }

  function isFromIssuer(named: string | null, { namesIssuerInAnswers }: Endpoints): boolean {
    return named === null ? !namesIssuerInAnswers : named === issuer;
  }

  return {
    authorizationUrl: (input) =>
      unlessAway(async () => ok(flow.authorizationUrl(await discovery.endpointsNow(), input))),
    readAnswer: ({ code, issuer: named, nonce, codeVerifier }) =>
      unlessAway(async () => {
        const endpoints = await discovery.endpoints();
        // Before the code goes anywhere: it may be another server's (mix-up, RFC 9700 §4.4).
        if (!isFromIssuer(named, endpoints)) return refuse('answer_iss_wrong');
        const exchanged = await flow.exchange(endpoints, { code, codeVerifier });
        if ('reason' in exchanged) return refuse(exchanged.reason);
        return judged(await readIdToken(exchanged.idToken, nonce));
      }),
    readCredential: (credential) =>
      unlessAway(async () => judged(await readIdToken(credential, null))),
    readAccessToken: (token) => unlessAway(async () => judged(await readAccessToken(token))),
  };
}
