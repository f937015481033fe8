/** Authenticated encryption of what only the browser keeps, for a short while. */
export interface ShortSeal {
  /** @returns base64url, good for `lifeS` seconds and for this place only */
  seal(text: string, at: { readonly place: string; readonly lifeS: number }): string;
  /** @returns null: made for another place, changed, too old, or under another master key */
  open(sealed: string, place: string): string | null;
}
