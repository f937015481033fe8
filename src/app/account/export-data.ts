import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../ports/tables/store.js';

/** Everything that is stored about a person, in words they can take elsewhere (LGPD art. 18 II, V; art. 19 II). */
export interface ExportedData {
  /** When it was put together; all times are ISO 8601 in UTC. */
  readonly exportedAt: string;
  readonly account: {
    readonly id: string;
    readonly taxId: string;
    readonly name: string;
    readonly status: string;
    readonly createdAt: string;
    readonly consentedAt: string | null;
    readonly deletionDueAt: string | null;
    readonly wrongCodesInARow: number;
    /** null: there is no password. The password itself is known to nobody. */
    readonly passwordSetAt: string | null;
    readonly wrongPasswordsInARow: number;
  };
  readonly numbers: readonly {
    readonly phone: string;
    readonly lastSeenAt: string;
    readonly identityChangedAt: string | null;
    readonly provenAt: string | null;
  }[];
  /** Linked or not: a Google account belongs to this account until it is released. */
  readonly google: readonly {
    readonly id: string;
    readonly email: string | null;
    readonly linkedAt: string;
    readonly unlinkedAt: string | null;
    readonly lastUsedAt: string | null;
  }[];
  readonly sessions: readonly {
    readonly way: string;
    readonly browser: string | null;
    readonly system: string | null;
    readonly createdAt: string;
    readonly lastSeenAt: string;
    readonly endedAt: string | null;
  }[];
}

/** @returns null when the account is gone or blocked */
export function createExportData(deps: { readonly store: Store; readonly clock: Clock }) {
  const { store, clock } = deps;
  return async function exportData({
    accountId,
  }: Pick<AccessClaims, 'accountId'>): Promise<ExportedData | null> {
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return null;
    const numbers = await store.accounts.numbersOf(accountId);
    const identities = await store.googleIdentities.allOf(accountId);
    const sessions = await store.sessions.listAll(accountId);
    const password = await store.passwords.find(accountId);
    const { id, taxId, name, status, createdAt, consentedAt, deletionDueAt } = account;
    return {
      exportedAt: clock.now().toISOString(),
      account: {
        ...{ id, taxId, name, status, createdAt: createdAt.toISOString() },
        consentedAt: iso(consentedAt),
        deletionDueAt: iso(deletionDueAt),
        wrongCodesInARow: account.consecutiveFailures,
        passwordSetAt: iso(password?.setAt ?? null),
        wrongPasswordsInARow: password?.failures ?? 0,
      },
      numbers: numbers.map(({ phone, lastSeenAt, identityChangedAt, provenAt }) => ({
        phone,
        lastSeenAt: lastSeenAt.toISOString(),
        identityChangedAt: iso(identityChangedAt),
        provenAt: iso(provenAt),
      })),
      google: identities.map(({ sub, email, linkedAt, unlinkedAt, lastUsedAt }) => ({
        ...{ id: sub, email, linkedAt: linkedAt.toISOString() },
        unlinkedAt: iso(unlinkedAt),
        lastUsedAt: iso(lastUsedAt),
      })),
      sessions: sessions.map(({ way, browser, system, ...session }) => ({
        ...{ way, browser, system, createdAt: session.createdAt.toISOString() },
        lastSeenAt: session.lastSeenAt.toISOString(),
        endedAt: iso(session.revokedAt),
      })),
    };
  };
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString();
}
