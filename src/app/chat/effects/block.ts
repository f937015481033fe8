import { resultOf, type EffectResult } from '../effect-result.js';
import { isSameSender, numberOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { blockAccount } from '#src/app/account/block-account.js';

export interface Blocked {
  readonly type: 'blocked';
  /** Who can undo it: the sender from this chat, or the team only. */
  readonly outcome: 'by_owner' | 'for_team';
}

/**
 * BLOQUEAR: sessions, links, codes and whatever else is on its way die, and so do password and Google. Allowed at any
 * time; a WhatsApp account that the number is not known to names the CPF first.
 */
export async function block(_: ChatEffectsDeps, turn: TurnContext): Promise<EffectResult<Blocked>> {
  const found = await numberOf(turn);
  if (found === null) return resultOf({ type: 'blocked', outcome: 'for_team' });
  const { tx, now } = turn;
  const accountId = found.account.id;
  const isNewAccount = found.acquaintance === 'new_account';
  const wait = isNewAccount ? await tx.numberWaits.find({ accountId, from: turn, now }) : null;
  if (isNewAccount && (wait === null || wait.isRefused))
    throw new Error('the dialogue blocked before a step-up');
  // A stranger with the number and the CPF may not take the owner's password away, and nothing after a NÃO.
  await blockAccount(turn, { accountId, by: 'owner', closesWays: !isNewAccount });
  const mayUndo = found.account.blockedBy !== 'admin' && isSameSender(found);
  return resultOf({ type: 'blocked', outcome: mayUndo ? 'by_owner' : 'for_team' });
}
