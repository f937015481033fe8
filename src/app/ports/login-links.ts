export interface LoginLink {
  readonly id: string;
  readonly accountId: string;
  /** A path of this site, or null for the default page. */
  readonly next: string | null;
  readonly expiresAt: Date;
  readonly consumedAt: Date | null;
  readonly supersededAt: Date | null;
}

export interface LoginLinks {
  /** Stores a link; the account's earlier open links are superseded (security case 32). */
  issue(link: {
    readonly id: string;
    readonly accountId: string;
    readonly tokenDigest: Uint8Array;
    readonly next: string | null;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  find(tokenDigest: Uint8Array): Promise<LoginLink | null>;
  /** Consumes an open link, once, in one statement. @returns null when it is not open (any more) */
  consume(tokenDigest: Uint8Array, now: Date): Promise<LoginLink | null>;
  /** Every open link of the account dies. */
  supersedeAll(accountId: string, now: Date): Promise<void>;
  /** Deletes links that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
