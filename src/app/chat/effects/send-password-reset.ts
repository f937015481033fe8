import { chatAllowance } from '../chat-allowance.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { requiredActor, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { isFirstPasswordContested } from '#src/app/account/has-open-claim.js';
import { linkMessage } from '#src/app/delivery/bot-message.js';
import { issueLink } from '#src/app/sign-in/link/issue-link.js';

export interface PasswordResetSent {
  readonly type: 'passwordResetSent';
  readonly outcome: 'sent' | 'contested' | 'too_soon' | 'too_many';
  /** Seconds until it may be asked again; 0 when that does not matter. */
  readonly retryAfterS: number;
}

/** "senha": a link to where a new password is chosen; it counts for those asked for on a page. */
export async function sendPasswordReset(
  deps: ChatEffectsDeps,
  turn: TurnContext,
): Promise<EffectResult<PasswordResetSent>> {
  const { id: accountId, taxId } = await requiredActor(deps, turn);
  const { tx, now } = turn;
  if (await isFirstPasswordContested(tx, accountId)) return resetSent('contested', 0);
  const purpose = 'password_reset' as const;
  const allowance = await chatAllowance(deps, tx, { taxId, purpose, now });
  if (!allowance.ok) return resetSent(allowance.error.code, allowance.error.retryAfterS);
  const link = await issueLink(deps, tx, { accountId, purpose, now });
  const messages = [linkMessage(link, deps.copy.passwordReset(link))];
  return { ...resetSent('sent', 0), messages };
}

function resetSent(
  outcome: PasswordResetSent['outcome'],
  retryAfterS: number,
): EffectResult<PasswordResetSent> {
  return resultOf({ type: 'passwordResetSent', outcome, retryAfterS });
}
