import { sessionsRevoked } from '../session/sessions-revoked.js';
import { NO_PHONE, OPEN_CHAT_MS } from '../shared/decoy-account.js';
import type { Clock } from '../ports/clock.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Random } from '../ports/random.js';
import type { Store } from '../ports/tables/store.js';
import { SIGN_IN_METHODS } from '../sign-in/methods.js';

const ERASED_AT_ONCE = 100;
const FAREWELL_LIFETIME_MS = 60 * 60_000;

/**
 * Deletes the accounts whose seven days are over (LGPD art. 18 VI), one transaction each, and says a last word into
 * the chat. That message is the only trace; the next sweep after it was sent takes it, too. The audit log keeps that it
 * happened, under an id that belongs to no account. An account that cannot be erased holds up no other one, neither now
 * nor at the next sweep.
 * @returns how many
 * @throws after the last one, when some could not be erased; at once, when the database is out of reach
 */
export function createEraseAccounts(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly copy: AccessCopy;
}) {
  const { store, clock, random, copy } = deps;

  async function erase(accountId: string, now: Date): Promise<boolean> {
    return store.transaction(async (tx) => {
      const [number] = await tx.accounts.numbersOf(accountId);
      const since = new Date(now.getTime() - OPEN_CHAT_MS);
      const chat = await tx.conversations.openChat(number?.phone ?? NO_PHONE, since);
      const person = await tx.erasure.lockDue(accountId, now);
      if (person === null) return false;
      for (const method of SIGN_IN_METHODS) await method.erase(tx, person);
      const gone = await tx.erasure.erase(person, now);
      if (chat !== null) {
        const expiresAt = new Date(now.getTime() + FAREWELL_LIFETIME_MS);
        const farewell = { chat, kind: 'farewell', text: copy.deleted(), expiresAt } as const;
        const messageId = random.messageId();
        await tx.outbox.enqueue([{ ...farewell, messageId, solicited: false }], now);
      }
      await tx.audit.forget(accountId);
      sessionsRevoked(tx, accountId, gone.sessionIds);
      tx.emit({ type: 'account.erased', accountId });
      return true;
    });
  }

  return async function eraseAccounts(): Promise<number> {
    const now = clock.now();
    let erased = 0;
    const faults: unknown[] = [];
    for (const accountId of await store.erasure.due(now, ERASED_AT_ONCE)) {
      try {
        if (await erase(accountId, now)) erased += 1;
      } catch (error) {
        if (store.isInfrastructureFault(error)) throw error;
        await store.erasure.countFailure(accountId);
        faults.push(error);
      }
    }
    if (faults.length === 0) return erased;
    throw new Error(`${faults.length} account(s) could not be erased`, { cause: faults[0] });
  };
}
