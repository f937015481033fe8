import { openingAt, type OpeningHours } from '#src/domain/opening-hours.js';
import type { LocalMoment } from '#src/domain/time-zone.js';
import type { ChatEffectsDeps, TurnScene } from '../turn-context.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';

const MINUTE_MS = 60_000;

/** "Atendente": the bot falls silent in this chat, so that a person can answer on the phone. */
export async function callHuman(deps: ChatEffectsDeps, scene: TurnScene): Promise<DialogueEvent> {
  const until = new Date(scene.now.getTime() + deps.handoffMinutes * MINUTE_MS);
  await scene.tables.conversations.pause(scene.chat, until);
  return { type: 'humanCalled', until, ...teamAt(deps.openingHours, scene.now) };
}

function teamAt(
  hours: OpeningHours | null,
  now: Date,
): { readonly open: boolean; readonly opens: LocalMoment | null } {
  if (hours === null) return { open: true, opens: null };
  const { open, opensAt } = openingAt(hours, now);
  return { open, opens: opensAt === null ? null : { at: opensAt, timeZone: hours.timeZone } };
}
