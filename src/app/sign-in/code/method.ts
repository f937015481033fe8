import type { SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** Six digits from the chat, typed into the page that asked for them. */
export const codeMethod = {
  name: 'code',
  credential: whatsappNumber,
  stepUp: 'typed',
  purposes: { codes: { login: 'tax_id', step_up: 'session' }, links: [] },
  /** Every code of the account, also those that other ways in asked for. What is counted comes first, here as everywhere. */
  revoke: async (tx, { accountId, now }) => {
    await tx.messageLimits.chatCodeDied(accountId);
    return tx.challenges.supersedeAll(accountId, now);
  },
  handOver: (tx, { accountId }) => tx.challenges.removeAll(accountId),
  // Decoys name the CPF and no account.
  erase: (tx, { taxId }) => tx.challenges.erase(taxId),
} as const satisfies SignInMethod;
