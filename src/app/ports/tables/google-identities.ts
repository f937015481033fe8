import type { GoogleSub } from '#src/domain/google-sub.js';
import type { Result } from '#src/domain/result.js';

export interface GoogleIdentity {
  readonly id: string;
  /** The account it belongs to for good. */
  readonly accountId: string;
  readonly sub: GoogleSub;
  readonly email: string | null;
  readonly linkedAt: Date;
  /** null while it is linked. */
  readonly unlinkedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** `sub_taken`: it belongs to another account. `account_has_another`: the account is linked with another `sub`. */
export interface LinkConflict {
  readonly code: 'sub_taken' | 'account_has_another';
}

/** Google accounts as ways in. A `sub` belongs to one account for good, also after it was unlinked. */
export interface GoogleIdentities {
  /** Linked or not. */
  findBySub(sub: GoogleSub): Promise<GoogleIdentity | null>;
  /** The one that opens the account now. */
  linkedTo(accountId: string): Promise<GoogleIdentity | null>;
  /** Every one that belongs to the account, newest first. */
  allOf(accountId: string): Promise<readonly GoogleIdentity[]>;
  /**
   * Links a `sub`, for the first time or again. Atomic, also against itself: of two at once one is linked, none
   * replaces another.
   * @returns `isNew`: false when it was linked with this account already; nothing has changed then
   */
  link(input: {
    /** For a `sub` that was never seen. */
    readonly id: string;
    readonly accountId: string;
    readonly sub: GoogleSub;
    readonly email: string | null;
    readonly now: Date;
  }): Promise<Result<{ readonly isNew: boolean }, LinkConflict>>;
  /** The row stays, so that the `sub` can return to this account only. @returns false when none was linked */
  unlink(accountId: string, now: Date): Promise<boolean>;
  /** @returns false when it is not linked any more: then it must not sign in */
  markUsed(id: string, now: Date): Promise<boolean>;
  /** Forgets the account's `sub`s that are not linked any more: every account may link them then. @returns how many */
  releaseUnlinked(accountId: string): Promise<number>;
}

/** What only a transaction offers: it hands an account over or erases it. */
export interface GoogleIdentitiesInTx extends GoogleIdentities {
  /** Forgets every `sub` of the account, linked or not. */
  removeAll(accountId: string): Promise<void>;
}
