import type { Jid } from '#src/domain/jid.js';
import type { OpeningHours } from '#src/domain/opening-hours.js';
import type { Phone } from '#src/domain/phone.js';
import { stepUpReason } from '#src/domain/step-up.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { Account, NumberedAccount } from './ports/accounts.js';
import type { DialogueEvent } from './ports/dialogue.js';
import type { EventBus } from './ports/event-bus.js';
import type { Tables } from './ports/store.js';
import type { SendAccessDeps } from './send-access.js';
import type { Utterance } from './utterance.js';

export interface ChatEffectsDeps extends SendAccessDeps {
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
  readonly now: Date;
}

/** What other parts are told once the turn's transaction has committed. */
export type News =
  | { readonly type: 'session_revoked'; readonly sessionId: string }
  | { readonly type: 'request_changed'; readonly requestId: string };

/** What carrying out an effect led to: things to say, the answer the dialogue waits for, and news. */
export interface EffectOutcome {
  readonly utterances: readonly Utterance[];
  readonly answer: DialogueEvent | null;
  readonly news: readonly News[];
}

export function answered(answer: DialogueEvent, news: readonly News[] = []): EffectOutcome {
  return { utterances: [], answer, news };
}

export function sessionsRevoked(sessionIds: readonly string[]): readonly News[] {
  return sessionIds.map((sessionId) => ({ type: 'session_revoked', sessionId }));
}

export async function publishNews(bus: EventBus, news: readonly News[]): Promise<void> {
  for (const item of news) {
    if (item.type === 'session_revoked') {
      await bus.publish('session.revoked', { sessionId: item.sessionId });
    } else {
      await bus.publish('login_request.changed', { requestId: item.requestId });
    }
  }
}

/** The account this chat's number belongs to. The number is WhatsApp's word, never the sender's (case 14). */
export async function numberOf({ tables, phone }: TurnScene): Promise<NumberedAccount | null> {
  return phone === null ? null : tables.accounts.findByPhone(phone);
}

/**
 * The account this chat may act for: none while it is blocked or the number alone does not do (security cases 16, 21,
 * 48). Guards every effect by itself, whatever the dialogue asked before.
 */
export async function actorOf(deps: ChatEffectsDeps, scene: TurnScene): Promise<Account | null> {
  const found = await numberOf(scene);
  if (found?.account.status !== 'active') return null;
  const due = stepUpReason(found, { now: scene.now, dormantDays: deps.dormantDays });
  return due === null ? found.account : null;
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
