import { resultOf, type EffectResult } from '../effect-result.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

/** NÃO needs no account and no proof: it only closes a page. */
export async function denyRequest(
  _: ChatEffectsDeps,
  { tables, chat, now }: TurnContext,
): Promise<EffectResult<{ readonly type: 'requestDenied' }>> {
  const requestId = await tables.loginRequests.deny(chat, now);
  const news = requestId === null ? [] : [{ type: 'request_changed', requestId } as const];
  return resultOf({ type: 'requestDenied' }, news);
}
