import { chatAllowance } from '../chat-allowance.js';
import { codesAreDisabled, openChallenge } from '#src/app/proof/issue-code.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { AccessCopy, AccessGreeting } from '#src/app/ports/access-copy.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { Random } from '#src/app/ports/random.js';
import type { Tables } from '#src/app/ports/tables/store.js';
import type { Utterance } from '#src/app/delivery/bot-message.js';

export interface SendAccessDeps {
  readonly random: Random;
  readonly digests: Digests;
  readonly copy: AccessCopy;
  readonly publicUrl: string;
}

type AccessSent = Extract<DialogueEvent, { type: 'accessSent' }>;

/**
 * Issues what lets a person in from the chat: a magic link for this phone and, alone in the next
 * message, a code for a computer; the link only while too many wrong codes have paused codes. Both are stored as digests in the turn's transaction.
 */
export async function sendAccess(
  deps: SendAccessDeps,
  tables: Tables,
  input: {
    readonly account: Account | null;
    readonly greeting: AccessGreeting;
    readonly now: Date;
  },
): Promise<{ readonly event: AccessSent; readonly utterances: readonly Utterance[] }> {
  const { account, greeting, now } = input;
  const refused = (outcome: Exclude<AccessSent['outcome'], 'sent'>, retryAfterS: number) => ({
    event: { type: 'accessSent', outcome, retryAfterS } as const,
    utterances: [],
  });
  // Too many wrong codes disable codes, not the owner: the link is the other proof that enables them again.
  if (account?.status !== 'active') return refused('blocked', 0);
  const { id: accountId, taxId } = account;
  const allowance = await chatAllowance(deps, tables, { taxId, purpose: 'access', now });
  if (!allowance.ok) return refused(allowance.error.code, allowance.error.retryAfterS);
  const link = await issueLoginLink(deps, tables, { accountId, now });
  const words = { greeting, name: account.name, url: link.url };
  const event = { type: 'accessSent', outcome: 'sent', retryAfterS: 0 } as const;
  // No code is made that is not sent: nothing must be there to guess at (security case 58).
  if (codesAreDisabled(account)) {
    const text = deps.copy.linkOnly(words);
    return { event, utterances: [{ kind: 'link', text, expiresAt: link.expiresAt }] };
  }
  const challenge = await openChallenge(
    { ...deps, tables },
    { accountId, taxId, purpose: 'login', bindingDigest: null, sent: true, now },
  );
  return {
    event,
    utterances: [
      { kind: 'link', text: deps.copy.link(words), expiresAt: link.expiresAt },
      { kind: 'code', text: deps.copy.code(challenge.code), expiresAt: challenge.expiresAt },
    ],
  };
}
