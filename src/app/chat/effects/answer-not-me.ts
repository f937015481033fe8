import { resultOf, type EffectResult } from '../effect-result.js';
import { refuseRequests } from '../refuse-requests.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

export interface NotMeAnswered {
  readonly type: 'notMeAnswered';
  /**
   * `alert`: the last thing the bot said was an alert, which this answers. `refused`: a request of another WhatsApp was
   * refused by it. `nothing`: it is not clear what it is about.
   */
  readonly outcome: 'alert' | 'refused' | 'nothing';
}

/** "Não fui eu": refuses a request that waits; else the last message tells whether it answers an alert. */
export async function answerNotMe(
  _: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<NotMeAnswered>> {
  const type = 'notMeAnswered' as const;
  if (await refuseRequests(turn)) return resultOf({ type, outcome: 'refused' });
  const last = await turn.tx.outbox.lastKind(turn.chat);
  return resultOf({ type, outcome: last === 'alert' ? 'alert' : 'nothing' });
}
