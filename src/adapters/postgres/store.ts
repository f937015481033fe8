import type { AuditHead } from '#src/app/ports/tables/audit.js';
import type { FieldCipher, KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import type { BareStore, TxTables } from '#src/app/ports/tables/store.js';
import { createAccounts } from './tables/accounts.js';
import { createAdmins } from './tables/admins.js';
import { createAudit } from './tables/audit.js';
import { createChallenges } from './tables/challenges.js';
import { createClaims } from './tables/claims.js';
import { createConversations } from './tables/conversations.js';
import { createErasure } from './tables/erasure.js';
import { createGoogleIdentities } from './tables/google-identities.js';
import { createGoogleSignIns } from './tables/google-sign-ins.js';
import { createInbox } from './tables/inbox.js';
import { isInfrastructureFault } from './infrastructure-fault.js';
import { createKnownBrowsers } from './tables/known-browsers.js';
import { createLoginLinks } from './tables/login-links.js';
import { createLoginRequests } from './tables/login-requests.js';
import { createMessageLimits } from './tables/message-limits.js';
import { createNumberChanges } from './tables/number-changes.js';
import { createNumberWaits } from './tables/number-waits.js';
import { createOutbox } from './tables/outbox.js';
import { createOwnerNotices } from './tables/owner-notices.js';
import { createOwnership } from './tables/ownership.js';
import { createPasswords } from './tables/passwords.js';
import { createPendingGoogleLinks } from './tables/pending-google-links.js';
import { createSessions } from './tables/sessions.js';
import { createSignalErasures } from './tables/signal-erasures.js';
import { createSigningKeys } from './tables/signing-keys.js';
import { createSweepFaults } from './tables/sweep-faults.js';
import type { Db, TableDeps } from './tables/table-deps.js';
import type { Transactions } from './transactions.js';
import { createTryLimits } from './tables/try-limits.js';
import { createTurns } from './tables/turns.js';

/**
 * The store over PostgreSQL, embedded or real. Transactions run at READ COMMITTED, the default: what
 * must happen once is one guarded statement, and what must not overlap locks a row first.
 */
export function createStore(deps: {
  readonly db: Db;
  readonly transaction: Transactions;
  readonly cipher: FieldCipher;
  readonly index: KeyedIndex;
  /**
   * Told the end of the audit log each time it has grown, after the commit: for a copy that the owner of the table
   * cannot change.
   */
  readonly onAuditEnd?: (end: AuditHead) => void;
}): BareStore {
  const { db: pool, transaction: inTransaction, cipher, index } = deps;
  const { onAuditEnd = () => undefined } = deps;
  return {
    ...allTables({ db: pool, cipher, index, onAuditEnd, atomically: inTransaction }),
    transaction: async (work) => {
      const written: { end: AuditHead | null } = { end: null };
      const value = await inTransaction((db) => {
        written.end = null;
        const onAppend = (end: AuditHead) => {
          written.end = end;
        };
        const atomically: TableDeps['atomically'] = (statements) => statements(db);
        return work(tablesWhenAsked({ db, cipher, index, onAuditEnd: onAppend, atomically }));
      });
      if (written.end !== null) onAuditEnd(written.end);
      return value;
    },
    isInfrastructureFault: (error) => isInfrastructureFault(error),
  };
}

type Factories = { readonly [Name in keyof TxTables]: (deps: TableDeps) => TxTables[Name] };

const FACTORIES: Factories = {
  accounts: createAccounts,
  admins: createAdmins,
  audit: createAudit,
  challenges: createChallenges,
  claims: createClaims,
  conversations: createConversations,
  erasure: createErasure,
  googleIdentities: createGoogleIdentities,
  googleSignIns: createGoogleSignIns,
  inbox: createInbox,
  knownBrowsers: createKnownBrowsers,
  loginLinks: createLoginLinks,
  loginRequests: createLoginRequests,
  messageLimits: createMessageLimits,
  numberChanges: createNumberChanges,
  numberWaits: createNumberWaits,
  outbox: createOutbox,
  ownerNotices: createOwnerNotices,
  ownership: createOwnership,
  passwords: createPasswords,
  pendingGoogleLinks: createPendingGoogleLinks,
  sessions: createSessions,
  signalErasures: createSignalErasures,
  signingKeys: createSigningKeys,
  sweepFaults: createSweepFaults,
  tryLimits: createTryLimits,
  turns: createTurns,
};
const NAMES = Object.keys(FACTORIES) as (keyof TxTables)[];

/** Each table is made when it is first asked for: a transaction asks two or three of all of them. */
const tablesWhenAsked = (() => {
  const prototype = {};
  for (const name of NAMES) {
    Object.defineProperty(prototype, name, {
      get(this: { readonly deps: TableDeps }) {
        const value = FACTORIES[name](this.deps);
        Object.defineProperty(this, name, { value });
        return value;
      },
    });
  }
  return (deps: TableDeps) => Object.create(prototype, { deps: { value: deps } }) as TxTables;
})();

function allTables(deps: TableDeps): TxTables {
  const tables = NAMES.map((name) => [name, FACTORIES[name](deps)]);
  return Object.fromEntries(tables) as TxTables;
}
