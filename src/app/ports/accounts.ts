import type { PersonName } from '#src/domain/person-name.js';
import type { Phone } from '#src/domain/phone.js';
import type { Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';

export interface Account {
  readonly id: string;
  readonly taxId: TaxId;
  readonly name: PersonName;
  readonly status: 'active' | 'blocked';
  /** Wrong codes in a row that strangers typed, over all challenges. */
  readonly consecutiveFailures: number;
  readonly createdAt: Date;
  /** When the person agreed to the privacy notice. */
  readonly consentedAt: Date | null;
  /** When everything of the account is deleted, or null. */
  readonly deletionDueAt: Date | null;
}

/** A number that opens an account, and what may speak against trusting it alone. */
export interface AccountNumber {
  readonly phone: Phone;
  /** When it became a way in. */
  readonly addedAt: Date;
  /** When the Signal identity key behind it changed, until its holder has named the CPF. */
  readonly identityChangedAt: Date | null;
  readonly lastSeenAt: Date;
  /** When its holder last named the account's CPF in chat. */
  readonly provenAt: Date | null;
}

/** An account and the number it was found by. */
export interface NumberedAccount extends AccountNumber {
  readonly account: Account;
}

export interface Accounts {
  /** Whether there is any account. */
  exist(): Promise<boolean>;
  findById(id: string): Promise<Account | null>;
  /**
   * The account as it stands once nobody else is changing it; nobody changes it until the transaction ends. Whoever
   * opens something for it asks here, so that a block or a hand-over at the same moment comes wholly before or wholly
   * after. Call it inside a transaction only.
   */
  lock(id: string): Promise<Account | null>;
  findByTaxId(taxId: TaxId): Promise<Account | null>;
  findByPhone(phone: Phone): Promise<NumberedAccount | null>;
  /** The numbers that open an account, newest first. */
  numbersOf(accountId: string): Promise<readonly AccountNumber[]>;
  /** Creates an account with its first number. Atomic: neither exists when either is taken. */
  create(input: {
    readonly id: string;
    readonly numberId: string;
    readonly taxId: TaxId;
    readonly name: PersonName;
    readonly phone: Phone;
    readonly consentedAt: Date;
    readonly now: Date;
  }): Promise<Result<null, { readonly code: 'tax_id_taken' | 'phone_taken' }>>;
  /** After a proof: wrong codes in a row start anew, and the code that went into the chat with it is done with. */
  clearFailures(accountId: string): Promise<void>;
  setStatus(accountId: string, status: Account['status']): Promise<void>;
  /** Sets or, with null, calls off the deletion. */
  scheduleDeletion(accountId: string, dueAt: Date | null): Promise<void>;
  /** The account is reached by another number in this one's place. @returns false when that is taken */
  replacePhone(input: {
    readonly from: Phone;
    readonly to: Phone;
    readonly now: Date;
  }): Promise<boolean>;
  markSeen(phone: Phone, now: Date): Promise<void>;
  /** The number's holder named the account's CPF: what spoke against the number is settled. */
  markProven(phone: Phone, now: Date): Promise<void>;
  /** Records that the Signal identity key behind a number changed. No such number: nothing happens. */
  markIdentityChanged(phone: Phone, now: Date): Promise<void>;
}
