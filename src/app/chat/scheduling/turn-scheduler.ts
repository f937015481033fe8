import type { Jid } from '#src/domain/jid.js';
import { MESSAGES_PER_TURN, type ChatTurn } from '../take-turn.js';
import { createDebounce } from './debounce.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Random } from '#src/app/ports/random.js';
import type { Store } from '#src/app/ports/tables/store.js';
import type { Timers } from '#src/app/ports/timers.js';
import { reply } from '#src/app/delivery/bot-message.js';

/**
 * Turns of different chats that run at once. A few keep one thread busy; more only wait for each other in the database,
 * in front of whatever else wants it, such as the lease of the bot's number.
 */
const TURNS_AT_ONCE = 3;
const RETRY_MS = 500;
/** While the database is away, tries of a chat are this far apart at most. */
const LONGEST_RETRY_MS = 5_000;
/** A message that fails this often is set aside with an apology, so that it cannot block its chat. */
const MAX_FAILURES = 5;
const RECOVERED_AT_ONCE = 5_000;

export type TurnScheduler = ReturnType<typeof createTurnScheduler>;

/**
 * Runs the turns of all chats: one at a time and in order within a chat, several chats at once. A
 * failed turn is tried again; nothing is lost, because the messages wait in the inbox. After a failure the chat's messages
 * are taken one by one until none waits, so that only the one that fails is set aside, after five tries. A fault of the
 * database or the network counts against no message. A turn begins when its chat has been quiet for a moment, so that a
 * burst gets one answer.
 */
export function createTurnScheduler(deps: {
  readonly takeTurn: ChatTurn;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly timers: Timers;
  readonly copy: AccessCopy;
  readonly log: EventLog;
  /** Milliseconds of quiet in a chat before its turn; 0 does not wait. */
  readonly quietMs: number;
}) {
  const { takeTurn, store, clock, random, timers, copy, log, quietMs } = deps;
  /** Chats waiting for a turn, first come first served; a chat is in it once. */
  const ready = new Set<Jid>();
  const running = new Map<Jid, Promise<void>>();
  const retries = new Map<Jid, () => void>();
  /** Chats with a failed turn behind them: their messages are taken one by one until none waits. */
  const careful = new Set<Jid>();
  /** Failed turns in a row for which the database was to blame. */
  const outages = new Map<Jid, number>();
  let stopped = false;

  /** Counts a failure on the message that waits longest, which was alone in the turn that failed. */
  async function apologize(chat: Jid): Promise<void> {
    const now = clock.now();
    await store.transaction(async (tx) => {
      const stuck = (await tx.inbox.waiting(chat, 1)).at(0);
      if (stuck === undefined) return;
      if ((await tx.inbox.countFailure(chat, stuck.seq)) < MAX_FAILURES) return;
      await tx.inbox.markTurned(chat, [stuck.seq], now);
      const sorry = { ...reply(copy.trouble(), now), chat, solicited: true };
      await tx.outbox.enqueue([{ ...sorry, messageId: random.messageId() }], now);
      log.warn('chat.message_set_aside', { failures: MAX_FAILURES });
    });
  }

  async function run(chat: Jid): Promise<void> {
    const atMost = careful.has(chat) ? 1 : MESSAGES_PER_TURN;
    try {
      const turned = await takeTurn(chat, atMost);
      outages.delete(chat);
      if (turned === 0) careful.delete(chat);
      // Only a full turn can have left messages behind: later arrivals wake the chat themselves.
      if (turned >= atMost) ready.add(chat);
    } catch (error) {
      log.error('chat.turn_failed', { error });
      retry(chat, await afterFailure(chat, error));
    }
  }

  /** @returns after how many milliseconds to try again */
  async function afterFailure(chat: Jid, error: unknown): Promise<number> {
    if (store.isInfrastructureFault(error)) {
      const before = outages.get(chat) ?? 0;
      outages.set(chat, before + 1);
      return Math.min(RETRY_MS * 2 ** before, LONGEST_RETRY_MS);
    }
    if (!careful.has(chat)) {
      careful.add(chat);
      return 0;
    }
    await apologize(chat).catch((again: unknown) =>
      log.error('chat.failure_not_counted', { error: again }),
    );
    return RETRY_MS;
  }

  function retry(chat: Jid, ms: number): void {
    retries.get(chat)?.();
    if (stopped) return;
    retries.set(
      chat,
      timers.after(ms, () => {
        retries.delete(chat);
        ask(chat);
      }),
    );
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
