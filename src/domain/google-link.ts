/** From "Acessar com Google" until the browser is back with an answer. */
export const GOOGLE_SIGN_IN_LIFETIME_MS = 10 * 60_000;
/** From Google's word for somebody unknown until a CPF and its proof are there (security case 40). */
export const PENDING_LINK_LIFETIME_MS = 10 * 60_000;
/** For one pending link: CPFs, passwords and codes typed into it, taken together. */
export const MAX_LINK_TRIES = 5;
/** A signed-in person links within this time of the last proof of who they are (ASVS 5.0 §7.5.1). */
export const LINK_PROOF_LIFETIME_MS = 10 * 60_000;

/** What a browser went to Google for. */
export const GOOGLE_INTENTS = ['login', 'link'] as const;
export type GoogleIntent = (typeof GOOGLE_INTENTS)[number];

/** Whether a session's owner proved who they are a short while ago. */
export function mayLinkNow(provenAt: Date | null, now: Date): boolean {
  return provenAt !== null && now.getTime() - provenAt.getTime() < LINK_PROOF_LIFETIME_MS;
}
