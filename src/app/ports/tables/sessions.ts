import type { ShownRefreshToken } from '#src/domain/session.js';
import type { SignInMethodName } from '#src/domain/sign-in-method.js';

export interface Session {
  readonly id: string;
  readonly accountId: string;
  /** How it came to be. */
  readonly method: SignInMethodName;
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly revokedAt: Date | null;
  /** When its person last proved who they are in it, sign-in included; null in sessions of an earlier version. */
  readonly provenAt: Date | null;
}

/** Why a session ended. `stepped_up`: a new one with a new id took its place (security case 43). */
export type RevocationReason =
  'signed_out' | 'token_reuse' | 'blocked' | 'password_changed' | 'way_changed' | 'stepped_up';

export interface RefreshToken extends ShownRefreshToken {
  readonly id: string;
  readonly sessionId: string;
  readonly accountId: string;
}

export interface NewRefreshToken {
  readonly id: string;
  readonly digest: Uint8Array;
  readonly expiresAt: Date;
}

export interface Sessions {
  /**
   * Opens a session that is proven at `now`, and remembers its browser beyond it (known-browsers.ts).
   * @returns whether the account was used on such a device since `devicesSince`, on a session that lives or has ended;
   *   devices of before the owner's last BLOQUEAR do not count
   */
  create(session: {
    readonly id: string;
    readonly accountId: string;
    readonly method: SignInMethodName;
    readonly browser: string | null;
    readonly system: string | null;
    readonly refresh: NewRefreshToken;
    /** Digest of the token by which the browser is known from now on; left out: it is not. */
    readonly knownDigest?: Uint8Array;
    readonly devicesSince: Date;
    readonly now: Date;
  }): Promise<boolean>;
  find(id: string): Promise<Session | null>;
  findRefreshToken(digest: Uint8Array): Promise<RefreshToken | null>;
  /**
   * Makes a successor for a token, in one statement that locks the session first. The token whose place it took counts
   * as spent from then on.
   * @param token as it was read; `usedAt` is not null when its earlier successor is replaced
   * @param successor the successor's plain text, kept encrypted for other tabs
   * @returns false, and nothing is changed, when the token was rotated or spent in the meantime, a token beside it is
   *   in use, it has expired, or its session was revoked
   */
  rotate(input: {
    readonly token: Pick<RefreshToken, 'id' | 'sessionId' | 'usedAt'>;
    readonly successor: string;
    readonly next: NewRefreshToken;
    readonly now: Date;
  }): Promise<boolean>;
  /** @returns false when it was revoked already or does not exist */
  revoke(id: string, reason: RevocationReason, now: Date): Promise<boolean>;
  /** Ends every session of an account. @returns which were alive */
  revokeAll(accountId: string, reason: RevocationReason, now: Date): Promise<readonly string[]>;
  /** Ends every one but this. @returns which were alive */
  revokeOthers(
    session: { readonly id: string; readonly accountId: string },
    reason: RevocationReason,
    now: Date,
  ): Promise<readonly string[]>;
  /** The account's sessions that can still be refreshed, newest first. */
  listActive(accountId: string, now: Date): Promise<readonly Session[]>;
  /** Every session that is still remembered, newest first. */
  listAll(accountId: string): Promise<readonly Session[]>;
  /**
   * Deletes refresh tokens that expired before `tokensBefore`, and sessions that have none left and
   * were last seen before `sessionsBefore`: until then they tell a known device from a new one.
   * @returns how many tokens
   */
  sweep(input: { readonly tokensBefore: Date; readonly sessionsBefore: Date }): Promise<number>;
}

export interface SessionsInTx extends Sessions {
  /** Lets one request at a time go on with a session until the transaction ends. */
  lock(id: string): Promise<void>;
  /**
   * The session's newest refresh token, which was never used, and when it was made. Call `lock` before, so that it is
   * still unused when it is handed out.
   * @returns null before the first rotation
   */
  newestRefreshToken(
    sessionId: string,
  ): Promise<{ readonly plainText: string; readonly madeAt: Date } | null>;
}
