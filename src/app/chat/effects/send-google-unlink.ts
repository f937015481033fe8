import { chatAllowance } from '../chat-allowance.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { linkMessage } from '#src/app/delivery/bot-message.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';

/** Where the web edge takes Google away from a signed-in person, against a code. */
export const GOOGLE_UNLINK_PATH = '/account/google/unlink';

export interface GoogleUnlinkSent {
  readonly type: 'googleUnlinkSent';
  /** A claim does not keep a way in from being taken (security case 38). */
  readonly outcome: 'sent' | 'not_offered' | 'not_linked';
}

/** "desvincular google": a magic link to the page that asks for a code of its own (security case 39). */
export async function sendGoogleUnlink(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<GoogleUnlinkSent>> {
  const type = 'googleUnlinkSent' as const;
  const { id: accountId, taxId } = await requiredActor(deps, turn);
  if (!deps.googleOffered) return resultOf({ type, outcome: 'not_offered' });
  const { tx, now } = turn;
  if ((await tx.googleIdentities.linkedTo(accountId)) === null) {
    return resultOf({ type, outcome: 'not_linked' });
  }
  await chatAllowance(deps, tx, { taxId, purpose: 'google_unlink', countOnly: true, now });
  const link = await issueLoginLink(deps, tx, { accountId, next: GOOGLE_UNLINK_PATH, now });
  const messages = [linkMessage(link, deps.copy.googleUnlink(link))];
  return { ...resultOf({ type, outcome: 'sent' }), messages };
}
