import { createHash } from 'node:crypto';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import type { Endpoints } from './discovery.js';
import { GoogleUnavailableError } from './google-call.js';

const SCOPE = 'openid email profile';

export interface CodeFlowSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Google sends the browser back to. */
  readonly redirectUri: string;
  readonly limitMs: number;
}

/** RFC 7636 §4.2. */
function challengeOf(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier).digest('base64url');
}

function clientFor(endpoints: Endpoints, settings: CodeFlowSettings): OAuth2Client {
  const { clientId, clientSecret, redirectUri, limitMs } = settings;
  const client = new OAuth2Client({
    clientId,
    clientSecret,
    redirectUri,
    endpoints: {
      oauth2AuthBaseUrl: endpoints.authorization,
      oauth2TokenUrl: endpoints.token,
    },
    transporterOptions: { timeout: limitMs },
  });
  // The library would try a POST again: the code is spent by then, and the person waits.
  client.transporter.interceptors.request.add({
    resolved: (request) =>
      Promise.resolve({
        ...request,
        retry: false,
        retryConfig: { retry: 0, noResponseRetries: 0 },
      }),
  });
  return client;
}

interface Faulty {
  readonly response?: { readonly status?: unknown };
}

/** The status of an answer that says no; null when there was none. */
function statusOf(error: unknown): number | null {
  const status = error instanceof Error ? (error as Faulty).response?.status : undefined;
  return typeof status === 'number' ? status : null;
}

/** Both ends of the authorization code flow (RFC 6749 §4.1, PKCE), over Google's own library. */
export function createCodeFlow(settings: CodeFlowSettings) {
  return {
    authorizationUrl(
      endpoints: Endpoints,
      input: {
        readonly state: string;
        readonly nonce: string;
        readonly codeVerifier: string;
        readonly chooseAccount: boolean;
      },
    ): string {
      const { state, nonce, codeVerifier, chooseAccount } = input;
      return clientFor(endpoints, settings).generateAuthUrl({
        scope: SCOPE,
        state,
        nonce,
        code_challenge_method: CodeChallengeMethod.S256,
        code_challenge: challengeOf(codeVerifier),
        ...(chooseAccount && { prompt: 'select_account' }),
      });
    },
    /**
     * @returns the ID token, or why Google gives none
     * @throws GoogleUnavailableError
     */
    async exchange(
      endpoints: Endpoints,
      { code, codeVerifier }: { readonly code: string; readonly codeVerifier: string },
    ): Promise<{ readonly idToken: string } | { readonly reason: string }> {
      try {
        const { tokens } = await clientFor(endpoints, settings).getToken({ code, codeVerifier });
        const idToken: unknown = tokens.id_token;
        return typeof idToken === 'string' ? { idToken } : { reason: 'no_id_token' };
      } catch (cause) {
        const status = statusOf(cause);
        if (status === 400) return { reason: 'code_refused' };
        // 401: our own id or secret is wrong, which is no fault of the person who waits.
        const said = status === null ? 'did not answer' : `said ${status}`;
        throw new GoogleUnavailableError(`the token endpoint ${said}`, { cause });
      }
    },
  };
}
