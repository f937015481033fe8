import { resultOf, type EffectResult } from '../effect-result.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

/** NÃO needs no account and no proof: it only closes a page. */
export async function denyRequest(
  _: ChatEffectsDeps,
  { tx, chat, now }: TurnContext,
): Promise<EffectResult<{ readonly type: 'requestDenied' }>> {
  const requestId = await tx.loginRequests.deny(chat, now);
  if (requestId !== null) tx.emit({ type: 'login_request.changed', requestId });
  return resultOf({ type: 'requestDenied' });
}
