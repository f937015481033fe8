import type { Jid } from '#src/domain/jid.js';
import { MESSAGES_PER_TURN, type ChatTurn } from './chat-turn.js';
import { createDebounce } from './debounce.js';
import type { Clock } from './ports/clock.js';
import type { AccessCopy } from './ports/dialogue.js';
import type { EventBus } from './ports/event-bus.js';
import type { EventLog } from './ports/event-log.js';
import type { Random } from './ports/random.js';
import type { Store } from './ports/store.js';
import type { Timers } from './ports/timers.js';
import { reply } from './utterance.js';

/**
 * Turns of different chats that run at once. A few keep one thread busy; more only wait for each other in the database,
 * in front of whatever else wants it, such as the lease of the bot's number.
 */
const TURNS_AT_ONCE = 3;
const RETRY_MS = 500;
/** A message that fails this often is set aside with an apology, so that it cannot block its chat. */
const MAX_FAILURES = 5;
const RECOVERED_AT_ONCE = 5_000;

export type TurnScheduler = ReturnType<typeof createTurnScheduler>;

/**
 * Runs the turns of all chats: one at a time and in order within a chat, several chats at once. A
 * failed turn is tried again; nothing is lost, because the messages wait in the inbox. A turn begins when its chat has
 * been quiet for a moment, so that a burst gets one answer.
 */
export function createTurnScheduler(deps: {
  readonly takeTurn: ChatTurn;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly bus: EventBus;
  readonly copy: AccessCopy;
  readonly log: EventLog;
  /** Milliseconds of quiet in a chat before its turn; 0 does not wait. */
  readonly quietMs: number;
}) {
  const { takeTurn, store, clock, random, timers, bus, copy, log, quietMs } = deps;
  /** Chats waiting for a turn, first come first served; a chat is in it once. */
  const ready = new Set<Jid>();
  const running = new Map<Jid, Promise<void>>();
  const retries = new Map<Jid, () => void>();
  let stopped = false;

  async function apologize(chat: Jid): Promise<void> {
    const now = clock.now();
    await store.transaction(async (tables) => {
      const stuck = (await tables.inbox.waiting(chat, 1)).at(0);
      if (stuck === undefined) return;
      if ((await tables.inbox.countFailure(chat, stuck.seq)) < MAX_FAILURES) return;
      await tables.inbox.markTurned(chat, [stuck.seq], now);
      const sorry = { ...reply(copy.trouble(), now), chat, solicited: true };
      await tables.outbox.enqueue([{ ...sorry, messageId: random.messageId() }], now);
      log.warn('chat.message_set_aside', { failures: MAX_FAILURES });
    });
    await bus.publish('outbox.queued', {});
  }

  async function run(chat: Jid): Promise<void> {
    try {
      const turned = await takeTurn(chat);
      // Only a full turn can have left messages behind: later arrivals wake the chat themselves.
      if (turned >= MESSAGES_PER_TURN) ready.add(chat);
    } catch (error) {
      log.error('chat.turn_failed', { error });
      await apologize(chat).catch((again: unknown) =>
        log.error('chat.failure_not_counted', { error: again }),
      );
      retries.get(chat)?.();
      retries.set(
        chat,
        timers.after(RETRY_MS, () => {
          retries.delete(chat);
          ask(chat);
        }),
      );
    }
  }

  function pump(): void {
    for (const chat of ready) {
      if (stopped || running.size >= TURNS_AT_ONCE) return;
      if (running.has(chat)) continue;
      ready.delete(chat);
      const turn = run(chat).finally(() => {
        running.delete(chat);
        pump();
      });
      running.set(chat, turn);
    }
  }

  function ask(chat: Jid): void {
    ready.add(chat);
    pump();
  }

  const debounce = createDebounce<Jid>({ timers, quietMs, work: ask });

  return {
    /** A message of this chat waits in the inbox. */
    wake: (chat: Jid): void => debounce.call(chat),
    /** Takes up what a crash left waiting. */
    async recover(): Promise<number> {
      const chats = await store.inbox.waitingChats(RECOVERED_AT_ONCE);
      for (const chat of chats) ask(chat);
      return chats.length;
    },
    /** Lets running turns end; what is still waiting stays in the inbox. */
    async stop(): Promise<void> {
      stopped = true;
      debounce.stop();
      for (const cancel of retries.values()) cancel();
      await Promise.all(running.values());
    },
  };
}
