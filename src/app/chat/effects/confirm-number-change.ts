import { maskPhone } from '#src/domain/phone.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { NUMBER_CHANGE_LIFETIME_MS, openSince, sendToNumber } from '../tell-number.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import { revokePendingSignIns } from '#src/app/account/revoke-pending-sign-ins.js';
import { acceptNumberWait } from '#src/app/account/number-wait.js';
import { reply } from '#src/app/delivery/bot-message.js';

export interface NumberChanged {
  readonly type: 'numberChanged';
  readonly outcome: 'changed' | 'nothing_asked';
}

const CHANGED: NumberChanged = { type: 'numberChanged', outcome: 'changed' };

/**
 * TROCAR, where the account is known: another number takes the place of this one, or another WhatsApp account on it is
 * known from now on. Links, codes and approved pages of before die, and browsers that were in before are strangers (case
 * 32).
 */
export async function confirmNumberChange(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<NumberChanged>> {
  const { tx, phone: from, now } = turn;
  const nothing = resultOf({ type: 'numberChanged', outcome: 'nothing_asked' });
  const account = await actorOf(deps, turn);
  if (account === null || from === null) return nothing;
  if (await isContested(tx, account.id)) return nothing;
  const to = await tx.numberChanges.take(account.id, now);
  if (to === null) {
    const chat = await acceptNumberWait(deps, tx, { accountId: account.id, now });
    if (chat === null) return nothing;
    const text = deps.copy.numberWaitConfirmed();
    return { outcome: CHANGED, messages: [reply(text, now)] };
  }
  if (!(await tx.accounts.replacePhone({ from, to, now }))) return nothing;
  await revokePendingSignIns(turn, account.id);
  // What was held back was for the number that it had.
  await tx.ownerNotices.forget(account.id);
  const text = deps.copy.numberChanged({ newPhoneMasked: maskPhone(to.phone) });
  await sendToNumber(deps, turn, {
    chat: await tx.conversations.openChat(to.phone, openSince(now)),
    text,
    expiresAt: new Date(now.getTime() + NUMBER_CHANGE_LIFETIME_MS),
    decoy: false,
  });
  tx.emit({ type: 'number.changed', accountId: account.id, by: 'owner' });
  return { outcome: CHANGED, messages: [reply(text, now)] };
}
