import { resultOf, type EffectResult } from '../effect-result.js';
import { holderOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import type { SessionsEnded } from './end-session.js';
import { endEverySession } from '#src/app/account/end-every-session.js';

/** Ends every session. Allowed at any time, also before a step-up: it takes away and gives nothing. */
export async function endAllSessions(
  _: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<SessionsEnded>> {
  const found = await holderOf(turn);
  if (found === null) return resultOf({ type: 'sessionsEnded', count: 0 });
  const count = await endEverySession(turn, found.account.id);
  return resultOf({ type: 'sessionsEnded', count });
}
