import { EFFECTS, type Effect, type Outcome } from './effects/all-effects.js';
import type { ApplyEffect, EffectResult } from './effect-result.js';
import type { ChatEffectsDeps, TurnContext } from './turn-context.js';

/**
 * Applies one effect of the dialogue inside the turn's transaction. Each effect checks its own conditions, so that a
 * dialogue that forgets to identify, or to ask for a step-up, gives no access.
 */
export function applyEffect(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  effect: Effect,
): Promise<EffectResult<Outcome | null>> {
  // An effect carries the parameters of the function of its own name, which the union cannot show to the compiler.
  const apply = EFFECTS[effect.type] as ApplyEffect<Effect, Outcome | null>;
  return apply(deps, turn, effect);
}
