import { chatAllowance } from '../chat-allowance.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';
import { linkMessage } from '#src/app/delivery/bot-message.js';
import { codesAreDisabled, openChallenge } from '#src/app/proof/issue-code.js';
import type { AccessGreeting } from '#src/app/ports/access-copy.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';

export interface AccessSent {
  readonly type: 'accessSent';
  readonly outcome: 'sent' | 'too_soon' | 'too_many' | 'blocked';
  /** Seconds until it may be asked again; 0 when sent. */
  readonly retryAfterS: number;
}

/**
 * Issues what lets a person in from the chat: a magic link for this phone and, alone in the next message, a code for a
 * computer; the link only while too many wrong codes have paused codes. Both are stored as digests in the turn's
 * transaction.
 */
export async function sendAccess(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { greeting }: { readonly greeting: AccessGreeting },
): Promise<EffectResult<AccessSent>> {
  const { tx, now } = turn;
  const account = await actorOf(deps, turn);
  // Too many wrong codes disable codes, not the owner: the link is the other proof that enables them again.
  if (account === null) return accessSent('blocked', 0);
  const { id: accountId, taxId } = account;
  const allowance = await chatAllowance(deps, tx, { taxId, purpose: 'access', now });
  if (!allowance.ok) return accessSent(allowance.error.code, allowance.error.retryAfterS);
  const link = await issueLoginLink(deps, tx, { accountId, now });
  const words = { greeting, name: account.name, url: link.url };
  // No code is made that is not sent: nothing must be there to guess at (security case 58).
  if (codesAreDisabled(account)) {
    return { ...accessSent('sent', 0), messages: [linkMessage(link, deps.copy.linkOnly(words))] };
  }
  const challenge = await openChallenge(
    { ...deps, tables: tx },
    { accountId, taxId, purpose: 'login', bindingDigest: null, sent: true, now },
  );
  const code = deps.copy.code(challenge.code);
  const messages = [
    linkMessage(link, deps.copy.link(words)),
    { kind: 'code', text: code, expiresAt: challenge.expiresAt } as const,
  ];
  return { ...accessSent('sent', 0), messages };
}

function accessSent(outcome: AccessSent['outcome'], retryAfterS: number): EffectResult<AccessSent> {
  return resultOf({ type: 'accessSent', outcome, retryAfterS });
}
