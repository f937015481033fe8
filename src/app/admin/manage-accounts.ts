import type { Reason } from '#src/domain/audit-event.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { maskTaxId, type TaxId } from '#src/domain/tax-id.js';
import { blockAccount } from '../account/block-account.js';
import { isContested } from '../account/has-open-claim.js';
import { countWaysIn, type WaysInCount } from '../account/count-ways-in.js';
import type { Account } from '../ports/tables/accounts.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../ports/tables/store.js';

/** What an admin sees of a person: no name, no number, nothing that gives access. */
export interface PersonView {
  readonly accountId: string;
  readonly taxIdMasked: string;
  readonly status: Account['status'];
  readonly accountSince: Date;
  /** When everything is deleted, if that was asked for. */
  readonly deletionDueAt: Date | null;
  readonly waysIn: WaysInCount;
  readonly isContested: boolean;
}

export interface PersonRefusal {
  readonly code: 'not_found' | 'nothing_to_release';
}

export type ManageAccounts = ReturnType<typeof createManageAccounts>;

/** What the admin can do about one person, each with a reason that goes into the audit log. */
export function createManageAccounts(deps: { readonly store: Store; readonly clock: Clock }) {
  const { store, clock } = deps;

  interface Act {
    readonly accountId: string;
    readonly reason: Reason;
  }

  async function view(account: Account | null): Promise<PersonView | null> {
    if (account === null) return null;
    const { id: accountId, taxId, status, createdAt: accountSince, deletionDueAt } = account;
    return {
      ...{ accountId, status, accountSince, deletionDueAt },
      taxIdMasked: maskTaxId(taxId),
      waysIn: await countWaysIn(store, accountId),
      isContested: await isContested(store, accountId),
    };
  }

  return {
    /** By the whole CPF or CNPJ only: there is no list of people. */
    find: async (taxId: TaxId): Promise<PersonView | null> =>
      view(await store.accounts.findByTaxId(taxId)),
    show: async (accountId: string): Promise<PersonView | null> =>
      view(await store.accounts.findById(accountId)),
    /** Sessions, links and codes end; the next request with any of them is refused (security case 45). */
    async block({ accountId, reason }: Act): Promise<Result<null, PersonRefusal>> {
      const now = clock.now();
      return store.transaction(async (tx): Promise<Result<null, PersonRefusal>> => {
        if ((await tx.accounts.findById(accountId)) === null) return fail({ code: 'not_found' });
        const block = { accountId, by: 'admin', reason, closesWays: false } as const;
        await blockAccount({ tx, now }, block);
        return ok(null);
      });
    },
    async unblock({ accountId, reason }: Act): Promise<Result<null, PersonRefusal>> {
      return store.transaction(async (tx): Promise<Result<null, PersonRefusal>> => {
        const account = await tx.accounts.lock(accountId);
        if (account === null) return fail({ code: 'not_found' });
        // An admin ends an owner's block, too: an owner who lost the chat cannot end it in another way.
        const by = account.blockedBy;
        if (by === null || !(await tx.accounts.unblock(accountId, by))) return ok(null);
        await tx.accounts.clearFailures(accountId);
        tx.emit({ type: 'account.unblocked', accountId, by: 'admin', reason });
        return ok(null);
      });
    },
    /**
     * Releases the Google accounts that the account unlinked, so that another CPF can link them (security case 36 keeps
     * them here until then). One that is linked stays: its owner unlinks it.
     */
    async releaseGoogle({ accountId, reason }: Act): Promise<Result<null, PersonRefusal>> {
      return store.transaction(async (tx): Promise<Result<null, PersonRefusal>> => {
        const released = await tx.googleIdentities.releaseUnlinked(accountId);
        if (released === 0) return fail({ code: 'nothing_to_release' });
        tx.emit({ type: 'google.released', accountId, reason, released });
        return ok(null);
      });
    },
  };
}
