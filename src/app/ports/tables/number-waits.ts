import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import type { TrustedSender } from './accounts.js';

/** The state of a WhatsApp account that named the CPF of an account which does not know it. */
export interface NumberWait {
  readonly id: string;
  readonly askedAt: Date;
  /** When it is accepted by time alone; null: only by another proof. */
  readonly opensAt: Date | null;
  readonly isRefused: boolean;
  /** Too many others had asked: it replaced no other wait and cannot be accepted. */
  readonly isCrowded: boolean;
  /**
   * The account was used since it was asked: by a sign-in, on a page, or from where the number was known. Then its user
   * can say yes, and it is not accepted by time alone.
   */
  readonly isInUse: boolean;
}

/**
 * Other WhatsApp accounts on an account's number, which named its CPF and wait for one more proof, or for time to pass
 * without a refusal (docs/decisions/0011). However a wait ends, it ends in one guarded statement: of a yes and a
 * refusal at the same moment one counts.
 */
export interface NumberWaits {
  /**
   * Opens a wait. One of the same sender goes on as it is; another sender's ends, because the number belongs to this
   * one now. One that the owner refused in the last thirty days stays refused. Three are opened for an account in a
   * week: otherwise two WhatsApp accounts that replace each other would restart the time for ever. Each one after them
   * is stored as `crowded` for that week and changes nothing else. Call it inside a transaction only.
   * @returns `asked` when it is a new one: the owner is to be told
   */
  ask(input: {
    readonly id: string;
    readonly accountId: string;
    /** The number that both have. */
    readonly phone: Phone;
    readonly from: TrustedSender;
    readonly opensAt: Date | null;
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<'asked' | 'waits' | 'refused' | 'crowded'>;
  /**
   * This sender's wait for the account, while it is open, was refused in the last thirty days, or came too late in the
   * last week.
   */
  find(input: {
    readonly accountId: string;
    readonly from: TrustedSender;
    readonly now: Date;
  }): Promise<NumberWait | null>;
  /** The account's open wait, of any sender. */
  open(accountId: string, now: Date): Promise<NumberWait | null>;
  /**
   * Accepts this sender's wait when its time has come: the number remembers the sender. Not while the account is
   * blocked, is contested or has another way in, and not when the account was used since (`NumberWait.isInUse`).
   */
  openDue(input: {
    readonly accountId: string;
    readonly from: TrustedSender;
    readonly now: Date;
  }): Promise<boolean>;
  /**
   * The owner says yes: the number remembers the sender. With `waitId` to that wait only: another sender's may have
   * taken its place since it was shown.
   * @returns the chat that waited, or null when none did
   */
  accept(input: {
    readonly accountId: string;
    readonly waitId?: string;
    readonly now: Date;
  }): Promise<Jid | null>;
  /** The owner refuses. @returns whether there was an open wait */
  refuse(accountId: string, now: Date): Promise<boolean>;
  /** Deletes waits that ended, one way or the other, before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
