import { z } from 'zod';
import type { Clock } from '#src/app/ports/clock.js';
import type { CallGoogle } from './google-call.js';
import { createStaleWhileErrorCache } from './stale-while-error-cache.js';

/** Google changes nothing in it for years; a day is what it asks for. */
const KEPT_MS = 24 * 60 * 60_000;
/**
 * A browser is redirected to Google only if Google answered within this time; sign-ins at the same moment share one
 * question.
 */
const PRESENT_MS = 1_000;

/** OpenID Connect Discovery §3, as far as it is used. */
export interface Endpoints {
  readonly issuer: string;
  readonly authorization: string;
  readonly token: string;
  readonly userinfo: string;
  readonly keys: string;
  readonly tokenInfo: string;
  /** RFC 9207 §3: an answer without `iss` is then not Google's. */
  readonly namesIssuerInAnswers: boolean;
}

export type Discovery = ReturnType<typeof createDiscovery>;

/** Where Google's endpoints are, from the document under its issuer; kept while Google is away. */
export function createDiscovery(deps: {
  readonly issuer: string;
  readonly call: CallGoogle;
  readonly clock: Clock;
}) {
  const { issuer, call, clock } = deps;
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  // Under an https issuer nothing goes over http, whatever the document says.
  const isAllowed = (url: string): boolean =>
    URL.canParse(url) &&
    (new URL(url).protocol === 'https:' ||
      (issuer.startsWith('http:') && new URL(url).protocol === 'http:'));
  const endpoint = z.string().refine(isAllowed);
  const Document = z.object({
    // §4.3: it must say the very issuer it was asked under.
    issuer: z.literal(issuer),
    authorization_endpoint: endpoint,
    token_endpoint: endpoint,
    userinfo_endpoint: endpoint,
    jwks_uri: endpoint,
    tokeninfo_endpoint: endpoint.optional(),
    authorization_response_iss_parameter_supported: z.boolean().default(false),
  });
  const kept = createStaleWhileErrorCache({
    clock,
    keptMs: KEPT_MS,
    load: async (): Promise<Endpoints> => {
      const document = await call.read(address, Document);
      return {
        issuer,
        authorization: document.authorization_endpoint,
        token: document.token_endpoint,
        userinfo: document.userinfo_endpoint,
        keys: document.jwks_uri,
        // Google's document leaves it out; its path is next to that of the token endpoint.
        tokenInfo:
          document.tokeninfo_endpoint ?? new URL('tokeninfo', document.token_endpoint).href,
        namesIssuerInAnswers: document.authorization_response_iss_parameter_supported,
      };
    },
  });
  return {
    endpoints: () => kept.get(),
    /** For a browser that is about to be redirected: Google answered a moment ago. @throws GoogleUnavailableError */
    endpointsNow: () => kept.fresh(PRESENT_MS),
  };
}
