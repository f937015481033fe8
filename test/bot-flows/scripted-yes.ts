import type { Outcome } from '#src/app/chat/effects/all-effects.js';

/** Plays what becomes of a "sim" that the dialogue asked nothing for. */
export function yesAnswered(world: { numberChangeAsked: boolean; noticed: boolean }): Outcome {
  const isAsked = world.numberChangeAsked && world.noticed;
  return { type: 'yesAnswered', outcome: isAsked ? 'number_change' : 'nothing' };
}
