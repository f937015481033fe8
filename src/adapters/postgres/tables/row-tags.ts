import { timingSafeEqual } from 'node:crypto';
import {
  UnknownKeyError,
  type FieldCipher,
  type KeyedIndex,
} from '#src/app/ports/crypto/field-cipher.js';

/** What a row means, column by column: its table first. */
export type RowMeaning = readonly (string | Uint8Array | Date)[];

/**
 * Keyed tags over rows that give access: HMAC-SHA256 under a key of its own, in a column of the row it covers. An
 * attacker who can write the database but has no master key can move, revive or invent such a row, but cannot make its
 * tag (case A19).
 */
export function createRowTags(index: KeyedIndex) {
  return {
    of: (meaning: RowMeaning): Uint8Array => index.index('row-tag', written(meaning)),
    /** Whether the tag is of this meaning, under any master key that is known. */
    fits: (tag: Uint8Array | null, meaning: RowMeaning): boolean =>
      tag !== null &&
      index
        .candidates('row-tag', written(meaning))
        .some((right) => right.length === tag.length && timingSafeEqual(right, tag)),
  };
}

/**
 * Decrypts a ciphertext whose context names the account beside the row, so that the row gives access to no other
 * account. Older ciphertexts name the row alone.
 * @throws when neither fits: the ciphertext was moved or forged
 */
export function decryptBound(
  cipher: FieldCipher,
  ciphertext: Uint8Array,
  contexts: { readonly bound: string; readonly before: string },
): string {
  try {
    return cipher.decryptText(ciphertext, contexts.bound);
  } catch (error) {
    if (error instanceof UnknownKeyError) throw error;
    return cipher.decryptText(ciphertext, contexts.before);
  }
}

/** Contexts of the ciphertext of a number that opens an account. */
export function numberContexts(numberId: string, accountId: string) {
  const before = `whatsapp_number.phone_box:${numberId}`;
  return { bound: `${before}:${accountId}`, before };
}

function written(meaning: RowMeaning): string {
  return JSON.stringify(
    meaning.map((part) => {
      if (typeof part === 'string') return part;
      return part instanceof Date ? part.toISOString() : Buffer.from(part).toString('hex');
    }),
  );
}
