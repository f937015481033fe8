import type { LinkPurpose } from '#src/domain/login-link.js';
import type { TaxId } from '#src/domain/tax-id.js';

/** Names one link: a token of another purpose finds nothing. */
export interface LinkKey {
  readonly tokenDigest: Uint8Array;
  readonly purpose: LinkPurpose;
}

export interface LoginLink {
  readonly id: string;
  readonly accountId: string;
  /** A path of this site, or null for the default page. */
  readonly next: string | null;
  readonly expiresAt: Date;
  readonly consumedAt: Date | null;
  readonly supersededAt: Date | null;
}

/** Whose link it is, or the CPF that was typed and gets a decoy: a row like the others, which no token finds. */
export type LinkOwner =
  { readonly accountId: string } | { readonly accountId: null; readonly decoyOf: TaxId };

export interface LoginLinks {
  /**
   * Stores a link; the owner's earlier open ones of its purpose are superseded (security case 32), those of a decoy's
   * CPF by the same statements (case 13). No such account: nothing.
   */
  issue(
    link: LinkOwner & {
      readonly id: string;
      readonly purpose: LinkPurpose;
      readonly tokenDigest: Uint8Array;
      readonly next: string | null;
      readonly expiresAt: Date;
      readonly now: Date;
    },
  ): Promise<void>;
  find(key: LinkKey): Promise<LoginLink | null>;
  /** Consumes an open link, once, in one statement. @returns null when it is not open (any more) */
  consume(key: LinkKey, now: Date): Promise<LoginLink | null>;
  /** Ends every open link of the account, for all purposes. @returns how many */
  supersedeAll(accountId: string, now: Date): Promise<number>;
  /** Deletes links that expired before `before`, decoys that expired before `decoysBefore`. @returns how many */
  sweep(before: Date, decoysBefore: Date): Promise<number>;
}

/** What only a transaction offers: it hands an account over or erases it. */
export interface LoginLinksInTx extends LoginLinks {
  /**
   * Consumes an open link of an active account, once, and clears the account's failures, in one statement that locks
   * the account first. @returns null, and nothing is changed, when either is not (any more)
   */
  redeem(key: LinkKey, now: Date): Promise<LoginLink | null>;
  /** Deletes every link of the account, used or not. */
  removeAll(accountId: string): Promise<void>;
  /** Deletes the decoys of a CPF; they belong to no account. */
  eraseDecoys(taxId: TaxId): Promise<void>;
}
