import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export interface YesAnswered {
  readonly type: 'yesAnswered';
  /** `number_change`: the last thing the bot said here was a notice, and another number or WhatsApp waits for a yes. */
  readonly outcome: 'number_change' | 'nothing';
}

/** "Sim" where the dialogue asked nothing: whether it answers the notice that somebody wants the account's number. */
export async function answerYes(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<YesAnswered>> {
  const type = 'yesAnswered' as const;
  const { tx, chat, now } = turn;
  const account = await actorOf(deps, turn);
  if (account === null || (await tx.outbox.lastKind(chat)) !== 'notice') {
    return resultOf({ type, outcome: 'nothing' });
  }
  const asked = await tx.numberChanges.isAsked(account.id, now);
  return resultOf({ type, outcome: asked ? 'number_change' : 'nothing' });
}
