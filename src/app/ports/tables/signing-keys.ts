/** A key pair as JWKs (RFC 7517); the private half is encrypted at rest. */
export interface SigningKeyRow {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly privateJwk: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** From then on it signs nothing; null for the newest. */
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
  /**
   * Stores the successor of the newest key and says from when on that one signs nothing. Atomic: of several instances
   * that rotate at the same time one does.
   * @returns false when `after` is not the newest any more
   */
  rotate(input: {
    readonly key: SigningKeyRow;
    readonly after: string;
    readonly retiredAt: Date;
  }): Promise<boolean>;
  /** Deletes keys that were retired before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
