import { maskPhone } from '#src/domain/phone.js';
import { exportedTime, type Credential } from './method.js';

/** The account's WhatsApp numbers. Codes, links and approvals come to their chats. */
export const whatsappNumber: Credential = {
  name: 'whatsapp',
  show: async (tables, accountId) => {
    const numbers = await tables.accounts.numbersOf(accountId);
    return numbers.map(({ phone, addedAt, renewedAt }) => ({
      ...{ label: maskPhone(phone), addedAt, renewedAt },
    }));
  },
  count: async (tables, accountId) => {
    const numbers = await tables.accounts.numbersOf(accountId);
    return [{ what: 'whatsapp', count: numbers.length, opens: true }];
  },
  export: async (tables, account) => {
    const numbers = await tables.accounts.numbersOf(account.id);
    return {
      account: { wrongCodesInARow: account.consecutiveFailures },
      lists: {
        numbers: numbers.map(({ phone, lastSeenAt, identityChangedAt, provenAt }) => ({
          phone,
          lastSeenAt: exportedTime(lastSeenAt),
          identityChangedAt: exportedTime(identityChangedAt),
          provenAt: exportedTime(provenAt),
        })),
      },
    };
  },
  // The number is where the owner writes BLOQUEAR, and the block ends there.
  close: null,
};
