export interface Session {
  readonly id: string;
  readonly accountId: string;
  readonly way: LoginWay;
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly revokedAt: Date | null;
}

/** How a session came to be. */
export type LoginWay = 'login_link' | 'code' | 'request';

export interface RefreshToken {
  readonly id: string;
  readonly sessionId: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The token that replaced it, readable within the grace only. */
  readonly successor: string | null;
  readonly sessionRevokedAt: Date | null;
}

export interface NewRefreshToken {
  readonly id: string;
  readonly digest: Uint8Array;
  readonly expiresAt: Date;
}

export interface Sessions {
  create(session: {
    readonly id: string;
    readonly accountId: string;
    readonly way: LoginWay;
    readonly browser: string | null;
    readonly system: string | null;
    readonly refresh: NewRefreshToken;
    readonly now: Date;
  }): Promise<void>;
  find(id: string): Promise<Session | null>;
  findRefreshToken(digest: Uint8Array): Promise<RefreshToken | null>;
  /**
   * Marks a token used and stores its successor, once, in one statement.
   * @param successor the successor's plain text, kept encrypted for the grace
   * @returns false when another request rotated it first
   */
  rotate(input: {
    readonly tokenId: string;
    readonly sessionId: string;
    readonly successor: string;
    readonly next: NewRefreshToken;
    readonly now: Date;
  }): Promise<boolean>;
  /** @returns false when it was revoked already or does not exist */
  revoke(id: string, reason: 'signed_out' | 'token_reuse' | 'blocked', now: Date): Promise<boolean>;
  /** Deletes refresh tokens that expired before `before` and sessions without any. @returns how many tokens */
  sweep(before: Date): Promise<number>;
}
