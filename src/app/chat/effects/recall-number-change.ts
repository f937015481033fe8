import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export interface NumberChangeRecalled {
  readonly type: 'numberChangeRecalled';
  readonly outcome: 'asked' | 'nothing_asked';
}

/** Whether another number still waits for TROCAR or NÃO of this chat: the menu hides that question otherwise. */
export async function recallNumberChange(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<NumberChangeRecalled>> {
  const type = 'numberChangeRecalled' as const;
  const account = await actorOf(deps, turn);
  const asked = account !== null && (await turn.tx.numberChanges.isAsked(account.id, turn.now));
  return resultOf({ type, outcome: asked ? 'asked' : 'nothing_asked' });
}
