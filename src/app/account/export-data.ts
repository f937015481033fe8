import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { Store } from '../ports/tables/store.js';
import type { Session } from '../ports/tables/sessions.js';
import { exportedTime, type ExportedPart } from '../sign-in/method.js';
import { CREDENTIALS } from '../sign-in/methods.js';

/** Everything that is stored about a person, in words they can take elsewhere (LGPD art. 18 II, V; art. 19 II). */
export interface ExportedData {
  /** When it was put together; all times are ISO 8601 in UTC. */
  readonly exportedAt: string;
  readonly account: ExportedPart['account'] & {
    readonly id: string;
    readonly taxId: string;
    readonly name: string;
    readonly status: string;
    readonly createdAt: string;
    readonly consentedAt: string | null;
    readonly deletionDueAt: string | null;
  };
  readonly sessions: readonly ExportedSession[];
  /** What the person has to sign in with, such as `numbers` and `google`; each list comes from its credential. */
  readonly [list: string]: unknown;
}

interface ExportedSession {
  readonly way: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly endedAt: string | null;
}

/** @returns null when the account is gone or blocked */
export function createExportData(deps: { readonly store: Store; readonly clock: Clock }) {
  const { store, clock } = deps;
  return async function exportData({
    accountId,
  }: Pick<AccessClaims, 'accountId'>): Promise<ExportedData | null> {
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return null;
    const parts: ExportedPart[] = [];
    for (const credential of CREDENTIALS) parts.push(await credential.export(store, account));
    const sessions = await store.sessions.listAll(accountId);
    const { id, taxId, name, status, createdAt, consentedAt, deletionDueAt } = account;
    return {
      exportedAt: clock.now().toISOString(),
      account: {
        ...{ id, taxId, name, status, createdAt: createdAt.toISOString() },
        consentedAt: exportedTime(consentedAt),
        deletionDueAt: exportedTime(deletionDueAt),
        ...mergedOf(parts.map((part) => part.account)),
      },
      ...mergedOf(parts.map((part) => part.lists)),
      sessions: sessions.map(exportedSession),
    };
  };
}

/** @throws when two parts export a member of the same name */
function mergedOf<Value>(
  parts: readonly Readonly<Record<string, Value>>[],
): Readonly<Record<string, Value>> {
  const entries = parts.flatMap((part) => Object.entries(part));
  const merged = Object.fromEntries(entries);
  if (Object.keys(merged).length < entries.length) throw new Error('a member is exported twice');
  return merged;
}

function exportedSession(session: Session): ExportedSession {
  const { method, browser, system } = session;
  return {
    // The export's name for it from before.
    ...{ way: method, browser, system, createdAt: session.createdAt.toISOString() },
    lastSeenAt: session.lastSeenAt.toISOString(),
    endedAt: exportedTime(session.revokedAt),
  };
}
