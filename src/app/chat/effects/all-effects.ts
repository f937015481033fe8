import { answerNotMe } from './answer-not-me.js';
import { answerYes } from './answer-yes.js';
import { answerRequest } from './answer-request.js';
import { askNumberChange } from './ask-number-change.js';
import { block } from './block.js';
import { callHuman } from './call-human.js';
import { cancelDeletion } from './cancel-deletion.js';
import { checkTaxId } from './check-tax-id.js';
import { claimTaxId } from './claim-tax-id.js';
import { confirmNumberChange } from './confirm-number-change.js';
import { denyRequest } from './deny-request.js';
import { describeData } from './describe-data.js';
import { endAllSessions } from './end-all-sessions.js';
import { endSession } from './end-session.js';
import { identify } from './identify.js';
import { killCode } from './kill-code.js';
import { listSessions } from './list-sessions.js';
import { openRequest } from './open-request.js';
import { proveTaxId } from './prove-tax-id.js';
import { refuseNumberChange } from './refuse-number-change.js';
import { recallNumberChange } from './recall-number-change.js';
import { register } from './register.js';
import { rename } from './rename.js';
import { say } from './say.js';
import { scheduleDeletion } from './schedule-deletion.js';
import { sendAccess } from './send-access.js';
import { sendGoogleLink } from './send-google-link.js';
import { sendGoogleUnlink } from './send-google-unlink.js';
import { sendPasswordReset } from './send-password-reset.js';
import { tellHours } from './tell-hours.js';
import { unblock } from './unblock.js';
import type { AnyOutcome, ApplyEffect } from '../effect-result.js';
import type { Dialogue, DialogueStep } from '../../ports/dialogue.js';

/**
 * Everything the dialogue can decide, by name; each is a file beside this one, which says its parameters and what can
 * become of it. A new effect is its file and its line here: the types below follow.
 */
export const EFFECTS = {
  say,
  identify,
  checkTaxId,
  proveTaxId,
  register,
  rename,
  claimTaxId,
  sendAccess,
  sendGoogleLink,
  sendGoogleUnlink,
  sendPasswordReset,
  killCode,
  openRequest,
  answerRequest,
  denyRequest,
  listSessions,
  endSession,
  endAllSessions,
  block,
  unblock,
  answerNotMe,
  answerYes,
  askNumberChange,
  confirmNumberChange,
  refuseNumberChange,
  recallNumberChange,
  describeData,
  scheduleDeletion,
  cancelDeletion,
  callHuman,
  tellHours,
} as const satisfies Readonly<Record<string, ApplyEffect<never, AnyOutcome | null>>>;

type Effects = typeof EFFECTS;
type EffectName = keyof Effects;

/** The parameters of an effect: the third argument of its function; `{}` where it takes none. */
export type EffectParams<Name extends EffectName> = Effects[Name] extends (
  deps: never,
  turn: never,
  params: infer Params,
) => unknown
  ? unknown extends Params
    ? object
    : Params
  : never;

/** What the chart decides: an effect by name, with its parameters. */
export type Effect = {
  readonly [Name in EffectName]: { readonly type: Name } & EffectParams<Name>;
}[EffectName];

/** What became of an effect. */
export type Outcome = NonNullable<Awaited<ReturnType<Effects[EffectName]>>['outcome']>;

/** The dialogue over these effects, and one step of it. */
export type ChatDialogue = Dialogue<Effect, Outcome>;
export type ChatStep = DialogueStep<Effect>;
