import type { Admins, AdminSession } from '#src/app/ports/tables/admins.js';
import type { AuditInTx } from '#src/app/ports/tables/audit.js';
import type { BareStore, Store, TxTables } from '#src/app/ports/tables/store.js';
import type { Clock } from '#src/app/ports/clock.js';
import { withEvents } from './events.js';

export type AuditEvent = Parameters<AuditInTx['append']>[0];

/** The tables of the admin in memory; what the audit log's reader writes is kept in `recorded`. */
export function createMemoryStore(recorded: AuditEvent[], clock: Clock): Store {
  const audit = {
    append: (event: AuditEvent) => {
      recorded.push(event);
      return Promise.resolve();
    },
  };
  const tables = { admins: createMemoryAdmins(), audit } as Partial<TxTables> as TxTables;
  const store: BareStore = {
    ...tables,
    transaction: (work) => work(tables),
    isInfrastructureFault: () => false,
  };
  return withEvents(store, { bus: { publish: () => Promise.resolve() }, clock });
}

function createMemoryAdmins(): Admins {
  const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
  let admin: { id: string; passwordHash: string } | null = null;
  let link: { tokenDigest: Uint8Array; expiresAt: Date } | null = null;
  let sessions: (AdminSession & { tokenDigest: Uint8Array })[] = [];
  const isOpen = (tokenDigest: Uint8Array, now: Date): boolean =>
    admin === null && link !== null && same(link.tokenDigest, tokenDigest) && now < link.expiresAt;
  const change = (index: number, next: Partial<(typeof sessions)[number]>): AdminSession | null => {
    const session = sessions[index];
    if (session === undefined) return null;
    sessions[index] = { ...session, ...next };
    return sessions[index];
  };
  const done = Promise.resolve();

  return {
    exists: () => Promise.resolve(admin !== null),
    issueSetupLink({ tokenDigest, expiresAt }) {
      link = { tokenDigest, expiresAt };
      return done;
    },
    setupLinkIsOpen: (tokenDigest, now) => Promise.resolve(isOpen(tokenDigest, now)),
    createWithSetupLink({ id, passwordHash, tokenDigest, now }) {
      if (!isOpen(tokenDigest, now)) return Promise.resolve(false);
      admin = { id, passwordHash };
      return Promise.resolve(true);
    },
    find: () => Promise.resolve(admin),
    createSession({ id, adminId, tokenDigest, now }) {
      const times = { createdAt: now, lastSeenAt: now, steppedUpAt: now };
      sessions.push({ id, adminId, tokenDigest, ...times });
      return done;
    },
    remove() {
      admin = null;
      sessions = [];
      return done;
    },
    findSession({ tokenDigest, ...bounds }) {
      const found = sessions.find(
        (one) => same(one.tokenDigest, tokenDigest) && isWithin(one, bounds),
      );
      return Promise.resolve(found ?? null);
    },
    touchSession({ tokenDigest, now, ...bounds }) {
      const index = sessions.findIndex(
        (one) => same(one.tokenDigest, tokenDigest) && isWithin(one, bounds),
      );
      return Promise.resolve(change(index, { lastSeenAt: now }));
    },
    stepUp({ id, tokenDigest, now }) {
      const index = sessions.findIndex((one) => one.id === id);
      change(index, { tokenDigest, steppedUpAt: now, lastSeenAt: now });
      return done;
    },
    endSession(tokenDigest) {
      sessions = sessions.filter((one) => !same(one.tokenDigest, tokenDigest));
      return done;
    },
    sweep: () => Promise.resolve(0),
  };
}

function isWithin(
  { lastSeenAt, createdAt }: Pick<AdminSession, 'lastSeenAt' | 'createdAt'>,
  { idleSince, signedInSince }: { readonly idleSince: Date; readonly signedInSince: Date },
): boolean {
  return lastSeenAt >= idleSince && createdAt > signedInSince;
}
