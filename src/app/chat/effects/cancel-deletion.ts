import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** Calls the deletion off, and drops what was still to be said about it. */
export async function cancelDeletion(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<{ readonly type: 'deletionCancelled' }>> {
  const { id, deletionDueAt } = await requiredActor(deps, turn);
  await turn.tx.accounts.scheduleDeletion(id, null);
  if (deletionDueAt !== null) turn.tx.emit({ type: 'deletion.called_off', accountId: id });
  await turn.tx.ownerNotices.drop(id, 'deletion');
  return resultOf({ type: 'deletionCancelled' });
}
