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
  const { tables, now } = turn;
  const accountId = found.account.id;
  if (!mayUnblock(found) || !(await tables.accounts.unblock(accountId, 'owner'))) {
    throw new Error('the dialogue unblocked what somebody else blocked');
  }
  await tables.accounts.clearFailures(accountId);
  const act = { actor: 'owner', action: 'account_unblocked', detail: null } as const;
  await tables.audit.append({ ...act, accountId, now });
  return resultOf({ type: 'unblocked' });
}
