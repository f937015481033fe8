/** argon2id with the OWASP parameters. Each call takes its turn; a call that finds the queue full computes nothing. */
export interface PasswordHasher {
  /** @throws TooBusyError */
  hash(password: string): Promise<string>;
  /**
   * Takes the same time whether the hash is real or, with `null`, there is none to compare with.
   * @throws TooBusyError
   */
  verify(hash: string | null, password: string): Promise<boolean>;
}

/** More passwords wait to be hashed than can be done within the time a person waits. Nothing was compared or stored. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';
  /** Seconds until the queue has surely moved on. */
  readonly retryAfterS: number;
  constructor(retryAfterS: number) {
    super('Too many passwords wait to be hashed.');
    this.retryAfterS = retryAfterS;
  }
}
