import type { Effect } from '#src/app/chat/effects/all-effects.js';
import type { Saying } from '../copy/saying.js';

type Named = Exclude<Effect, { readonly type: 'say' }>;
type ParamsOf<One extends Named> = keyof Omit<One, 'type'> extends never
  ? undefined
  : Omit<One, 'type'>;

/** The effects of the charts by name, with their parameters; texts are not in words yet. */
type Effects = { readonly [One in Named as One['type']]: ParamsOf<One> } & {
  readonly say: Saying;
};

export type ChartEffect = {
  [Name in keyof Effects]: { readonly type: Name; readonly params: Effects[Name] };
}[keyof Effects];

/**
 * The names that the charts may use, for the compiler only. An effect is data: there is nothing to run here, and XState's
 * pure transition lists an action that it has no function for by its name and parameters.
 */
export const EFFECT_NAMES = {} as {
  readonly [Name in keyof Effects]: (_: unknown, params: Effects[Name]) => void;
};

/** Tells effects from what the charts do to their own context, which the transition has done already. */
export function isEffect(action: {
  readonly type: string;
  readonly params: unknown;
}): action is ChartEffect {
  return !action.type.startsWith('xstate.');
}
