/** From "Acessar com Google" until the browser is back with an answer. */
export const GOOGLE_SIGN_IN_LIFETIME_MS = 10 * 60_000;
/** From the return of an unknown person from Google until a CPF and its proof are given (security case 40). */
export const PENDING_LINK_LIFETIME_MS = 10 * 60_000;
/** For one pending link: CPFs, passwords and codes typed into it, taken together. */
export const MAX_LINK_TRIES = 5;

/** What a browser went to Google for. */
export const GOOGLE_INTENTS = ['login', 'link', 'step_up'] as const;
export type GoogleIntent = (typeof GOOGLE_INTENTS)[number];
