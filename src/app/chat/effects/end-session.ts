import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { sessionsRevoked } from '#src/app/session/sessions-revoked.js';
import { DECOY_ACCOUNT } from '#src/app/shared/decoy-account.js';

export interface SessionsEnded {
  readonly type: 'sessionsEnded';
  /** 0: it had ended already, or belongs to another account. */
  readonly count: number;
}

/** Ends the session in line `n` of the list as it was shown, whatever has signed in since. */
export async function endSession(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { n }: { readonly n: number },
): Promise<EffectResult<SessionsEnded>> {
  const { tx, chat, now } = turn;
  const actor = await actorOf(deps, turn);
  const listed = await tx.conversations.listedSessions(chat);
  const session = await tx.sessions.find(listed[n - 1] ?? DECOY_ACCOUNT);
  if (actor === null || session?.accountId !== actor.id) {
    return resultOf({ type: 'sessionsEnded', count: 0 });
  }
  const ended = await tx.sessions.revoke(session.id, 'signed_out', now);
  if (!ended) return resultOf({ type: 'sessionsEnded', count: 0 });
  sessionsRevoked(tx, actor.id, [session.id]);
  return resultOf({ type: 'sessionsEnded', count: 1 });
}
