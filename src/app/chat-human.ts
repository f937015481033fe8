import { openingAt } from '#src/domain/opening-hours.js';
import type { ChatEffectsDeps, TurnScene } from './chat-scene.js';
import type { DialogueEvent } from './ports/dialogue.js';

const MINUTE_MS = 60_000;

/** "Atendente": the bot falls silent in this chat, so that a person can answer on the phone. */
export async function callHuman(deps: ChatEffectsDeps, scene: TurnScene): Promise<DialogueEvent> {
  const until = new Date(scene.now.getTime() + deps.handoffMinutes * MINUTE_MS);
  await scene.tables.conversations.pause(scene.chat, until);
  const { openingHours } = deps;
  const hours =
    openingHours === null ? { open: true, opensAt: null } : openingAt(openingHours, scene.now);
  return { type: 'humanCalled', until, ...hours };
}
