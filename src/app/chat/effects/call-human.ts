import { openingAt, type OpeningHours } from '#src/domain/opening-hours.js';
import type { LocalMoment } from '#src/domain/time-zone.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

const MINUTE_MS = 60_000;

export interface HumanCalled {
  readonly type: 'humanCalled';
  /** The bot is silent in this chat until then, or until the admin resumes it. */
  readonly until: Date;
  /** Whether the team is at work now; when not, when it comes back, in its own time zone (null: not known). */
  readonly open: boolean;
  readonly opens: LocalMoment | null;
}

/** "Atendente": the bot falls silent in this chat, so that a person can answer on the phone. */
export async function callHuman(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<HumanCalled>> {
  const until = new Date(turn.now.getTime() + deps.handoffMinutes * MINUTE_MS);
  await turn.tx.conversations.pause(turn.chat, until);
  return resultOf({ type: 'humanCalled', until, ...teamAt(deps.openingHours, turn.now) });
}

function teamAt(hours: OpeningHours | null, now: Date): Pick<HumanCalled, 'open' | 'opens'> {
  if (hours === null) return { open: true, opens: null };
  const { open, opensAt } = openingAt(hours, now);
  return { open, opens: opensAt === null ? null : { at: opensAt, timeZone: hours.timeZone } };
}
