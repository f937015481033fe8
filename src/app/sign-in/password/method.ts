import {
  exportedTime,
  nothing,
  nothingRevoked,
  type Credential,
  type SignInMethod,
} from '../method.js';

const LABEL = '••••••••';

const password: Credential = {
  name: 'password',
  show: async (tables, accountId) => {
    const found = await tables.passwords.find(accountId);
    return found === null ? [] : [{ label: LABEL, addedAt: found.setAt, renewedAt: null }];
  },
  count: async (tables, accountId) => {
    const found = await tables.passwords.find(accountId);
    return [{ what: 'password', count: found === null ? 0 : 1, opens: true }];
  },
  // The password itself is not stored (argon2id), so that it cannot be exported.
  export: async (tables, { id }) => {
    const found = await tables.passwords.find(id);
    return {
      account: {
        passwordSetAt: exportedTime(found?.setAt ?? null),
        wrongPasswordsInARow: found?.failures ?? 0,
      },
      lists: {},
    };
  },
  close: (tx, { accountId }) => tx.passwords.remove(accountId),
};

/** CPF or CNPJ and password; needs no WhatsApp. */
export const passwordMethod = {
  name: 'password',
  credential: password,
  stepUp: 'typed',
  purposes: { codes: { reset: 'tax_id' }, links: ['password_reset'] },
  // Links and codes for a new password end with all links and codes of the account.
  revoke: nothingRevoked,
  handOver: async (tx, { accountId }) => {
    await tx.passwords.remove(accountId);
  },
  // It is in the account's row.
  erase: nothing,
} as const satisfies SignInMethod;
