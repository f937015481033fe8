import type { PersonName } from '#src/domain/person-name.js';
import type { Phone } from '#src/domain/phone.js';
import type { Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';

export interface Account {
  readonly id: string;
  readonly taxId: TaxId;
  readonly name: PersonName;
  readonly status: 'active' | 'blocked';
  /** Wrong codes in a row, over all challenges. */
  readonly consecutiveFailures: number;
  readonly createdAt: Date;
}

/** An account and the number it was found by. */
export interface NumberedAccount {
  readonly account: Account;
  readonly phone: Phone;
  readonly identityChangedAt: Date | null;
  readonly lastSeenAt: Date;
}

export interface Accounts {
  findById(id: string): Promise<Account | null>;
  findByTaxId(taxId: TaxId): Promise<Account | null>;
  findByPhone(phone: Phone): Promise<NumberedAccount | null>;
  /** The numbers that open an account, newest first. */
  phonesOf(accountId: string): Promise<readonly Phone[]>;
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
  /** Adds one to the failures in a row. @returns the new count; 0 for no account, as with a decoy */
  countFailure(accountId: string): Promise<number>;
  clearFailures(accountId: string): Promise<void>;
  markSeen(phone: Phone, now: Date): Promise<void>;
  /** Records that the Signal identity key behind a number changed. No such number: nothing happens. */
  markIdentityChanged(phone: Phone, now: Date): Promise<void>;
}
