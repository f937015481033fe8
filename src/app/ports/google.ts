import type { GoogleSub } from '#src/domain/google-sub.js';
import type { Result } from '#src/domain/result.js';

/**
 * A person whom Google has authenticated. Name and e-mail are only shown: neither finds, links or changes an account
 * (case 37).
 */
export interface GoogleProfile {
  readonly sub: GoogleSub;
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * `google_unavailable`: Google is down, slow (5 s) or gives an invalid answer; the other ways in still work.
 * `google_token_invalid`: what was shown proves nothing to this site; why is in the log only.
 */
export interface GoogleFault {
  readonly code: 'google_unavailable' | 'google_token_invalid';
}

/** Google's OpenID Connect, as a way to learn a `sub`. No call takes longer than 5 s each; none throws for a fault. */
export interface Google {
  /**
   * Where to send the browser: code flow with state, nonce and PKCE S256 (RFC 9700 §2.1.1).
   * @param input.chooseAccount Google asks which account, even when there is only one
   */
  authorizationUrl(input: {
    readonly state: string;
    readonly nonce: string;
    readonly codeVerifier: string;
    readonly chooseAccount: boolean;
  }): Promise<Result<string, GoogleFault>>;
  /**
   * Turns the answer of the authorization endpoint into a profile: code and verifier are exchanged, the ID token is
   * checked (RS256, `iss`, `aud`, `azp`, `exp`, nonce), and so is `iss` of the answer (RFC 9207).
   */
  readAnswer(input: {
    readonly code: string;
    /** The answer's `iss`, or null without one. */
    readonly issuer: string | null;
    readonly nonce: string;
    readonly codeVerifier: string;
  }): Promise<Result<GoogleProfile, GoogleFault>>;
  /** Checks an ID token that a page got from Google by itself. */
  readCredential(credential: string): Promise<Result<GoogleProfile, GoogleFault>>;
  /** Asks Google whose access token this is; one issued to another app is refused (security case 34). */
  readAccessToken(token: string): Promise<Result<GoogleProfile, GoogleFault>>;
}
