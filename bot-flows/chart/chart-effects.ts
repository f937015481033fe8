import type { DialogueEffect } from '#src/app/ports/dialogue.js';
import type { Saying } from '../copy/saying.js';

type Named = Exclude<DialogueEffect, { readonly type: 'say' }>;
type ParamsOf<Effect extends Named> = keyof Omit<Effect, 'type'> extends never
  ? undefined
  : Omit<Effect, 'type'>;

/** The effects of the charts by name, with their parameters; texts are not in words yet. */
type Effects = { readonly [Effect in Named as Effect['type']]: ParamsOf<Effect> } & {
  readonly say: Saying;
};

export type ChartEffect = {
  [Name in keyof Effects]: { readonly type: Name; readonly params: Effects[Name] };
}[keyof Effects];

/** An effect is data: the pure transition lists it and the app carries it out, so there is nothing to run here. */
export const EFFECTS: {
  readonly [Name in keyof Effects]: (_: unknown, params: Effects[Name]) => void;
} = {
  say: () => undefined,
  identify: () => undefined,
  checkTaxId: () => undefined,
  register: () => undefined,
  sendAccess: () => undefined,
  sendGoogleLink: () => undefined,
  sendGoogleUnlink: () => undefined,
  sendPasswordReset: () => undefined,
  killCode: () => undefined,
  proveTaxId: () => undefined,
  openRequest: () => undefined,
  answerRequest: () => undefined,
  denyRequest: () => undefined,
  listSessions: () => undefined,
  endSession: () => undefined,
  endAllSessions: () => undefined,
  block: () => undefined,
  unblock: () => undefined,
  describeData: () => undefined,
  scheduleDeletion: () => undefined,
  cancelDeletion: () => undefined,
  askNumberChange: () => undefined,
  confirmNumberChange: () => undefined,
  refuseNumberChange: () => undefined,
  answerNotMe: () => undefined,
  rename: () => undefined,
  claimTaxId: () => undefined,
  callHuman: () => undefined,
};

/** Tells effects from what the charts do to their own context, which the transition has done already. */
export function isEffect(action: {
  readonly type: string;
  readonly params: unknown;
}): action is ChartEffect {
  return Object.hasOwn(EFFECTS, action.type);
}
