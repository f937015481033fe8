import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

/** A chat shows no more lines than this; "sair de tudo" ends the rest. */
const LISTED_SESSIONS = 9;

export interface SessionsListed {
  readonly type: 'sessionsListed';
  readonly outcome: 'some' | 'none';
  /** Newest first. */
  readonly sessions: readonly {
    /** Counts from 1. */
    readonly n: number;
    readonly browser: string | null;
    readonly system: string | null;
    readonly lastSeenAt: Date;
  }[];
}

/** Where the account is open; remembers the list, so that a number chosen from it means what was shown. */
export async function listSessions(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<SessionsListed>> {
  const { tx, chat, now } = turn;
  const actor = await actorOf(deps, turn);
  const active = actor === null ? [] : await tx.sessions.listActive(actor.id, now);
  const listed = active.slice(0, LISTED_SESSIONS);
  await tx.conversations.keepListedSessions(
    chat,
    listed.map(({ id }) => id),
  );
  const sessions = listed.map(({ browser, system, lastSeenAt }, at) => ({
    n: at + 1,
    browser,
    system,
    lastSeenAt,
  }));
  const outcome = sessions.length === 0 ? 'none' : 'some';
  return resultOf({ type: 'sessionsListed', outcome, sessions });
}
