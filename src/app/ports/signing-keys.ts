/** A key pair as JWKs (RFC 7517); the private half is encrypted at rest. */
export interface SigningKeyRow {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly privateJwk: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

export interface SigningKeys {
  /** Newest first; retired ones included while tokens signed with them may live. */
  list(): Promise<readonly SigningKeyRow[]>;
  /**
   * Stores the first key, once: of several instances starting at the same time one wins.
   * @returns the key that is now in force
   */
  insertFirst(key: SigningKeyRow): Promise<SigningKeyRow>;
}
