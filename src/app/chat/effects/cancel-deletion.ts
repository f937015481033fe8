import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** Calls the deletion off, and drops what was still to be said about it. */
export async function cancelDeletion(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<{ readonly type: 'deletionCancelled' }>> {
  const { id } = await requiredActor(deps, turn);
  await turn.tables.accounts.scheduleDeletion(id, null);
  await turn.tables.ownerNotices.drop(id, 'deletion');
  return resultOf({ type: 'deletionCancelled' });
}
