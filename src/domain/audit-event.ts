import { fail, ok, type Result } from './result.js';

/** Who did it. Never a name, number or address: the log outlives what it is about. */
export type AuditActor =
  /** The admin, signed in. */
  | 'admin'
  /** Somebody at the admin's door who is not signed in. */
  | 'visitor'
  /** The account's owner. */
  | 'owner'
  /** Whoever runs commands beside the program. */
  | 'operator'
  /** The program by itself, such as a deletion that was due. */
  | 'system';

export type AuditAction =
  | 'admin_created'
  | 'admin_removed'
  | 'admin_sign_in_failed'
  | 'channel_pair'
  | 'channel_pair_by_code'
  | 'channel_logout'
  | 'chat_resumed'
  | 'claim_upheld'
  | 'claim_rejected'
  | 'google_released'
  | 'account_blocked'
  | 'account_unblocked'
  | 'account_erased'
  | 'number_changed'
  | 'keys_rotated';

/** Particulars by name. No CPF, number or address of a chat: `parseReason` takes them out of what is typed. */
export type AuditDetail = Readonly<Record<string, string>>;

export interface AuditFields {
  /** From 1, without gaps. */
  readonly seq: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly accountId: string | null;
  /** SHA-256 of the encrypted detail in hexadecimal; null where there is none. */
  readonly detailHash: string | null;
}

/** The one way to write an event down before it is hashed: a JSON array in the order of the columns. */
export function canonicalAuditEvent(event: AuditFields): string {
  const { seq, at, actor, action, accountId, detailHash } = event;
  return JSON.stringify([seq.toString(), at.toISOString(), actor, action, accountId, detailHash]);
}

/** Why an admin did something, without numbers that name a person. */
export type Reason = string & { readonly __brand: 'Reason' };

const SHORTEST_REASON = 5;
const LONGEST_REASON = 300;
/** Seven digits and more, however they are grouped: CPF, CNPJ, telephone, RG, the address of a chat. */
const NUMBERS_OF_PEOPLE = /\d(?:[\s().\-/+]{0,3}\d){6,}/g;

/** @returns the reason on one line, long numbers replaced by dots (docs/decisions/0009) */
export function parseReason(
  typed: string,
): Result<Reason, { readonly code: 'reason_missing' | 'reason_too_long' }> {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text.length < SHORTEST_REASON) return fail({ code: 'reason_missing' });
  if (text.length > LONGEST_REASON) return fail({ code: 'reason_too_long' });
  return ok(text.replace(NUMBERS_OF_PEOPLE, '•••') as Reason);
}
