import type { TaxId } from '#src/domain/tax-id.js';

/** Whose account is meant: by what was typed, by who is signed in, or by the challenge. */
export type KnownSubject =
  { readonly taxId: TaxId } | { readonly accountId: string } | { readonly challengeId: string };

/**
 * Browsers in which an account was entered before. One is remembered with each session (sessions.create) and stays when
 * the session ends. It gives no access; it is only counted apart from strangers.
 */
export interface KnownBrowsers {
  /** Whether one of these tokens was made for that account. */
  isKnown(digests: readonly Uint8Array[], subject: KnownSubject): Promise<boolean>;
  /** From now on the account's browsers count as unknown, except the one of that session. @returns how many */
  forget(accountId: string, but: { readonly sessionId: string } | null): Promise<number>;
  /** Deletes those remembered before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
