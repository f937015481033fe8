import type { GoogleIntent } from '#src/domain/google-link.js';

/** A browser that went to Google and is expected back. */
export interface GoogleSignIn {
  readonly id: string;
  readonly intent: GoogleIntent;
  /** The account that links or steps up; null at a login. */
  readonly accountId: string | null;
  /** The session that asked for it; null at a login. */
  readonly sessionId: string | null;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** A path of this site, or null for the default page. */
  readonly next: string | null;
}

export interface GoogleSignIns {
  create(
    signIn: GoogleSignIn & {
      readonly stateDigest: Uint8Array;
      /** Digest of the browser's cookie. */
      readonly bindingDigest: Uint8Array;
      readonly expiresAt: Date;
      readonly now: Date;
    },
  ): Promise<void>;
  /**
   * Consumes the one with this state, once, in one statement.
   * @returns null when it is unknown, used, expired, or another browser's, which consumes nothing (security case 35)
   */
  consume(input: {
    readonly stateDigest: Uint8Array;
    readonly bindingDigest: Uint8Array;
    readonly now: Date;
  }): Promise<GoogleSignIn | null>;
  /** Whether it still exists, used or not: `removeAll` deletes it. */
  exists(id: string): Promise<boolean>;
  /** Deletes those that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}

/** What only a transaction offers: it hands an account over or erases it. */
export interface GoogleSignInsInTx extends GoogleSignIns {
  /** Deletes those of the account, used or not, but those that the session `but` began. @returns how many */
  removeAll(accountId: string, but: { readonly sessionId: string } | null): Promise<number>;
}
