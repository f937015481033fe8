import type { Jid } from '#src/domain/jid.js';
import type { PersonName } from '#src/domain/person-name.js';
import type { Phone } from '#src/domain/phone.js';
import type { Result } from '#src/domain/result.js';
import type { Acquaintance, Sender } from '#src/domain/sender.js';
import type { TaxId } from '#src/domain/tax-id.js';

export type BlockedBy = 'owner' | 'admin';

export interface Account {
  readonly id: string;
  readonly taxId: TaxId;
  readonly name: PersonName;
  readonly status: 'active' | 'blocked';
  /** Who blocked it: an owner's block ends by the owner, an admin's by an admin. Null while it is active. */
  readonly blockedBy: BlockedBy | null;
  /** When the owner's BLOQUEAR took password and Google away, or null. */
  readonly waysClosedAt: Date | null;
  /** The account was handed over to another person, who has not said their name yet. */
  readonly nameDue: boolean;
  /** Wrong codes in a row that strangers typed, over all challenges. */
  readonly consecutiveFailures: number;
  readonly createdAt: Date;
  /** When the person agreed to the privacy notice. */
  readonly consentedAt: Date | null;
  /** When everything of the account is deleted, or null. */
  readonly deletionDueAt: Date | null;
}

/** A number that opens an account, and the facts that may forbid trusting it alone. */
export interface AccountNumber {
  readonly phone: Phone;
  /** When it became a way in. */
  readonly addedAt: Date;
  /** When the Signal identity key behind it changed, until its holder has named the CPF. */
  readonly identityChangedAt: Date | null;
  readonly lastSeenAt: Date;
  /** When its holder last named the account's CPF in chat. */
  readonly provenAt: Date | null;
  /** When another phone or WhatsApp account took the place of the one before, or null. */
  readonly renewedAt: Date | null;
}

/** A chat and its sender: what is stored with a number after a proof (docs/decisions/0011). */
export interface TrustedSender {
  readonly chat: Jid;
  readonly sender: Sender;
}

/** An account and the number it was found by, compared with the sender of a message. */
export interface JudgedNumber extends NumberedAccount {
  readonly acquaintance: Acquaintance;
  /** Whether the sender writes in the very chat that codes and alerts of the account go to. */
  readonly inTrustedChat: boolean;
  /** Names the state of the number's memory: what was judged is stored only while it is the same. */
  readonly memoryVersion: number;
}

/** An account and the number it was found by. */
export interface NumberedAccount extends AccountNumber {
  readonly account: Account;
}

/** A number, the sender that was judged to hold it, and the version of the memory that the sender was compared with. */
export interface SeenNumber extends TrustedSender {
  readonly phone: Phone;
  readonly memoryVersion: number;
  readonly now: Date;
}

/**
 * A number that takes the place of another, with what it remembers; null only in requests that an older version stored.
 */
export interface NewNumber {
  readonly phone: Phone;
  readonly memory: SenderMemory | null;
}

/** What a row stores of a sender: keyed digests that identify no person. Only tables read them. */
export interface SenderMemory {
  readonly chatIndex: Uint8Array;
  readonly lidIndex: Uint8Array | null;
  readonly identityDigest: Uint8Array | null;
}

/** An account and its numbers, newest first. */
export interface ReachableAccount {
  readonly account: Account;
  readonly numbers: readonly (AccountNumber & {
    /** The chat that `Conversations.openChat` finds for it. */
    readonly chat: Jid | null;
  })[];
}

export interface Accounts {
  /** Whether there is any account. */
  exist(): Promise<boolean>;
  findById(id: string): Promise<Account | null>;
  findByTaxId(taxId: TaxId): Promise<Account | null>;
  findByPhone(phone: Phone): Promise<NumberedAccount | null>;
  /** The same, with how the sender of a message compares with what the number was last proven with. One statement. */
  findBySender(from: TrustedSender & { readonly phone: Phone }): Promise<JudgedNumber | null>;
  /** The numbers that open an account, newest first. */
  numbersOf(accountId: string): Promise<readonly AccountNumber[]>;
  /**
   * Whose account it is, and which of its chats are open since `since`. One statement (with several master keys two),
   * also for a CPF that nobody has.
   */
  findWithChats(
    who: { readonly taxId: TaxId } | { readonly accountId: string },
    since: Date,
  ): Promise<ReachableAccount | null>;
  /** Creates an account with its first number. Atomic: neither exists when either is taken. */
  create(input: {
    readonly id: string;
    readonly numberId: string;
    readonly taxId: TaxId;
    readonly name: PersonName;
    readonly phone: Phone;
    readonly consentedAt: Date;
    /** The sender that the number remembers from the start; without it, the first one that writes. */
    readonly from?: TrustedSender;
    readonly now: Date;
  }): Promise<Result<null, { readonly code: 'tax_id_taken' | 'phone_taken' }>>;
  /** After a proof: wrong codes in a row start anew, and the code that went into the chat with it is done with. */
  clearFailures(accountId: string): Promise<void>;
  /**
   * An admin's block stays the admin's, also when the owner blocks after it. Atomic.
   * @returns false, and nothing has changed, when it is blocked by `by` or by an admin already, or there is none
   */
  block(accountId: string, by: BlockedBy): Promise<boolean>;
  /** Atomic. @returns false, and nothing has changed, unless it is blocked by `by` */
  unblock(accountId: string, by: BlockedBy): Promise<boolean>;
  /** The owner's BLOQUEAR has removed the ways in: every device counts as a new one again. */
  markWaysClosed(accountId: string, now: Date): Promise<void>;
  /** The name its owner goes by. */
  rename(accountId: string, name: PersonName): Promise<void>;
  /** Sets or, with null, calls off the deletion. */
  scheduleDeletion(accountId: string, dueAt: Date | null): Promise<void>;
  /** The account is reached by another number in this one's place. @returns false when that is taken */
  replacePhone(input: {
    readonly from: Phone;
    readonly to: NewNumber;
    readonly now: Date;
  }): Promise<boolean>;
  /**
   * The number's holder was recognized: stores the sender with the number, if the memory that was judged is unchanged.
   * @returns false when the number's memory is another one by now; nothing has changed then
   */
  markSeen(seen: SeenNumber): Promise<boolean>;
  /** The same; the holder named the account's CPF, so the doubts about the number are cleared. */
  markProven(seen: SeenNumber): Promise<boolean>;
  /** Records that the Signal identity key behind a number changed. No such number: nothing happens. */
  markIdentityChanged(phone: Phone, now: Date): Promise<void>;
  /**
   * Records that this chat had another number before (security case 16), unless the number is trusted in another chat:
   * then it says nothing about its owner.
   */
  markMoved(moved: {
    readonly phone: Phone;
    readonly chat: Jid;
    readonly now: Date;
  }): Promise<void>;
}

export interface AccountsInTx extends Accounts {
  /**
   * The account as it stands once no other transaction is changing it; none changes it until this one ends. Whatever
   * opens something for it asks here, so that a block or a hand-over at the same moment comes wholly before or wholly
   * after.
   */
  lock(id: string): Promise<Account | null>;
}
