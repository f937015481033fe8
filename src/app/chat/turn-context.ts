import type { Jid } from '#src/domain/jid.js';
import type { OpeningHours } from '#src/domain/opening-hours.js';
import type { NoPhone, Phone } from '#src/domain/phone.js';
import type { Sender } from '#src/domain/sender.js';
import { senderStepUp } from '#src/domain/step-up.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { News } from '../shared/after-commit.js';
import type { NumberWaitDeps } from '../account/number-wait.js';
import type { Account, JudgedNumber } from '../ports/tables/accounts.js';
import type { DialogueEvent } from '../ports/dialogue.js';
import type { Tables } from '../ports/tables/store.js';
import type { SendAccessDeps } from './effects/send-access.js';
import type { Utterance } from '../delivery/bot-message.js';

export interface ChatEffectsDeps extends SendAccessDeps, NumberWaitDeps {
  readonly registration: 'open' | 'closed';
  /** Whether people sign in with Google here. */
  readonly googleOffered: boolean;
  /** Days of silence after which a number alone opens nothing. */
  readonly dormantDays: number;
  /** How long the bot is silent after it called a person. */
  readonly handoffMinutes: number;
  /** null: not configured, somebody is taken to be there. */
  readonly openingHours: OpeningHours | null;
}

/** Whose turn it is: the chat, the number WhatsApp vouches for, and the moment. */
export interface TurnScene {
  readonly tables: Tables;
  readonly chat: Jid;
  readonly phone: Phone | null;
  /** Why `phone` is null, where that is known. */
  readonly noPhone: NoPhone | undefined;
  /** The WhatsApp account and phone that wrote. */
  readonly sender: Sender;
  readonly now: Date;
}

/** What carrying out an effect led to: things to say, the answer the dialogue waits for, and news. */
export interface EffectOutcome {
  readonly utterances: readonly Utterance[];
  readonly answer: DialogueEvent | null;
  readonly news: readonly News[];
}

export function answered(answer: DialogueEvent, news: readonly News[] = []): EffectOutcome {
  return { utterances: [], answer, news };
}

/**
 * The account this chat's number belongs to, and how whoever writes stands to it. The number is WhatsApp's word, never
 * the sender's (case 14).
 */
export async function numberOf({
  tables,
  phone,
  ...from
}: TurnScene): Promise<JudgedNumber | null> {
  const { chat, sender } = from;
  return phone === null ? null : tables.accounts.findBySender({ phone, chat, sender });
}

/**
 * The account of a chat that may take ways in away, also before a step-up, but not while another WhatsApp account has
 * the number (security case 55).
 */
export async function holderOf(scene: TurnScene): Promise<JudgedNumber | null> {
  const found = await numberOf(scene);
  return found?.acquaintance === 'new_account' ? null : found;
}

/**
 * The account this chat may act for: none while it is blocked or the number alone does not do (security cases 16, 21,
 * 48). Guards every effect by itself, whatever the dialogue asked before.
 */
export async function actorOf(deps: ChatEffectsDeps, scene: TurnScene): Promise<Account | null> {
  const found = await numberOf(scene);
  if (found?.account.status !== 'active') return null;
  const due = senderStepUp(found, { now: scene.now, dormantDays: deps.dormantDays });
  return due === null ? found.account : null;
}

/** Whether it is the WhatsApp account and phone that the number was last proven with, and nothing speaks against it. */
export function isSameSender({ acquaintance, identityChangedAt }: JudgedNumber): boolean {
  const isSame = acquaintance === 'known' || acquaintance === 'unremembered';
  return isSame && identityChangedAt === null;
}

/** @throws when the chat may not act: the dialogue asks for this only of people it has identified */
export async function requiredActor(deps: ChatEffectsDeps, scene: TurnScene): Promise<Account> {
  const account = await actorOf(deps, scene);
  if (account === null) throw new Error('the dialogue acted for nobody, or before a step-up');
  return account;
}

/** Counts a CPF named in this chat; a phone, or a chat without one, may name three different ones a day (case 12). */
export async function mayTryTaxId(scene: TurnScene, taxId: TaxId): Promise<boolean> {
  const { tables, chat, phone, now } = scene;
  const { limit, windowMs } = THROTTLES.taxIdsPerChat;
  const since = new Date(now.getTime() - windowMs);
  const tries = await tables.conversations.countTaxIdTry({ chat, phone, taxId, since, now });
  return tries <= limit;
}
