import { maskPhone, type Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import {
  actorOf,
  answered,
  holderOf,
  mayTryTaxId,
  type ChatEffectsDeps,
  type EffectOutcome,
  type TurnScene,
} from '../turn-context.js';
import { isContested } from '#src/app/account/has-open-claim.js';
import { killWaysIn } from '#src/app/account/revoke-pending-sign-ins.js';
import { acceptNumberWait } from '#src/app/account/number-wait.js';
import { decoyChat, NO_PHONE, NOBODY, OPEN_CHAT_MS } from '#src/app/shared/decoy-account.js';
import type { Account } from '#src/app/ports/tables/accounts.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { reply } from '#src/app/delivery/bot-message.js';

/** The old number has this long to agree. */
const NUMBER_CHANGE_LIFETIME_MS = 24 * 60 * 60_000;

/**
 * "Mudei de número": the old number is asked in its own chat, and nothing happens unless it agrees (security case 47).
 * The same answer from the same statements whether the CPF exists or not (case 12).
 */
export async function askNumberChange(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  taxId: TaxId,
): Promise<DialogueEvent> {
  const { tables, now } = scene;
  if (!(await mayTryTaxId(scene, taxId))) {
    return { type: 'numberChangeAsked', outcome: 'too_many_tries' };
  }
  const owner = await tables.accounts.findByTaxId(taxId);
  const mine = await tables.accounts.findByPhone(scene.phone ?? NO_PHONE);
  const old = await oldNumberChat(scene, owner);
  const contested = await isContested(tables, owner?.id ?? NOBODY);
  const may =
    owner?.status === 'active' &&
    !contested &&
    scene.phone !== null &&
    mine === null &&
    old !== null;
  const expiresAt = new Date(now.getTime() + NUMBER_CHANGE_LIFETIME_MS);
  const phone = scene.phone ?? NO_PHONE;
  const accountId = may ? owner.id : null;
  const wish = { id: deps.random.id(), accountId, phone, from: scene, expiresAt, now };
  const isFirst = await tables.numberChanges.ask(wish);
  await tell(deps, scene, {
    chat: old,
    text: deps.copy.numberChangeAsked({ newPhoneMasked: maskPhone(phone) }),
    expiresAt,
    decoy: !(may && isFirst),
  });
  return { type: 'numberChangeAsked', outcome: 'asked' };
}

/**
 * TROCAR, where the account is known: another number takes the place of this one, or another WhatsApp account on it is
 * known from now on. Links, codes and approved pages of before die, and browsers that were in before are strangers (case
 * 32).
 */
export async function confirmNumberChange(
  deps: ChatEffectsDeps,
  scene: TurnScene,
): Promise<EffectOutcome> {
  const { tables, phone: from, now } = scene;
  const nothing = answered({ type: 'numberChanged', outcome: 'nothing_asked' });
  const account = await actorOf(deps, scene);
  if (account === null || from === null) return nothing;
  if (await isContested(tables, account.id)) return nothing;
  const to = await tables.numberChanges.take(account.id, now);
  if (to === null) return confirmNumberWait(deps, scene, account.id);
  if (!(await tables.accounts.replacePhone({ from, to, now }))) return nothing;
  const news = await killWaysIn(scene, account.id);
  // What was held back was for the number that it had.
  await tables.ownerNotices.forget(account.id);
  const text = deps.copy.numberChanged({ newPhoneMasked: maskPhone(to.phone) });
  await tell(deps, scene, {
    chat: await tables.conversations.openChat(to.phone, openSince(now)),
    text,
    expiresAt: new Date(now.getTime() + NUMBER_CHANGE_LIFETIME_MS),
    decoy: false,
  });
  const change = { actor: 'owner', action: 'number_changed', detail: null } as const;
  await tables.audit.append({ ...change, accountId: account.id, now });
  const answer = { type: 'numberChanged', outcome: 'changed' } as const;
  return { utterances: [reply(text, now)], answer, news };
}

async function confirmNumberWait(
  deps: ChatEffectsDeps,
  { tables, now }: TurnScene,
  accountId: string,
): Promise<EffectOutcome> {
  const chat = await acceptNumberWait(deps, tables, { accountId, now });
  if (chat === null) return answered({ type: 'numberChanged', outcome: 'nothing_asked' });
  const answer = { type: 'numberChanged', outcome: 'changed' } as const;
  return { utterances: [reply(deps.copy.numberWaitConfirmed(), now)], answer, news: [] };
}

/** "Este CPF é meu": written down for the admin, who settles it. */
export async function claimTaxId(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  taxId: TaxId,
): Promise<DialogueEvent> {
  const { tables, chat, phone, now } = scene;
  const allowed = await mayTryTaxId(scene, taxId);
  const owner = await tables.accounts.findByTaxId(taxId);
  // Another WhatsApp account on the number may be the owner's new one: the admin looks at it.
  const mine = await holderOf(scene);
  if (allowed && owner?.id !== mine?.account.id) {
    const accountId = owner?.id ?? null;
    await tables.claims.record({ id: deps.random.id(), accountId, taxId, chat, phone, now });
  }
  return { type: 'claimRecorded' };
}

async function oldNumberChat({ tables, now }: TurnScene, owner: Account | null) {
  const [number] = await tables.accounts.numbersOf(owner?.id ?? NOBODY);
  const phone: Phone = number?.phone ?? NO_PHONE;
  return tables.conversations.openChat(phone, openSince(now));
}

function openSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_CHAT_MS);
}

async function tell(
  deps: ChatEffectsDeps,
  { tables, now }: TurnScene,
  message: {
    readonly chat: Awaited<ReturnType<typeof oldNumberChat>>;
    readonly text: string;
    readonly expiresAt: Date;
    readonly decoy: boolean;
  },
): Promise<void> {
  const { text, expiresAt } = message;
  const to = message.decoy ? null : message.chat;
  const chat = to ?? decoyChat(deps.random);
  const notice = { kind: 'notice', text, expiresAt, solicited: false } as const;
  const messageId = deps.random.messageId();
  await tables.outbox.enqueue([{ ...notice, chat, messageId, decoy: to === null }], now);
}
