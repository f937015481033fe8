import type { Jid } from '#src/domain/jid.js';
import { asEvent } from './as-event.js';
import { isLate, readBurst } from './merge-messages.js';
import { carryOut } from './apply-effect.js';
import { publishNews, type News } from '../shared/after-commit.js';
import { type ChatEffectsDeps, type TurnScene } from './turn-context.js';
import { createChatPace, type Pace } from './turn-rate-limit.js';
import type { Clock } from '../ports/clock.js';
import type { Conversation } from '../ports/tables/conversations.js';
import type { Dialogue, DialogueEvent, DialogueSnapshot } from '../ports/dialogue.js';
import type { EventBus } from '../ports/event-bus.js';
import type { WaitingMessage } from '../ports/tables/inbox.js';
import type { Store, Tables } from '../ports/tables/store.js';
import type { ObserveTurn, TurnReport, TurnStep } from '../ports/turn-observer.js';
import { reply, type Utterance } from '../delivery/bot-message.js';
import { withoutStale } from './select-messages.js';

/** How many waiting messages of a chat one turn takes up. */
export const MESSAGES_PER_TURN = 20;
/** More answers to one message than any flow has: a dialogue that never comes to rest is a bug. */
const EFFECTS_PER_MESSAGE = 20;

export interface ChatTurnDeps extends ChatEffectsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly dialogue: Dialogue;
  /** Whether these words end a pause in which a person answers: a menu, or an alarm. */
  readonly callsBotBack: (text: string) => boolean;
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
  const paces = createChatPace();
  return async function takeTurn(chat: Jid, atMost = MESSAGES_PER_TURN): Promise<number> {
    const now = deps.clock.now();
    const pace = paces.look(chat, now);
    const turned = await deps.store.transaction((tables) =>
      turn(deps, tables, { chat, atMost, pace, now }),
    );
    if (turned.heard > 0) paces.count(chat, { at: now, pace, alarmed: turned.alarmed });
    await publishNews(deps.bus, turned.news);
    if (turned.report !== null) deps.observe?.(turned.report);
    return turned.messages;
  };
}

interface Turned {
  readonly messages: number;
  /** How many of them there were ears for. */
  readonly heard: number;
  /** Whether the chat wrote too much and an alarm among it was carried out. */
  readonly alarmed: boolean;
  readonly news: readonly News[];
  readonly report: TurnReport | null;
}

const NOTHING: Turned = { messages: 0, heard: 0, alarmed: false, news: [], report: null };

async function turn(
  deps: ChatTurnDeps,
  tables: Tables,
  { chat, atMost, pace, now }: { chat: Jid; atMost: number; pace: Pace; now: Date },
): Promise<Turned> {
  const waiting = await tables.inbox.waiting(chat, atMost);
  const last = waiting.at(-1);
  if (last === undefined) return NOTHING;
  const { phone, expiration = 0 } = last;
  const conversation = await tables.conversations.lock({ chat, phone, expiration, now });
  if (conversation.phoneChanged && phone !== null) {
    // WhatsApp says that another number is behind this chat now (security case 16).
    await tables.accounts.markMoved({ phone, chat, now });
  }
  const timely = await withoutStale(tables, { chat, waiting, now });
  const heard = await hear(deps, tables, { conversation, waiting: timely, now });
  const paced = keepPace(deps, { heard, pace, now });
  const talk = await converseAll(deps, tables, { conversation, heard: paced.messages, now });
  const { snapshot } = talk;
  if (snapshot !== null)
    await tables.conversations.save({ chat, snapshot, lastInboundAt: now, now });
  const queued = [...paced.utterances, ...(paced.mute ? [] : talk.utterances)];
  await tables.outbox.enqueue(
    queued.map((utterance) => ({
      ...utterance,
      chat,
      messageId: deps.random.messageId(),
      solicited: true,
    })),
    now,
  );
  const seqs = waiting.map((message) => message.seq);
  const marked = await tables.inbox.markTurned(chat, seqs, now);
  if (marked !== seqs.length) throw new Error('another owner answered this chat meanwhile');
  const pausedUntil = paced.messages.length === 0 ? conversation.pausedUntil : talk.pausedUntil;
  const report = { phone, at: now, steps: talk.steps, snapshot, queued, pausedUntil };
  const alarmed = pace.kind !== 'answer' && paced.messages.length > 0;
  return { messages: marked, heard: heard.messages.length, alarmed, news: talk.news, report };
}

interface Heard {
  readonly messages: readonly WaitingMessage[];
  readonly utterances: readonly Utterance[];
}

