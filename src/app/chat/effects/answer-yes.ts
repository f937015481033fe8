import { resultOf, type EffectResult } from '../effect-result.js';
import { stillAsked } from '../still-asked.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export interface YesAnswered {
  readonly type: 'yesAnswered';
  /**
   * `number_change`: the last thing the bot said here was a notice, and another number waits for a yes. `still_asked`:
   * another number or WhatsApp waits for one, and something else was said since, or the notice was of another thing: it is
   * asked again. `nothing`: nothing waits, or an alert is answered.
   */
  readonly outcome: 'number_change' | 'still_asked' | 'nothing';
}

/** "Sim" where the dialogue asked nothing: whether it answers the notice that somebody wants the account's number. */
export async function answerYes(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<YesAnswered>> {
  const type = 'yesAnswered' as const;
  const account = await actorOf(deps, turn);
  const last = await turn.tx.outbox.lastKind(turn.chat);
  const by = account === null || last === 'alert' ? null : await stillAsked(turn, account.id);
  if (by === null) return resultOf({ type, outcome: 'nothing' });
  const isAnswer = by === 'number' && last === 'notice';
  return resultOf({ type, outcome: isAnswer ? 'number_change' : 'still_asked' });
}
