import type { SignInMethod } from '../method.js';
import { whatsappNumber } from '../whatsapp-number.js';

/** Six digits from the chat, typed into the page that asked for them. */
export const codeMethod = {
  name: 'code',
  credential: whatsappNumber,
  stepUp: 'typed',
  purposes: { codes: ['login', 'step_up'], links: [] },
  /** Every code of the account, also those that other ways in asked for. What is counted comes first, here as everywhere. */
  revoke: async (tables, { accountId, now }) => {
    await tables.messageLimits.chatCodeDied(accountId);
    await tables.challenges.supersedeAll(accountId, now);
    return [];
  },
  handOver: (tables, { accountId }) => tables.challenges.removeAll(accountId),
  // Decoys name the CPF and no account.
  erase: (tables, { taxId }) => tables.challenges.erase(taxId),
} as const satisfies SignInMethod;
