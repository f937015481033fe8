/** A ciphertext was made under a master key that this process does not have (any more). */
export class UnknownKeyError extends Error {
  constructor() {
    super('The field was encrypted under a master key this process lacks.');
    this.name = 'UnknownKeyError';
  }
}

/** Authenticated encryption of single fields; the context binds a ciphertext to its place (`table.column:row`). */
export interface FieldCipher {
  encrypt(plain: string | Uint8Array, context: string): Uint8Array;
  /** @throws when the ciphertext was changed or moved to another place; UnknownKeyError */
  decryptText(box: Uint8Array, context: string): string;
}

/**
 * `signal-key`: the name of a Signal session or sender key, which holds a number. `identity-key`: a person's public
 * Signal identity key. `row-tag`: what a row means.
 */
export type IndexKind =
  | ('tax-id' | 'phone' | 'jid' | 'signal-key' | 'request-code' | 'google-sub')
  | ('identity-key' | 'row-tag');

/**
 * Keyed HMACs that find an encrypted value again (LGPD art. 13 §4: a hash of a CPF without a key can be reversed by
 * trying all CPFs).
 */
export interface KeyedIndex {
  /** The index under the current key: what is stored. */
  index(kind: IndexKind, value: string): Uint8Array;
  /** The index under every known key, current first: what is searched for. */
  candidates(kind: IndexKind, value: string): readonly Uint8Array[];
}
