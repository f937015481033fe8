import type { ChallengePurpose, Code } from '#src/domain/challenge.js';

/** What a token is for; a digest of one kind never equals a digest of another. */
export type TokenKind =
  | 'login-link'
  | 'refresh'
  | 'browser'
  | 'known-browser'
  | 'google-state'
  | 'admin-setup'
  | 'admin-session'
  | 'admin-device';

export interface CodeMeaning {
  readonly challengeId: string;
  readonly accountId: string | null;
  readonly purpose: ChallengePurpose;
  readonly code: Code;
}

/** Keyed one-way digests, so that a stolen database holds no usable code or token. */
export interface Digests {
  /** Digest of a 256-bit token. */
  token(kind: TokenKind, token: string): Uint8Array;
  /**
   * Digest of a code, bound to its challenge, purpose and account (null: a decoy's): the same digits elsewhere do not
   * match, nor do they where the challenge's row was moved to another account.
   */
  code(input: CodeMeaning): Uint8Array;
  /** Compares in constant time. */
  same(left: Uint8Array, right: Uint8Array): boolean;
}
