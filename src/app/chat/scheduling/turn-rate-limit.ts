import type { Jid } from '#src/domain/jid.js';
import { THROTTLES } from '#src/domain/throttle.js';

const LIMITS = [THROTTLES.turnsPerChat, THROTTLES.turnsPerChatHourly] as const;
const FORGET_EVERY_MS = Math.max(...LIMITS.map(({ windowMs }) => windowMs));

/** How the next turn of a chat is taken. */
export type TurnRateLimit =
  | { readonly kind: 'answer' }
  /** The limit is reached: to be said once. */
  | { readonly kind: 'pause'; readonly until: Date }
  /** It was said. `alarmTold`: and an alarm raised in the silence has had its one answer. */
  | { readonly kind: 'silent'; readonly alarmTold: boolean };

interface CountedChat {
  /** One window for each of the limits, from a turn on; milliseconds since 1970. */
  windows: readonly { readonly endsAt: number; readonly turns: number }[];
  silentUntil: number;
  alarmTold: boolean;
}

/**
 * Counts how many turns each chat had lately, in this process's memory: only the owner of the bot's number takes turns,
 * and a count that a restart loses costs a few answers. Counting in the store would cost each turn a statement. A rate
 * limiter counts when asked: turns that failed and run again would silence people after an outage.
 */
export function createTurnRateLimits() {
  const chats = new Map<Jid, CountedChat>();
  let forgetAt = 0;

  function forgetOld(now: number): void {
    if (now < forgetAt) return;
    forgetAt = now + FORGET_EVERY_MS;
    for (const [chat, { windows, silentUntil }] of chats) {
      const busy = now < silentUntil || windows.some(({ endsAt }) => now < endsAt);
      if (!busy) chats.delete(chat);
    }
  }

  return {
    /** Changes nothing: a turn that fails does not count. */
    check(chat: Jid, at: Date): TurnRateLimit {
      const counted = chats.get(chat);
      if (counted === undefined) return { kind: 'answer' };
      const now = at.getTime();
      if (now < counted.silentUntil) return { kind: 'silent', alarmTold: counted.alarmTold };
      const used = counted.windows.filter(
        ({ endsAt, turns }, which) => now < endsAt && turns >= (LIMITS[which]?.limit ?? 0),
      );
      if (used.length === 0) return { kind: 'answer' };
      return { kind: 'pause', until: new Date(Math.max(...used.map(({ endsAt }) => endsAt))) };
    },
    /** A turn was taken under that limit; `alarmed` when an alarm was answered in it. */
    count(
      chat: Jid,
      turn: { readonly at: Date; readonly limit: TurnRateLimit; readonly alarmed: boolean },
    ) {
      const { limit, alarmed } = turn;
      const now = turn.at.getTime();
      forgetOld(now);
      const counted = chats.get(chat) ?? { windows: [], silentUntil: 0, alarmTold: false };
      chats.set(chat, counted);
      switch (limit.kind) {
        case 'answer':
          counted.windows = LIMITS.map(({ windowMs }, which) => {
            const window = counted.windows[which];
            return window !== undefined && now < window.endsAt
              ? { ...window, turns: window.turns + 1 }
              : { endsAt: now + windowMs, turns: 1 };
          });
          return;
        case 'pause':
          counted.silentUntil = limit.until.getTime();
          counted.alarmTold = alarmed;
          return;
        case 'silent':
          counted.alarmTold ||= alarmed;
      }
    },
  };
}
