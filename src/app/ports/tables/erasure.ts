import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';

/** The keys by which the rows about a person are found. */
export interface ErasedPerson {
  readonly accountId: string;
  readonly taxId: TaxId;
  /** The numbers that it has and had, except those that another account has by now. */
  readonly phones: readonly Phone[];
  readonly chats: readonly Jid[];
}

/** The end of an account: LGPD art. 18 VI. */
export interface Erasure {
  /** Accounts whose deletion is due at `now`: those that failed least often first, then the longest due. */
  due(now: Date, limit: number): Promise<readonly string[]>;
  /** Counts a deletion that failed, so that the account comes after the others. @returns how often it has failed */
  countFailure(accountId: string): Promise<number>;
}

export interface ErasureInTx extends Erasure {
  /**
   * Locks an account that is due until the transaction ends.
   * @returns whom to erase, or null when it is not due (any more)
   */
  lockDue(accountId: string, now: Date): Promise<ErasedPerson | null>;
  /**
   * Deletes the account and everything that names its person: numbers, sessions, and the messages and state of its
   * chats; the Signal keys that name it are planned for deletion (`SignalErasures`). What a way in has stored besides,
   * its method deletes before.
   * @returns the sessions that ended with it
   */
  erase(person: ErasedPerson, now: Date): Promise<{ readonly sessionIds: readonly string[] }>;
}
