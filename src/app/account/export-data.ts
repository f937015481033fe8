import type { AccessClaims } from '../ports/crypto/access-tokens.js';
import type { Clock } from '../ports/clock.js';
import type { AuditAct } from '../ports/tables/audit.js';
import type { Store } from '../ports/tables/store.js';
import type { Session } from '../ports/tables/sessions.js';
import { exportedTime, type Credential, type ExportedPart } from '../sign-in/method.js';
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
  /** What the audit log keeps of the account since it is this person's, the oldest first. */
  readonly acts: readonly ExportedAct[];
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

interface ExportedAct {
  readonly at: string;
  /** `password_set` and so on: `AuditAction`. */
  readonly act: string;
  readonly by: 'person' | 'admin' | 'system';
}

export type ExportData = ReturnType<typeof createExportData>;

/**
 * @param deps.credentials left out: those of every way in
 * @returns null when the account is gone or blocked
 */
export function createExportData(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly credentials?: readonly Pick<Credential, 'export'>[];
}) {
  const { store, clock, credentials = CREDENTIALS } = deps;
  return async function exportData({
    accountId,
  }: Pick<AccessClaims, 'accountId'>): Promise<ExportedData | null> {
    const account = await store.accounts.findById(accountId);
    if (account?.status !== 'active') return null;
    const parts: ExportedPart[] = [];
    for (const credential of credentials) parts.push(await credential.export(store, account));
    const sessions = await store.sessions.listAll(accountId);
    const acts = await store.audit.ofAccount(accountId);
    const { id, taxId, name, status, createdAt, consentedAt, deletionDueAt } = account;
    const own = {
      ...{ id, taxId, name, status, createdAt: createdAt.toISOString() },
      consentedAt: exportedTime(consentedAt),
      deletionDueAt: exportedTime(deletionDueAt),
    };
    const whole = {
      exportedAt: clock.now().toISOString(),
      account: withParts(own, parts, 'account'),
      sessions: sessions.map(exportedSession),
      acts: sinceHandOver(acts).map(exportedAct),
    };
    return withParts(whole, parts, 'lists');
  };
}

/**
 * Adds what the credentials export to what is ours.
 * @throws when a member would be exported twice: by two credentials, or by one that takes a name of ours
 */
function withParts<Own extends object, Kind extends keyof ExportedPart>(
  own: Own,
  parts: readonly ExportedPart[],
  kind: Kind,
): Own & ExportedPart[Kind] {
  const added = parts.flatMap((part) => Object.entries(part[kind]));
  const names = new Set([...Object.keys(own), ...added.map(([name]) => name)]);
  if (names.size < Object.keys(own).length + added.length) {
    throw new Error('a member is exported twice');
  }
  return { ...own, ...Object.fromEntries(added) };
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

/** What was done before a claim was upheld is about the person who had the account before. */
function sinceHandOver(acts: readonly AuditAct[]): readonly AuditAct[] {
  const handedOver = acts.findLastIndex(({ action }) => action === 'claim_upheld');
  return handedOver === -1 ? acts : acts.slice(handedOver);
}

function exportedAct({ at, actor, action }: AuditAct): ExportedAct {
  const by = actor === 'owner' ? 'person' : actor === 'admin' ? 'admin' : 'system';
  return { at: at.toISOString(), act: action, by };
}
