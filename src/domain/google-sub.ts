/** Google's id of a person: the only thing about a Google account that never changes (OpenID Connect Core §2). */
export type GoogleSub = string & { readonly __brand: 'GoogleSub' };

/** OpenID Connect Core §2: at most 255 ASCII characters. */
const SUB = /^[\x21-\x7e]{1,255}$/;

/** @returns null when it cannot be a `sub` */
export function parseGoogleSub(input: unknown): GoogleSub | null {
  return typeof input === 'string' && SUB.test(input) ? (input as GoogleSub) : null;
}
