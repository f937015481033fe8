export interface Admin {
  readonly id: string;
  readonly passwordHash: string;
}

export interface AdminSession {
  readonly id: string;
  readonly adminId: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** When the admin last proved who they are with a password (ASVS 5.0 7.5.3). */
  readonly steppedUpAt: Date;
}

export interface Admins {
  exists(): Promise<boolean>;
  /** A new set-up link; earlier ones end. */
  issueSetupLink(input: {
    readonly tokenDigest: Uint8Array;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void>;
  /** Whether the link is open, without using it. */
  setupLinkIsOpen(tokenDigest: Uint8Array, now: Date): Promise<boolean>;
  /** Uses the link and creates the admin in one step. @returns false when the link is not open or an admin exists */
  createWithSetupLink(input: {
    readonly id: string;
    readonly passwordHash: string;
    readonly tokenDigest: Uint8Array;
    readonly now: Date;
  }): Promise<boolean>;
  /** The admin, of whom there is one for now. */
  find(): Promise<Admin | null>;
  /** Removes the admin, every session and every open set-up link. */
  remove(): Promise<void>;
  createSession(input: {
    readonly id: string;
    readonly adminId: string;
    readonly tokenDigest: Uint8Array;
    readonly now: Date;
  }): Promise<void>;
  /** The session as it is, unless it was idle since before `idleSince` or began before `signedInSince`. */
  findSession(input: {
    readonly tokenDigest: Uint8Array;
    readonly idleSince: Date;
    readonly signedInSince: Date;
  }): Promise<AdminSession | null>;
  /** The same, and from now on it was last seen `now`. */
  touchSession(input: {
    readonly tokenDigest: Uint8Array;
    readonly idleSince: Date;
    readonly signedInSince: Date;
    readonly now: Date;
  }): Promise<AdminSession | null>;
  /** Fresh proof: the session gets a new token and its step-up time, no longer life (ASVS 5.0 7.2.4). */
  stepUp(input: {
    readonly id: string;
    readonly tokenDigest: Uint8Array;
    readonly now: Date;
  }): Promise<void>;
  endSession(tokenDigest: Uint8Array): Promise<void>;
  /** @returns how many sessions were deleted because they were idle or old */
  sweep(before: { readonly idleSince: Date; readonly signedInSince: Date }): Promise<number>;
}
