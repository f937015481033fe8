import { nationalDigits } from '#src/domain/phone.js';
import { judgePassword, type Password } from '#src/domain/password.js';
import type { Result } from '#src/domain/result.js';
import { revokePendingSignIns } from '#src/app/account/revoke-pending-sign-ins.js';
import { tellOwner } from '#src/app/delivery/notify-owner.js';
import { sessionsRevoked } from '#src/app/session/sessions-revoked.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Random } from '#src/app/ports/random.js';
import type { Tables, Tx } from '#src/app/ports/tables/store.js';

/** The name of the service is among the first guesses. */
const PRODUCT_WORDS = ['zap-login', 'zaplogin', 'zap', 'login', 'whatsapp'];
const LOCAL_DIGITS = 8;
/** What replacing a password is called: one by a link or code from the chat ends all sessions. */
const REPLACED = {
  none: 'password.changed',
  others: 'password.changed',
  all: 'password.reset',
} as const;

export interface WeakPassword {
  readonly code: 'weak_password';
  readonly reason:
    'password_too_short' | 'password_too_long' | 'password_common' | 'password_contextual';
}

/** Judges a new password in the light of what is known about the person: name, CPF, numbers. */
export async function choosePassword(
  tables: Pick<Tables, 'accounts'>,
  { account, password }: { readonly account: Account; readonly password: string },
): Promise<Result<Password, WeakPassword>> {
  const numbers = await tables.accounts.numbersOf(account.id);
  const digits = numbers.map(({ phone }) => nationalDigits(phone));
  const contextWords = [
    ...PRODUCT_WORDS,
    account.name,
    account.name.replaceAll(' ', ''),
    account.taxId,
    ...digits,
    ...digits.map((number) => number.slice(-LOCAL_DIGITS)),
  ];
  const judged = judgePassword(password, { contextWords });
  if (judged.ok) return judged;
  return { ok: false, error: { code: 'weak_password', reason: judged.error.code } };
}

/**
 * Stores a new password, ends sessions and whatever else is on its way in, and tells the owner in chat. In the
 * caller's transaction.
 */
export async function storePassword(
  deps: { readonly random: Random; readonly copy: AccessCopy },
  tx: Tx,
  input: {
    readonly accountId: string;
    readonly hash: string;
    /** Which sessions end: those beside this one, all, or none where there was no password to know. */
    readonly ends: 'others' | 'all' | 'none';
    /** The session that chose it, whose browser stays known; null where it was chosen without one. */
    readonly by: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const { accountId, hash, ends, by, now } = input;
  const set = await tx.passwords.set({ accountId, hash, now });
  const isFirst = set?.isFirst === true;
  tx.emit({ type: isFirst ? 'password.set' : REPLACED[ends], accountId });
  sessionsRevoked(tx, accountId, await endSessions(tx, input));
  const but = by === null ? null : { sessionId: by };
  await revokePendingSignIns({ tx, now }, accountId, but);
  const text = deps.copy.passwordChanged({ at: now });
  await tellOwner(deps, tx, { accountId, topic: 'password', text, now });
}

async function endSessions(
  tx: Tx,
  input: Pick<Parameters<typeof storePassword>[2], 'accountId' | 'ends' | 'by' | 'now'>,
): Promise<readonly string[]> {
  const { accountId, ends, by, now } = input;
  if (ends === 'none') return [];
  if (ends === 'all' || by === null) {
    return tx.sessions.revokeAll(accountId, 'password_changed', now);
  }
  return tx.sessions.revokeOthers({ id: by, accountId }, 'password_changed', now);
}
