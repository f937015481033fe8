import type { Jid } from '#src/domain/jid.js';
import { carryOut, type ChatEffectsDeps, type TurnScene } from './chat-effects.js';
import type { Clock } from './ports/clock.js';
import type { Dialogue, DialogueEvent, DialogueSnapshot } from './ports/dialogue.js';
import type { EventBus } from './ports/event-bus.js';
import type { WaitingMessage } from './ports/inbox.js';
import type { Store, Tables } from './ports/store.js';
import type { Utterance } from './utterance.js';

/** A message that waited longer than this is answered, not executed (security case 18). */
const LATE_MS = 5 * 60_000;
/** How many waiting messages of a chat one turn takes up. */
export const MESSAGES_PER_TURN = 20;
/** More answers to one message than any flow has: a dialogue that never comes to rest is a bug. */
const EFFECTS_PER_MESSAGE = 20;

export interface ChatTurnDeps extends ChatEffectsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly bus: EventBus;
  readonly dialogue: Dialogue;
}

export type ChatTurn = ReturnType<typeof createChatTurn>;

/**
 * One turn of a chat, in one transaction: the waiting messages, the conversation's new state, every
 * account, code and link it led to and every answer commit together, so that a crash neither loses
 * nor repeats an answer.
 * @returns how many messages were answered; 0 when none was waiting
 * @throws when the database is out of reach; nothing has happened then and the turn can run again
 */
export function createChatTurn(deps: ChatTurnDeps) {
  return async function takeTurn(chat: Jid): Promise<number> {
    const turned = await deps.store.transaction((tables) => turn(deps, tables, chat));
    if (turned > 0) await deps.bus.publish('outbox.queued', {});
    return turned;
  };
}

async function turn(deps: ChatTurnDeps, tables: Tables, chat: Jid): Promise<number> {
  const now = deps.clock.now();
  const waiting = await tables.inbox.waiting(chat, MESSAGES_PER_TURN);
  const last = waiting.at(-1);
  if (last === undefined) return 0;
  const conversation = await tables.conversations.lock({ chat, phone: last.phone, now });
  let snapshot = conversation.snapshot;
  let lastInboundAt = conversation.lastInboundAt;
  const utterances: Utterance[] = [];
  for (const message of waiting) {
    const scene = { tables, chat, phone: message.phone, now };
    const event = asEvent(message, { lastInboundAt, now });
    const answered = await converse(deps, scene, { snapshot, event });
    snapshot = answered.snapshot;
    lastInboundAt = now;
    utterances.push(...answered.utterances);
  }
  if (snapshot === null) throw new Error('a turn with messages left no snapshot');
  await tables.conversations.save({ chat, snapshot, lastInboundAt: now, now });
  await tables.outbox.enqueue(
    utterances.map((utterance) => ({
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
  return marked;
}

function asEvent(
  message: WaitingMessage,
  { lastInboundAt, now }: { lastInboundAt: Date | null; now: Date },
): DialogueEvent {
  const { content } = message;
  switch (content.kind) {
    case 'text':
      return {
        type: 'message',
        text: content.text,
        forwarded: content.forwarded,
        silenceMs: lastInboundAt === null ? null : now.getTime() - lastInboundAt.getTime(),
        late: now.getTime() - message.sentAt.getTime() > LATE_MS,
      };
    case 'media':
      return { type: 'media', media: content.media };
    case 'unsupported':
      return { type: 'media', media: 'unsupported' };
  }
}

/** Feeds an event to the dialogue and carries its effects out until it waits for the person again. */
async function converse(
  deps: ChatTurnDeps,
  scene: TurnScene,
  start: { readonly snapshot: DialogueSnapshot | null; readonly event: DialogueEvent },
): Promise<{ readonly snapshot: DialogueSnapshot; readonly utterances: readonly Utterance[] }> {
  const utterances: Utterance[] = [];
  let step = deps.dialogue.step(start.snapshot, start.event);
  for (let effects = 0; effects < EFFECTS_PER_MESSAGE; effects += 1) {
    let answer: DialogueEvent | null = null;
    for (const effect of step.effects) {
      const outcome = await carryOut(deps, scene, effect);
      utterances.push(...outcome.utterances);
      answer = outcome.answer ?? answer;
    }
    if (answer === null) return { snapshot: step.snapshot, utterances };
    step = deps.dialogue.step(step.snapshot, answer);
  }
  throw new Error('the dialogue did not come to rest');
}
