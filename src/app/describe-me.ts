import { maskPhone } from '#src/domain/phone.js';
import { maskTaxId } from '#src/domain/tax-id.js';
import type { AccessClaims } from './ports/access-tokens.js';
import type { Store } from './ports/store.js';

export interface Me {
  readonly accountId: string;
  readonly name: string;
  /** `***.456.789-**`. */
  readonly taxIdMasked: string;
  readonly methods: readonly { readonly method: 'whatsapp'; readonly label: string }[];
  readonly sessionId: string;
}

export type DescribeMe = ReturnType<typeof createDescribeMe>;

/** What a signed-in person's browser may know about them; null when the account is gone or blocked. */
export function createDescribeMe({ store }: { readonly store: Store }) {
  return async function describeMe({ accountId, sessionId }: AccessClaims): Promise<Me | null> {
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return null;
    const numbers = await store.accounts.numbersOf(accountId);
    return {
      accountId,
      name: account.name,
      taxIdMasked: maskTaxId(account.taxId),
      methods: numbers.map(({ phone }) => ({ method: 'whatsapp', label: maskPhone(phone) })),
      sessionId,
    };
  };
}
