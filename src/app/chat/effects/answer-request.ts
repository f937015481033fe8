import { APPROVED_AT_LEAST_MS } from '#src/domain/login-request.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export interface RequestAnswered {
  readonly type: 'requestAnswered';
  readonly outcome: 'approved' | 'wrong_number' | 'expired';
}

/** The number the person sees on the page's screen. One try only. */
export async function answerRequest(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { number }: { readonly number: number },
): Promise<EffectResult<RequestAnswered>> {
  const { tx, chat, now } = turn;
  const actor = await actorOf(deps, turn);
  if (actor === null) return resultOf({ type: 'requestAnswered', outcome: 'expired' });
  const request = await tx.loginRequests.answer({
    chat,
    accountId: actor.id,
    number,
    now,
    completeUntil: new Date(now.getTime() + APPROVED_AT_LEAST_MS),
  });
  if (request === null) return resultOf({ type: 'requestAnswered', outcome: 'expired' });
  const outcome = request.status === 'approved' ? 'approved' : 'wrong_number';
  tx.emit({ type: 'login_request.changed', requestId: request.id });
  return resultOf({ type: 'requestAnswered', outcome });
}
