import type { Jid } from '#src/domain/jid.js';
import type { OpeningHours } from '#src/domain/opening-hours.js';
import type { NoPhone, Phone } from '#src/domain/phone.js';
import type { Sender } from '#src/domain/sender.js';
import { senderStepUp } from '#src/domain/step-up.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { NumberWaitDeps } from '../account/number-wait.js';
import type { AccessCopy } from '../ports/access-copy.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Random } from '../ports/random.js';
import type { Account, JudgedNumber, SeenNumber } from '../ports/tables/accounts.js';
import type { Tx } from '../ports/tables/store.js';

export interface ChatEffectsDeps extends NumberWaitDeps {
  readonly random: Random;
  readonly digests: Digests;
  readonly copy: AccessCopy;
  /** For people who write in English; absent: `copy`. */
  readonly english?: AccessCopy | undefined;
  readonly publicUrl: string;
  readonly registration: 'open' | 'closed';
  /** Whether people sign in with Google here. */
  readonly googleOffered: boolean;
  /** Days without a message after which the number alone is no longer a proof of identity. */
  readonly dormantDays: number;
  /** How long the bot is silent after it called a person. */
  readonly handoffMinutes: number;
  /** null: not configured, the team is taken to be at work at any time. */
  readonly openingHours: OpeningHours | null;
}

/** The chat whose turn it is, who wrote there, and the moment. */
export interface TurnContext {
  readonly tx: Tx;
  readonly chat: Jid;
  /** The number that WhatsApp vouches for, never one that the sender states (security case 14). */
  readonly phone: Phone | null;
  /** Why `phone` is null, where that is known. */
  readonly noPhone: NoPhone | undefined;
  /** The WhatsApp account and phone that wrote. */
  readonly sender: Sender;
  readonly now: Date;
}

/** The account that the chat's number belongs to, and how the sender stands to it; null: no account has the number. */
export async function numberOf({ tx, phone, ...from }: TurnContext): Promise<JudgedNumber | null> {
  const { chat, sender } = from;
  return phone === null ? null : tx.accounts.findBySender({ phone, chat, sender });
}

/** The number as it was judged, for a statement that changes it only while that is still so. */
export function seenNumber(
  { chat, sender, now }: TurnContext,
  { phone, memoryVersion }: JudgedNumber,
): SeenNumber {
  return { phone, memoryVersion, chat, sender, now };
}

/**
 * The account of a chat that may take ways in away, also before a step-up, but not while another WhatsApp account has
 * the number (security case 55).
 */
export async function holderOf(turn: TurnContext): Promise<JudgedNumber | null> {
  const found = await numberOf(turn);
  return found?.acquaintance === 'new_account' ? null : found;
}

/**
 * The account this chat may act for: null while it is blocked or the number alone is not enough (security cases 16, 21,
 * 48). Each effect asks it, whatever the dialogue asked before.
 */
export async function actorOf(deps: ChatEffectsDeps, turn: TurnContext): Promise<Account | null> {
  const found = await numberOf(turn);
  if (found?.account.status !== 'active') return null;
  const due = senderStepUp(found, { now: turn.now, dormantDays: deps.dormantDays });
  return due === null ? found.account : null;
}

/** Whether it is the WhatsApp account and phone that the number was last proven with, and nothing speaks against it. */
export function isSameSender({ acquaintance, identityChangedAt }: JudgedNumber): boolean {
  const isSame = acquaintance === 'known' || acquaintance === 'unremembered';
  return isSame && identityChangedAt === null;
}

/** @throws when the chat may not act: the dialogue asks for this only of people it has identified */
export async function requiredActor(deps: ChatEffectsDeps, turn: TurnContext): Promise<Account> {
  const account = await actorOf(deps, turn);
  if (account === null) throw new Error('the dialogue acted without account, or before a step-up');
  return account;
}

/** Counts a CPF named in this chat; a phone, or a chat without one, may name three different ones a day (case 12). */
export async function mayTryTaxId(turn: TurnContext, taxId: TaxId): Promise<boolean> {
  const { tx, chat, phone, now } = turn;
  const { limit, windowMs } = THROTTLES.taxIdsPerChat;
  const since = new Date(now.getTime() - windowMs);
  const tries = await tx.conversations.countTaxIdTry({ chat, phone, taxId, since, now });
  return tries <= limit;
}
