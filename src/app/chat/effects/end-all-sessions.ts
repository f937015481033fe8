import { resultOf, type EffectResult } from '../effect-result.js';
import { holderOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import type { SessionsEnded } from './end-session.js';
import { revokePendingSignIns } from '#src/app/account/revoke-pending-sign-ins.js';
import { sessionsRevoked } from '#src/app/shared/after-commit.js';

/** Ends every session. Allowed at any time, also before a step-up: it takes away and gives nothing. */
export async function endAllSessions(
  _: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<SessionsEnded>> {
  const found = await holderOf(turn);
  if (found === null) return resultOf({ type: 'sessionsEnded', count: 0 });
  const { tables, now } = turn;
  const { id } = found.account;
  const ended = await tables.sessions.revokeAll(id, 'signed_out', now);
  const news = [...sessionsRevoked(ended), ...(await revokePendingSignIns(turn, id))];
  return resultOf({ type: 'sessionsEnded', count: ended.length }, news);
}
