import { fail, ok, type Result } from './result.js';

/** Who did it. Never a name, number or address: the log outlives what it is about. */
export type AuditActor =
  /** The admin, signed in. */
  | 'admin'
  /** A visitor of the admin's sign-in page who is not signed in. */
  | 'visitor'
  /** The account's owner. */
  | 'owner'
  /** The person who runs commands beside the program. */
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
  | 'claim_allowed'
  | 'google_released'
  | 'account_blocked'
  | 'account_unblocked'
  | 'account_erased'
  | 'deletion_asked'
  | 'deletion_called_off'
  | 'password_set'
  | 'password_changed'
  | 'password_reset'
  | 'google_linked'
  | 'google_unlinked'
  | 'sessions_ended'
  | 'number_changed'
  | 'name_changed'
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
/** UTF-16 units. Checked before NFKC, whose time is quadratic in a long run of combining marks. */
const LONGEST_FIELD = 2_000;
/** Drawn inside a number without being seen, or drawn around each digit (keycap emoji): they end no number. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Me}]/gu;
/**
 * Seven digits and more of any script, with up to four signs, spaces or marks between two of them: CPF, CNPJ,
 * telephone, RG, the address of a chat.
 */
const NUMBERS_OF_PEOPLE = /\p{N}(?:[^\p{L}\p{N}]{0,4}\p{N}){6,}/gu;

/**
 * @returns the reason on one line in compatibility form (NFKC: full-width and styled digits are plain ones), without
 *   invisible characters, long numbers replaced by dots (docs/decisions/0009)
 */
export function parseReason(
  typed: string,
): Result<Reason, { readonly code: 'reason_missing' | 'reason_too_long' }> {
  if (typed.length > LONGEST_FIELD) return fail({ code: 'reason_too_long' });
  const visible = typed.replace(/\s+/g, ' ').replace(INVISIBLE, '');
  const text = visible.normalize('NFKC').replace(/ +/g, ' ').trim();
  if (text.length < SHORTEST_REASON) return fail({ code: 'reason_missing' });
  if (text.length > LONGEST_REASON) return fail({ code: 'reason_too_long' });
  return ok(text.replace(NUMBERS_OF_PEOPLE, '•••') as Reason);
}
