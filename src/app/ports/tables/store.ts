import type { Accounts } from './accounts.js';
import type { Admins } from './admins.js';
import type { Audit } from './audit.js';
import type { Challenges } from './challenges.js';
import type { Claims } from './claims.js';
import type { Conversations } from './conversations.js';
import type { Erasure } from './erasure.js';
import type { GoogleIdentities } from './google-identities.js';
import type { GoogleSignIns } from './google-sign-ins.js';
import type { Inbox } from './inbox.js';
import type { KnownBrowsers } from './known-browsers.js';
import type { LoginLinks } from './login-links.js';
import type { LoginRequests } from './login-requests.js';
import type { MessageLimits } from './message-limits.js';
import type { NumberChanges } from './number-changes.js';
import type { NumberWaits } from './number-waits.js';
import type { Outbox } from './outbox.js';
import type { OwnerNotices } from './owner-notices.js';
import type { Ownership } from './ownership.js';
import type { Passwords } from './passwords.js';
import type { PendingGoogleLinks } from './pending-google-links.js';
import type { Sessions } from './sessions.js';
import type { SignalErasures } from './signal-erasures.js';
import type { SigningKeys } from './signing-keys.js';
import type { SweepFaults } from './sweep-faults.js';
import type { TryLimits } from './try-limits.js';

/** Every table a use case may touch. Outside a transaction each call is atomic by itself. */
export interface Tables {
  readonly accounts: Accounts;
  readonly admins: Admins;
  readonly audit: Audit;
  readonly challenges: Challenges;
  readonly claims: Claims;
  readonly conversations: Conversations;
  readonly erasure: Erasure;
  readonly googleIdentities: GoogleIdentities;
  readonly googleSignIns: GoogleSignIns;
  readonly inbox: Inbox;
  readonly knownBrowsers: KnownBrowsers;
  readonly loginLinks: LoginLinks;
  readonly loginRequests: LoginRequests;
  readonly messageLimits: MessageLimits;
  readonly numberChanges: NumberChanges;
  readonly numberWaits: NumberWaits;
  readonly outbox: Outbox;
  readonly ownerNotices: OwnerNotices;
  readonly ownership: Ownership;
  readonly passwords: Passwords;
  readonly pendingGoogleLinks: PendingGoogleLinks;
  readonly sessions: Sessions;
  readonly signalErasures: SignalErasures;
  readonly signingKeys: SigningKeys;
  readonly sweepFaults: SweepFaults;
  readonly tryLimits: TryLimits;
}

export interface Store extends Tables {
  /**
   * Runs the work in one database transaction: all of it commits, or nothing does. The work may run
   * again after a serialization failure, so it must not have effects outside the tables.
   * @throws when the database is out of reach or the work throws
   */
  transaction<Value>(work: (tables: Tables) => Promise<Value>): Promise<Value>;
  /**
   * Whether an error that a call here threw is the database's or the network's and not that of the work itself: out of
   * reach, read-only, full, too slow, given up for others' sake. Such work is tried again and nobody is blamed.
   */
  isInfrastructureFault(error: unknown): boolean;
}