/**
 * Of a chat that writes too much the bot hears alarms only: each is carried out, the first of a pause is answered. The
 * rest counts as read.
 */
function keepPace(
  deps: ChatTurnDeps,
  { heard, pace, now }: { readonly heard: Heard; readonly pace: Pace; readonly now: Date },
): Heard & { readonly mute: boolean } {
  if (pace.kind === 'answer' || heard.messages.length === 0) return { ...heard, mute: false };
  const alarm = heard.messages.find((message) => says(message, deps.isAlarm, now));
  const messages = alarm === undefined ? [] : [alarm];
  if (pace.kind === 'silent') return { messages, utterances: [], mute: pace.alarmTold };
  const { until } = pace;
  return { messages, utterances: [reply(deps.copy.pausing({ until }), now)], mute: false };
}

/**
 * What the bot hears of the waiting messages: nothing while a person answers in its place, unless one of them calls it
 * back; that one and what follows it then.
 */
async function hear(
  deps: ChatTurnDeps,
  tables: Tables,
  input: {
    readonly conversation: Conversation;
    readonly waiting: readonly WaitingMessage[];
    readonly now: Date;
  },
): Promise<Heard> {
  const { conversation, waiting, now } = input;
  const { chat, pausedUntil } = conversation;
  if (pausedUntil === null) return { messages: waiting, utterances: [] };
  if (now >= pausedUntil) {
    await tables.conversations.pause(chat, null);
    return { messages: waiting, utterances: [reply(deps.copy.botIsBack(), now)] };
  }
  const from = waiting.findIndex((message) => says(message, deps.callsBotBack, now));
  if (from < 0) return { messages: [], utterances: [] };
  await tables.conversations.pause(chat, null);
  return { messages: waiting.slice(from), utterances: [] };
}

/** Whether somebody says now, and in words of their own, what `isMeant` looks for. */
function says(message: WaitingMessage, isMeant: (text: string) => boolean, now: Date): boolean {
  const { content } = message;
  if (content.kind !== 'text' || content.forwarded || isLate(message, now)) return false;
  return isMeant(content.text);
}

async function converseAll(
  deps: ChatTurnDeps,
  tables: Tables,
  input: {
    readonly conversation: Conversation;
    readonly heard: readonly WaitingMessage[];
    readonly now: Date;
  },
): Promise<Talk> {
  const { conversation, heard, now } = input;
  const { chat } = conversation;
  let { snapshot, lastInboundAt } = conversation;
  const utterances: Utterance[] = [];
  const news: News[] = [];
  const steps: TurnStep[] = [];
  let pausedUntil: Date | null = null;
  for (const said of readBurst(heard, now)) {
    const { phone, noPhone, sender } = said;
    const scene = { tables, chat, phone, noPhone, sender, now };
    const event = asEvent(said, { lastInboundAt, now });
    const talk = await converse(deps, scene, { snapshot, event });
    ({ snapshot, pausedUntil } = talk);
    lastInboundAt = now;
    utterances.push(...talk.utterances);
    news.push(...talk.news);
    steps.push(...talk.steps);
  }
  return { snapshot, utterances, news, steps, pausedUntil };
}

interface Talk {
  readonly snapshot: DialogueSnapshot | null;
  readonly utterances: readonly Utterance[];
  readonly news: readonly News[];
  readonly steps: readonly TurnStep[];
  readonly pausedUntil: Date | null;
}

/** Feeds an event to the dialogue and carries its effects out until it waits for the person again. */
async function converse(
  deps: ChatTurnDeps,
  scene: TurnScene,
  start: { readonly snapshot: DialogueSnapshot | null; readonly event: DialogueEvent },
): Promise<Talk> {
  const utterances: Utterance[] = [];
  const news: News[] = [];
  const steps: TurnStep[] = [];
  let pausedUntil: Date | null = null;
  let { event } = start;
  let step = deps.dialogue.step(start.snapshot, event);
  for (let effects = 0; effects < EFFECTS_PER_MESSAGE; effects += 1) {
    let answer: DialogueEvent | null = null;
    steps.push({ event: event.type, effects: step.effects.map(({ type }) => type) });
    for (const effect of step.effects) {
      const outcome = await carryOut(deps, scene, effect);
      utterances.push(...outcome.utterances);
      news.push(...outcome.news);
      answer = outcome.answer ?? answer;
    }
    if (answer === null) return { snapshot: step.snapshot, utterances, news, steps, pausedUntil };
    if (answer.type === 'humanCalled') pausedUntil = answer.until;
    event = answer;
    step = deps.dialogue.step(step.snapshot, event);
  }
  throw new Error('the dialogue did not come to rest');
}
