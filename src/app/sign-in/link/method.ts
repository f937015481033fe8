import type { SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** A link in the chat; the person who opens it is signed in. */
export const linkMethod = {
  name: 'login_link',
  credential: whatsappNumber,
  // It may be opened in another browser than the one that asks for the proof.
  stepUp: null,
  purposes: { codes: {}, links: ['login'] },
  /** Every link of the account, also those to a new password and to Google. */
  revoke: (tx, { accountId, now }) => tx.loginLinks.supersedeAll(accountId, now),
  handOver: (tx, { accountId }) => tx.loginLinks.removeAll(accountId),
  // Decoys name the CPF and no account.
  erase: (tx, { taxId }) => tx.loginLinks.eraseDecoys(taxId),
} as const satisfies SignInMethod;
