import { resultOf, type EffectResult } from '../effect-result.js';
import { stillAsked, type StillAsked } from '../still-asked.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export type NumberChangeRecalled =
  | { readonly type: 'numberChangeRecalled'; readonly outcome: 'asked'; readonly by: StillAsked }
  | { readonly type: 'numberChangeRecalled'; readonly outcome: 'nothing_asked' };

/** Whether another number or WhatsApp still waits for TROCAR or NÃO of this chat: the menu hides that question otherwise. */
export async function recallNumberChange(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<NumberChangeRecalled>> {
  const type = 'numberChangeRecalled' as const;
  const account = await actorOf(deps, turn);
  const by = account === null ? null : await stillAsked(turn, account.id);
  return resultOf(
    by === null
      ? { type, outcome: 'nothing_asked' as const }
      : { type, outcome: 'asked' as const, by },
  );
}
