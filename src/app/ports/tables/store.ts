import type { DomainEvent } from '#src/domain/events.js';
import type { Accounts, AccountsInTx } from './accounts.js';
import type { Admins } from './admins.js';
import type { Audit, AuditInTx } from './audit.js';
import type { Challenges, ChallengesInTx } from './challenges.js';
import type { Claims, ClaimsInTx } from './claims.js';
import type { Conversations, ConversationsInTx } from './conversations.js';
import type { Erasure, ErasureInTx } from './erasure.js';
import type { GoogleIdentities, GoogleIdentitiesInTx } from './google-identities.js';
import type { GoogleSignIns, GoogleSignInsInTx } from './google-sign-ins.js';
import type { Inbox } from './inbox.js';
import type { KnownBrowsers } from './known-browsers.js';
import type { LoginLinks, LoginLinksInTx } from './login-links.js';
import type { LoginRequests, LoginRequestsInTx } from './login-requests.js';
import type { MessageLimits } from './message-limits.js';
import type { NumberChanges } from './number-changes.js';
import type { NumberWaits } from './number-waits.js';
import type { Outbox } from './outbox.js';
import type { OwnerNotices } from './owner-notices.js';
import type { Ownership } from './ownership.js';
import type { Passwords, PasswordsInTx } from './passwords.js';
import type { PendingGoogleLinks, PendingGoogleLinksInTx } from './pending-google-links.js';
import type { Sessions, SessionsInTx } from './sessions.js';
import type { SignalErasures } from './signal-erasures.js';
import type { SigningKeys } from './signing-keys.js';
import type { SweepFaults } from './sweep-faults.js';
import type { TryLimits } from './try-limits.js';
import type { Turns } from './turns.js';

/** Every table a use case may touch, in a transaction or outside of one, where each call is atomic by itself. */
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
  readonly outbox: Omit<Outbox, 'enqueue'>;
  readonly ownerNotices: OwnerNotices;
  readonly passwords: Passwords;
  readonly pendingGoogleLinks: PendingGoogleLinks;
  readonly sessions: Sessions;
  readonly signalErasures: SignalErasures;
  readonly signingKeys: SigningKeys;
  readonly sweepFaults: SweepFaults;
  readonly tryLimits: TryLimits;
}

/** The tables with what makes sense in a transaction only: it locks, appends, hands an account over or erases it. */
export interface TxTables extends Tables {
  readonly accounts: AccountsInTx;
  readonly audit: AuditInTx;
  readonly challenges: ChallengesInTx;
  readonly claims: ClaimsInTx;
  readonly conversations: ConversationsInTx;
  readonly erasure: ErasureInTx;
  readonly googleIdentities: GoogleIdentitiesInTx;
  readonly googleSignIns: GoogleSignInsInTx;
  readonly loginLinks: LoginLinksInTx;
  readonly loginRequests: LoginRequestsInTx;
  readonly outbox: Outbox;
  readonly ownership: Ownership;
  readonly passwords: PasswordsInTx;
  readonly pendingGoogleLinks: PendingGoogleLinksInTx;
  readonly sessions: SessionsInTx;
  readonly turns: Turns;
}

/** Only `collectEvents` makes a `Tx`. */
declare const inTransaction: unique symbol;

/** A transaction that is open: its tables, and where a use case says what happened. */
export interface Tx extends TxTables {
  readonly [inTransaction]: true;
  /**
   * Records a domain event (domain/events.ts). Durable readers write it down before the commit, readers in memory act
   * on it afterwards. When the transaction fails, it has not happened.
   * @throws when the transaction is over
   */
  emit(event: DomainEvent): void;
}

export interface Store extends Tables {
  /**
   * Runs the work in one database transaction: all of it commits, or nothing does. The work may run again after a
   * deadlock or a serialization failure, so it must not have effects outside the tables but by `tx.emit`.
   * @returns once those who act on what happened have been told
   * @throws when the database is out of reach, the work throws, or what happened cannot be written down
   */
  transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /**
   * Whether an error that a call here threw is the database's or the network's and not that of the work itself: out of
   * reach, read-only, full, too slow, ended because of a deadlock. Such work is tried again; no use case is at fault.
   */
  isInfrastructureFault(error: unknown): boolean;
}

/**
 * What the database offers by itself: its transactions have no events. Use cases get a `Store`,
 * which `collectEvents` makes of it.
 */
export interface BareStore extends TxTables {
  /** Atomic; the work may run again after a deadlock or a serialization failure. */
  transaction<Value>(work: (tables: TxTables) => Promise<Value>): Promise<Value>;
  isInfrastructureFault: Store['isInfrastructureFault'];
}
