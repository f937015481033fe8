import type { Jid } from '#src/domain/jid.js';
import type { HeardInPause } from './heard-in-pause.js';
import { toDialogueEvent } from './to-dialogue-event.js';
import { isLate, mergeMessages } from './merge-messages.js';
import { applyEffect } from './apply-effect.js';
import type { ChatDialogue, Outcome } from './effects/all-effects.js';
import { type ChatEffectsDeps, type TurnContext } from './turn-context.js';
import { createTurnRateLimits, type TurnRateLimit } from './scheduling/turn-rate-limit.js';
import type { Clock } from '../ports/clock.js';
import type { Conversation } from '../ports/tables/conversations.js';
import type { DialogueEvent, DialogueSnapshot } from '../ports/dialogue.js';
import type { WaitingMessage } from '../ports/tables/inbox.js';
import type { OutboxItem } from '../ports/tables/outbox.js';
import type { Store, Tx } from '../ports/tables/store.js';
import type { ObserveTurn, TurnReport, TurnStep } from '../ports/turn-observer.js';
import type { AnswerClaim, AnswerLanes } from '../delivery/answer-lanes.js';
import { reply, type BotMessage } from '../delivery/bot-message.js';
import { withoutStale } from './select-messages.js';

/** How many waiting messages of a chat one turn takes up. */
export const MESSAGES_PER_TURN = 20;
/** More answers to one message than any flow has: a dialogue that never comes to rest is a bug. */
const EFFECTS_PER_MESSAGE = 20;

export interface ChatTurnDeps extends ChatEffectsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly dialogue: ChatDialogue;
  /** What these words do in a pause in which a person answers. */
  readonly callsBotBack: (text: string, snapshot: DialogueSnapshot | null) => HeardInPause;
  /** Sends answers at once; without it they wait in the outbox until they are claimed. */
  readonly answers?: AnswerLanes;
  /** Whether these words lock an account, which nothing may shut out. */
  readonly isAlarm: (text: string) => boolean;
  readonly observe?: ObserveTurn | undefined;
}

export type ChatTurn = ReturnType<typeof createChatTurn>;

/**
 * One turn of a chat, in one transaction: the waiting messages, read as one, the conversation's new state, every
 * account, code and link it led to and every answer commit together, so that a crash neither loses
 * nor repeats an answer.
 * @returns how many messages were answered, `atMost` at most; 0 when none was waiting
 * @throws when the database is out of reach; nothing has happened then and the turn can run again
 */
export function createChatTurn(deps: ChatTurnDeps) {
  const limits = createTurnRateLimits();
  return async function takeTurn(chat: Jid, atMost = MESSAGES_PER_TURN): Promise<number> {
    const now = deps.clock.now();
    const limit = limits.check(chat, now);
    const claim = deps.answers?.claim() ?? null;
    const turned = await deps.store.transaction((tx) =>
      turn(deps, tx, { chat, atMost, limit, claim, now }),
    );
    if (claim !== null && turned.claimed !== null) deps.answers?.send(turned.claimed, claim);
    if (turned.processed > 0) limits.count(chat, { at: now, limit, alarmed: turned.alarmed });
    if (turned.report !== null) deps.observe?.(turned.report);
    return turned.messages;
  };
}

interface Turned {
  readonly messages: number;
  /** How many of them were selected; 0 while a person answers in the bot's place. */
  readonly processed: number;
  /** Whether the chat wrote too much and an alarm among it was executed. */
  readonly alarmed: boolean;
  readonly report: TurnReport | null;
  /** The answer that may be sent now. */
  readonly claimed: OutboxItem | null;
}

const NOTHING: Turned = {
  ...{ messages: 0, processed: 0, alarmed: false },
  ...{ report: null, claimed: null },
};

async function turn(
  deps: ChatTurnDeps,
  tx: Tx,
  input: {
    readonly chat: Jid;
    readonly atMost: number;
    readonly limit: TurnRateLimit;
    readonly claim: AnswerClaim | null;
    readonly now: Date;
  },
): Promise<Turned> {
  const { chat, atMost, limit, claim, now } = input;
  const waiting = await tx.inbox.waiting(chat, atMost);
  const last = waiting.at(-1);
  if (last === undefined) return NOTHING;
  const { phone, expiration = 0 } = last;
  const conversation = await tx.conversations.lock({ chat, phone, expiration, now });
  if (conversation.phoneChanged && phone !== null) {
    // WhatsApp says that another number is behind this chat now (security case 16).
    await tx.accounts.markMoved({ phone, chat, now });
  }
  const timely = await withoutStale(tx, { chat, waiting, now });
  const selected = await selectMessages(deps, tx, { conversation, waiting: timely, now });
  const limited = applyRateLimit(deps, { selected, limit, now });
  const talk = await converseAll(deps, tx, { conversation, selected: limited.inbound, now });
  const { snapshot } = talk;
  const queued = [...limited.replies, ...(limited.mute ? [] : talk.messages)];
  const answers = queued.map((message) => ({
    ...message,
    ...{ chat, messageId: deps.random.messageId(), solicited: true },
  }));
  const seqs = waiting.map((message) => message.seq);
  const ended = await tx.turns.end({ chat, snapshot, seqs, answers, claim, now });
  if (ended.turned !== seqs.length) throw new Error('another owner answered this chat meanwhile');
  const pausedUntil = limited.inbound.length === 0 ? conversation.pausedUntil : talk.pausedUntil;
  const report = { phone, at: now, steps: talk.steps, snapshot, queued, pausedUntil };
  const alarmed = limit.kind !== 'answer' && limited.inbound.length > 0;
  const processed = selected.inbound.length;
  return { messages: ended.turned, processed, alarmed, report, claimed: ended.claimed };
}

