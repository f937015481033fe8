/** argon2id with the OWASP parameters. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes the same time whether the hash is real or, with `null`, there is none to compare with. */
  verify(hash: string | null, password: string): Promise<boolean>;
}
