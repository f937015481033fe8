import { chatAllowance } from '../chat-allowance.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { linkMessage } from '#src/app/delivery/bot-message.js';
import { startGoogleLinkFromChat } from '#src/app/sign-in/google/start-from-chat.js';

export interface GoogleLinkSent {
  readonly type: 'googleLinkSent';
  /**
   * `not_offered`: Google is no way in here. `contested`: there is a claim on the CPF, so the account gains no way in
   * (security case 38).
   */
  readonly outcome: 'sent' | 'not_offered' | 'contested' | 'already_linked';
}

/** "google": a link to where this account's owner links a Google account. */
export async function sendGoogleLink(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<GoogleLinkSent>> {
  const type = 'googleLinkSent' as const;
  const { id: accountId, taxId } = await requiredActor(deps, turn);
  if (!deps.googleOffered) return resultOf({ type, outcome: 'not_offered' });
  const { tx, now } = turn;
  const link = await startGoogleLinkFromChat(deps, tx, { accountId, now });
  if (link.ok) {
    await chatAllowance(deps, tx, { taxId, purpose: 'google_link', countOnly: true, now });
    const text = deps.copy.googleLink(link.value);
    const messages = [linkMessage(link.value, text)];
    return { ...resultOf({ type, outcome: 'sent' }), messages };
  }
  switch (link.error.code) {
    case 'account_contested':
      return resultOf({ type, outcome: 'contested' });
    case 'already_linked':
      return resultOf({ type, outcome: 'already_linked' });
  }
}
