import { chatAllowance } from '../chat-allowance.js';
import {
  answered,
  requiredActor,
  type ChatEffectsDeps,
  type EffectOutcome,
  type TurnScene,
} from '../turn-context.js';
import { isFirstPasswordContested } from '#src/app/account/has-open-claim.js';
import { startGoogleLinkFromChat } from '#src/app/sign-in/google/start-from-chat.js';
import { issueLink } from '#src/app/sign-in/link/issue-link.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import type { Utterance } from '#src/app/delivery/bot-message.js';

/** Where the web edge takes Google away from a signed-in person, against a code. */
export const GOOGLE_UNLINK_PATH = '/account/google/unlink';

interface IssuedLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** "google": a link that starts Google's sign-in for this account. */
export async function sendGoogleLink(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<EffectOutcome> {
  const type = 'googleLinkSent' as const;
  const { id: accountId, taxId } = await requiredActor(deps, scene);
  if (!deps.googleOffered) return answered({ type, outcome: 'not_offered' });
  const { tables, now } = scene;
  const link = await startGoogleLinkFromChat(deps, tables, { accountId, now });
  if (link.ok) {
    await chatAllowance(deps, tables, { taxId, purpose: 'google_link', countOnly: true, now });
    const text = deps.copy.googleLink(link.value);
    return { ...answered({ type, outcome: 'sent' }), utterances: [carrying(link.value, text)] };
  }
  switch (link.error.code) {
    case 'account_contested':
      return answered({ type, outcome: 'contested' });
    case 'already_linked':
      return answered({ type, outcome: 'already_linked' });
  }
}

/** "desvincular google": a magic link to the page that asks for a code of its own (security case 39). */
export async function sendGoogleUnlink(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<EffectOutcome> {
  const type = 'googleUnlinkSent' as const;
  const { id: accountId, taxId } = await requiredActor(deps, scene);
  if (!deps.googleOffered) return answered({ type, outcome: 'not_offered' });
  const { tables, now } = scene;
  if ((await tables.googleIdentities.linkedTo(accountId)) === null) {
    return answered({ type, outcome: 'not_linked' });
  }
  await chatAllowance(deps, tables, { taxId, purpose: 'google_unlink', countOnly: true, now });
  const link = await issueLoginLink(deps, tables, { accountId, next: GOOGLE_UNLINK_PATH, now });
  const text = deps.copy.googleUnlink(link);
  return { ...answered({ type, outcome: 'sent' }), utterances: [carrying(link, text)] };
}

/** "senha": a link to where a new password is chosen; it counts for those asked for on a page. */
export async function sendPasswordReset(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<EffectOutcome> {
  const { id: accountId, taxId } = await requiredActor(deps, scene);
  const { tables, now } = scene;
  if (await isFirstPasswordContested(tables, accountId)) {
    return answered(resetSent('contested', 0));
  }
  const purpose = 'password_reset' as const;
  const allowance = await chatAllowance(deps, tables, { taxId, purpose, now });
  if (!allowance.ok) return answered(resetSent(allowance.error.code, allowance.error.retryAfterS));
  const link = await issueLink(deps, tables, { accountId, purpose, now });
  const text = deps.copy.passwordReset(link);
  return { ...answered(resetSent('sent', 0)), utterances: [carrying(link, text)] };
}

type ResetSent = Extract<DialogueEvent, { type: 'passwordResetSent' }>;

function resetSent(outcome: ResetSent['outcome'], retryAfterS: number): ResetSent {
  return { type: 'passwordResetSent', outcome, retryAfterS };
}

function carrying({ expiresAt }: IssuedLink, text: string): Utterance {
  return { kind: 'link', text, expiresAt };
}
