import { nationalDigits } from '#src/domain/phone.js';
import { judgePassword, type Password } from '#src/domain/password.js';
import type { Result } from '#src/domain/result.js';
import { revokePendingSignIns } from '#src/app/account/revoke-pending-sign-ins.js';
import { tellOwner } from '#src/app/delivery/notify-owner.js';
import { sessionsRevoked, type News } from '#src/app/shared/after-commit.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Random } from '#src/app/ports/random.js';
import type { Tables } from '#src/app/ports/tables/store.js';

/** Everybody tries the name of the service. */
const PRODUCT_WORDS = ['zap-login', 'zaplogin', 'zap', 'login', 'whatsapp'];
const LOCAL_DIGITS = 8;

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
 * @returns what to publish once it has committed
 */
export async function storePassword(
  deps: { readonly random: Random; readonly copy: AccessCopy },
  tables: Tables,
  input: {
    readonly accountId: string;
    readonly hash: string;
    /** Which sessions end: those beside this one, all, or none where there was no password to know. */
    readonly ends: 'others' | 'all' | 'none';
    /** The session that chose it, whose browser stays known; null where it was chosen without one. */
    readonly by: string | null;
    readonly now: Date;
  },
): Promise<readonly News[]> {
  const { accountId, hash, by, now } = input;
  await tables.passwords.set({ accountId, hash, now });
  const ended = await endSessions(tables, input);
  const but = by === null ? null : { sessionId: by };
  const killed = await revokePendingSignIns({ tables, now }, accountId, but);
  const text = deps.copy.passwordChanged({ at: now });
  await tellOwner(deps, tables, { accountId, topic: 'password', text, now });
  return [...sessionsRevoked(ended), ...killed];
}

async function endSessions(
  tables: Tables,
  input: Pick<Parameters<typeof storePassword>[2], 'accountId' | 'ends' | 'by' | 'now'>,
): Promise<readonly string[]> {
  const { accountId, ends, by, now } = input;
  if (ends === 'none') return [];
  if (ends === 'all' || by === null) {
    return tables.sessions.revokeAll(accountId, 'password_changed', now);
  }
  return tables.sessions.revokeOthers({ id: by, accountId }, 'password_changed', now);
}
