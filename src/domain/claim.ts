/** After an admin rejected a claim on a CPF, new claims on it are held for this long (security case 62). */
export const REJECTED_CLAIM_REST_MS = 30 * 24 * 60 * 60_000;
