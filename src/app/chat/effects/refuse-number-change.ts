import { resultOf, type EffectResult } from '../effect-result.js';
import { refuseRequests } from '../refuse-requests.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

export interface NumberChangeRefused {
  readonly type: 'numberChangeRefused';
  readonly outcome: 'refused' | 'nothing_asked';
}

/** NÃO, where the account is known: a request for its number, or for its WhatsApp, is refused. */
export async function refuseNumberChange(
  _: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<NumberChangeRefused>> {
  const refused = await refuseRequests(turn);
  return resultOf({ type: 'numberChangeRefused', outcome: refused ? 'refused' : 'nothing_asked' });
}
