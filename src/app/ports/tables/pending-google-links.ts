import type { GoogleProfile } from '../google.js';

/** A person came back from Google without an account; a CPF and its proof are awaited. */
export interface PendingGoogleLink {
  readonly id: string;
  readonly profile: GoogleProfile;
  readonly next: string | null;
  /** Tries so far, the one just taken included. */
  readonly attempts: number;
  readonly expiresAt: Date;
}

/** What names a pending link: its id alone is not enough, the browser's cookie is needed, too (security case 40). */
export interface PendingLinkKey {
  readonly id: string;
  readonly bindingDigest: Uint8Array;
  readonly now: Date;
}

export interface PendingGoogleLinks {
  create(link: {
    readonly id: string;
    readonly bindingDigest: Uint8Array;
    readonly profile: GoogleProfile;
    readonly next: string | null;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  /** Reads an open one. Counts nothing. */
  find(key: PendingLinkKey): Promise<PendingGoogleLink | null>;
  /** Whether this browser has an open one. */
  isOpenIn(bindingDigest: Uint8Array, now: Date): Promise<boolean>;
  /**
   * Counts one try in the statement that reads it: of many at once at most `limit` get it.
   * @returns null when it is not open: unknown, used, expired, tried out, or another browser's
   */
  takeTry(key: PendingLinkKey & { readonly limit: number }): Promise<PendingGoogleLink | null>;
  /** Uses it up, once. @returns false when another request was first */
  consume(key: PendingLinkKey): Promise<boolean>;
  /** Deletes those that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}

/** What only a transaction offers: it hands an account over or erases it. */
export interface PendingGoogleLinksInTx extends PendingGoogleLinks {
  /** Deletes those of the Google accounts that belong to the account. */
  erase(accountId: string): Promise<void>;
}
