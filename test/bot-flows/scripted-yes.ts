import type { Outcome } from '#src/app/chat/effects/all-effects.js';

interface Asked {
  readonly numberChangeAsked: boolean;
  readonly anotherWaits: boolean;
}

/** Plays what still waits for TROCAR or NÃO. */
export function numberChangeRecalled({ numberChangeAsked, anotherWaits }: Asked): Outcome {
  const type = 'numberChangeRecalled' as const;
  if (!numberChangeAsked && !anotherWaits) return { type, outcome: 'nothing_asked' };
  return { type, outcome: 'asked', by: numberChangeAsked ? 'number' : 'whatsapp' };
}

/** Plays what becomes of a "sim" that the dialogue asked nothing for. */
export function yesAnswered(
  world: Asked & { readonly noticed: boolean; readonly alerted: boolean },
): Outcome {
  const type = 'yesAnswered' as const;
  const { numberChangeAsked, anotherWaits, noticed, alerted } = world;
  if (alerted || (!numberChangeAsked && !anotherWaits)) return { type, outcome: 'nothing' };
  return { type, outcome: numberChangeAsked && noticed ? 'number_change' : 'still_asked' };
}