interface Selected {
  /** The messages that the dialogue reads. */
  readonly inbound: readonly WaitingMessage[];
  /** What is sent before its answers. */
  readonly replies: readonly BotMessage[];
}

/**
 * Of a chat that writes too much, only alarms are read: each is executed, the first of a pause is answered. The rest
 * counts as read.
 */
function applyRateLimit(
  deps: ChatTurnDeps,
  {
    selected,
    limit,
    now,
  }: { readonly selected: Selected; readonly limit: TurnRateLimit; readonly now: Date },
): Selected & { readonly mute: boolean } {
  if (limit.kind === 'answer' || selected.inbound.length === 0) return { ...selected, mute: false };
  const alarm = selected.inbound.find((message) => {
    const text = textOf(message, now);
    return text !== null && deps.isAlarm(text);
  });
  const inbound = alarm === undefined ? [] : [alarm];
  if (limit.kind === 'silent') return { inbound, replies: [], mute: limit.alarmTold };
  const { until } = limit;
  return { inbound, replies: [reply(deps.copy.pausing({ until }), now)], mute: false };
}

/**
 * The waiting messages that the dialogue reads. While a person answers in the bot's place, these are the ones that the bot
 * answers all the same; when one of them ends the pause, that one and those after it.
 */
async function selectMessages(
  deps: ChatTurnDeps,
  tx: Tx,
  input: {
    readonly conversation: Conversation;
    readonly waiting: readonly WaitingMessage[];
    readonly now: Date;
  },
): Promise<Selected> {
  const { conversation, waiting, now } = input;
  const { chat, pausedUntil, snapshot } = conversation;
  if (pausedUntil === null) return { inbound: waiting, replies: [] };
  if (now >= pausedUntil) {
    await tx.conversations.pause(chat, null);
    return { inbound: waiting, replies: [reply(deps.copy.botIsBack(), now)] };
  }
  const heard = waiting.map((message): HeardInPause => {
    const text = textOf(message, now);
    return text === null ? 'not_heard' : deps.callsBotBack(text, snapshot);
  });
  const end = heard.indexOf('ends');
  if (end < 0) return { inbound: waiting.filter((_, at) => heard[at] === 'answered'), replies: [] };
  await tx.conversations.pause(chat, null);
  return { inbound: waiting.slice(end), replies: [] };
}

/** What the message says; late and forwarded messages say nothing. */
function textOf(message: WaitingMessage, now: Date): string | null {
  const { content } = message;
  if (content.kind !== 'text' || content.forwarded || isLate(message, now)) return null;
  return content.text;
}

async function converseAll(
  deps: ChatTurnDeps,
  tx: Tx,
  input: {
    readonly conversation: Conversation;
    readonly selected: readonly WaitingMessage[];
    readonly now: Date;
  },
): Promise<Talk> {
  const { conversation, selected, now } = input;
  const { chat } = conversation;
  let { snapshot, lastInboundAt } = conversation;
  const messages: BotMessage[] = [];
  const steps: TurnStep[] = [];
  let pausedUntil: Date | null = null;
  for (const merged of mergeMessages(selected, now)) {
    const { phone, noPhone, sender } = merged;
    const context = { tx, chat, phone, noPhone, sender, now };
    const event = toDialogueEvent(merged, { lastInboundAt, now });
    const talk = await converse(deps, context, { snapshot, event });
    ({ snapshot, pausedUntil } = talk);
    lastInboundAt = now;
    messages.push(...talk.messages);
    steps.push(...talk.steps);
  }
  return { snapshot, messages, steps, pausedUntil };
}

interface Talk {
  readonly snapshot: DialogueSnapshot | null;
  readonly messages: readonly BotMessage[];
  readonly steps: readonly TurnStep[];
  readonly pausedUntil: Date | null;
}

/** Feeds an event to the dialogue and applies its effects until it waits for the person again. */
async function converse(
  deps: ChatTurnDeps,
  context: TurnContext,
  start: { readonly snapshot: DialogueSnapshot | null; readonly event: DialogueEvent },
): Promise<Talk> {
  const messages: BotMessage[] = [];
  const steps: TurnStep[] = [];
  let pausedUntil: Date | null = null;
  let event: DialogueEvent | Outcome = start.event;
  let step = deps.dialogue.step(start.snapshot, event);
  for (let effects = 0; effects < EFFECTS_PER_MESSAGE; effects += 1) {
    let outcome: Outcome | null = null;
    steps.push({ event: event.type, effects: step.effects.map(({ type }) => type) });
    for (const effect of step.effects) {
      const copy = step.language === 'en' ? (deps.english ?? deps.copy) : deps.copy;
      const result = await applyEffect({ ...deps, copy }, context, effect);
      messages.push(...result.messages);
      outcome = result.outcome ?? outcome;
    }
    if (outcome === null) return { snapshot: step.snapshot, messages, steps, pausedUntil };
    if (outcome.type === 'humanCalled') pausedUntil = outcome.until;
    event = outcome;
    step = deps.dialogue.step(step.snapshot, event);
  }
  throw new Error('the dialogue did not come to rest');
}
