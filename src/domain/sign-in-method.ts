/** The ways in, by the names that sessions, the export and SQL's checks know them by (`session.way`). */
export const SIGN_IN_METHOD_NAMES = [
  'code',
  'login_link',
  /** Approved in the chat by the number that the page shows. */
  'request',
  'password',
  'google',
] as const;
export type SignInMethodName = (typeof SIGN_IN_METHOD_NAMES)[number];

/** The ways in whose proof is typed into a page of this site; each has a check in `src/app/proof`. */
export type TypedProofName = Extract<SignInMethodName, 'code' | 'password'>;

/**
 * What a person has that opens the account, by the names of `methods` in `/api/auth/me`. Several ways in may share one:
 * code, link and approval all come to the chat of the account's number.
 */
export type CredentialName = 'whatsapp' | 'password' | 'google';
