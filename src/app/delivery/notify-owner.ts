import type { Jid } from '#src/domain/jid.js';
import { stepUpReason } from '#src/domain/step-up.js';
import { NO_PHONE, OPEN_CHAT_MS } from '../shared/decoy-account.js';
import type { ReachableAccount } from '../ports/tables/accounts.js';
import type { NoticeTopic } from '../ports/tables/owner-notices.js';
import type { Random } from '../ports/random.js';
import type { Tables, Tx } from '../ports/tables/store.js';

/** A notice expires after this time: later it would only frighten. */
export const NEWS_LIFETIME_MS = 60 * 60_000;
/** From the first notice of a topic until the next message about it. */
const JOINED_WITHIN_MS = 5 * 60_000;

/**
 * The open chat that codes and links of an account may go to: never that of a number that has to prove itself first
 * (security cases 21 and 48).
 * @param numbers as of `findWithChats`, since `openSince`
 */
export function trustedChat(
  numbers: ReachableAccount['numbers'],
  { now, dormantDays }: { readonly now: Date; readonly dormantDays: number },
): Jid | null {
  const trusted = numbers.find((number) => stepUpReason(number, { now, dormantDays }) === null);
  return trusted?.chat ?? null;
}

/** Who wrote in a chat since then has it open. */
export function openSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_CHAT_MS);
}

/**
 * Tells the owner of an account what happened to it, where the account was last trusted and if that chat is open: the
 * first notice of a topic at once, those that follow within minutes in one message after that (joined-notices.ts). A
 * number whose phone changed gets no notice until it is proven, except of a wait. In the transaction of the act.
 */
export async function tellOwner(
  deps: { readonly random: Random },
  tx: Tx,
  input: {
    readonly accountId: string;
    readonly topic: NoticeTopic;
    readonly text: string;
    readonly now: Date;
  },
): Promise<void> {
  const { accountId, topic, text, now } = input;
  const notice = { accountId, topic, text, windowMs: JOINED_WITHIN_MS, now };
  if (await tx.ownerNotices.goesOutNow(notice)) await putNews(deps, tx, told(input));
}

/** How a notice of a topic is told, at once or joined. */
export function told<Notice extends { readonly topic: NoticeTopic }>(notice: Notice) {
  const { topic } = notice;
  // A deletion that was asked for in the browser is no reason to block the account, and a wait asks for a yes or a no;
  // all other notices offer BLOQUEAR.
  const kind = topic === 'deletion' || topic === 'number_wait' ? 'notice' : 'alert';
  return { ...notice, kind, evenInDoubt: topic === 'number_wait' } as const;
}

/** The owner's chat for news, if it is open; unless `evenInDoubt`, null while its number is in doubt. */
export async function newsChat(
  tables: Tables,
  input: { readonly accountId: string; readonly evenInDoubt?: boolean; readonly now: Date },
): Promise<Jid | null> {
  const { accountId, evenInDoubt = false, now } = input;
  const numbers = await tables.accounts.numbersOf(accountId);
  const number = numbers.find(({ identityChangedAt }) => evenInDoubt || identityChangedAt === null);
  return tables.conversations.openChat(number?.phone ?? NO_PHONE, openSince(now));
}

/** Puts a notice into the owner's chat as it is, if that chat is open. */
export async function putNews(
  { random }: { readonly random: Random },
  tx: Tx,
  input: {
    readonly accountId: string;
    readonly text: string;
    /** `alert` where BLOQUEAR is the way out. */
    readonly kind?: 'alert' | 'notice';
    /** Also while the number has to be proven first: for notices that give a stranger who reads them no advantage. */
    readonly evenInDoubt?: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const { text, kind = 'alert', now } = input;
  const chat = await newsChat(tx, input);
  if (chat === null) return;
  const expiresAt = new Date(now.getTime() + NEWS_LIFETIME_MS);
  const news = { chat, kind, text, expiresAt, solicited: false } as const;
  await tx.outbox.enqueue([{ ...news, messageId: random.messageId() }], now);
}
