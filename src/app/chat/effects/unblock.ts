import { isFreshlyProven } from '#src/domain/step-up.js';
import { mayUnblock } from '../own-block.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { numberOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** @throws unless the CPF was proven in this chat a short while ago, and the block is one that this chat can end */
export async function unblock(
  _: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<{ readonly type: 'unblocked' }>> {
  const found = await numberOf(turn);
  if (found === null || !isFreshlyProven(found.provenAt, turn.now)) {
    throw new Error('the dialogue unblocked without a proof');
  }
  const { tx } = turn;
  const accountId = found.account.id;
  if (!mayUnblock(found) || !(await tx.accounts.unblock(accountId, 'owner'))) {
    throw new Error('the dialogue unblocked what somebody else blocked');
  }
  await tx.accounts.clearFailures(accountId);
  tx.emit({ type: 'account.unblocked', accountId, by: 'owner' });
  return resultOf({ type: 'unblocked' });
}
