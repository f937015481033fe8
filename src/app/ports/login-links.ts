export interface LoginLink {
  readonly id: string;
  readonly accountId: string;
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
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  find(tokenDigest: Uint8Array): Promise<LoginLink | null>;
  /** Consumes an open link, once, in one statement. @returns null when it is not open (any more) */
  consume(tokenDigest: Uint8Array, now: Date): Promise<LoginLink | null>;
  /** Deletes links that expired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
