import type { Jid } from '#src/domain/jid.js';
import { THROTTLES } from '#src/domain/throttle.js';

const LIMITS = [THROTTLES.turnsPerChat, THROTTLES.turnsPerChatHourly] as const;
const FORGET_EVERY_MS = Math.max(...LIMITS.map(({ windowMs }) => windowMs));

/** How the next turn of a chat is taken. */
export type Pace =
  | { readonly kind: 'answer' }
  /** The limit is reached: to be said once. */
  | { readonly kind: 'pause'; readonly until: Date }
  /** It was said. `alarmTold`: and an alarm raised in the silence has had its one answer. */
  | { readonly kind: 'silent'; readonly alarmTold: boolean };

interface Paced {
  /** One window for each of the limits, from a turn on; milliseconds since 1970. */
  windows: readonly { readonly endsAt: number; readonly turns: number }[];
  silentUntil: number;
  alarmTold: boolean;
}

/**
 * How many turns each chat had lately, in this process's memory: only the owner of the bot's number takes turns, and a
 * count that a restart loses costs a few answers. Counting in the store would cost each turn a statement, and in a rate
 * limiter, which counts when asked, turns that failed and run again would silence people after an outage.
 */
export function createChatPace() {
  const chats = new Map<Jid, Paced>();
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
    look(chat: Jid, at: Date): Pace {
      const paced = chats.get(chat);
      if (paced === undefined) return { kind: 'answer' };
      const now = at.getTime();
      if (now < paced.silentUntil) return { kind: 'silent', alarmTold: paced.alarmTold };
      const used = paced.windows.filter(
        ({ endsAt, turns }, which) => now < endsAt && turns >= (LIMITS[which]?.limit ?? 0),
      );
      if (used.length === 0) return { kind: 'answer' };
      return { kind: 'pause', until: new Date(Math.max(...used.map(({ endsAt }) => endsAt))) };
    },
    /** A turn was taken at that pace; `alarmed` when an alarm was answered in it. */
    count(chat: Jid, turn: { readonly at: Date; readonly pace: Pace; readonly alarmed: boolean }) {
      const { pace, alarmed } = turn;
      const now = turn.at.getTime();
      forgetOld(now);
      const paced = chats.get(chat) ?? { windows: [], silentUntil: 0, alarmTold: false };
      chats.set(chat, paced);
      switch (pace.kind) {
        case 'answer':
          paced.windows = LIMITS.map(({ windowMs }, which) => {
            const window = paced.windows[which];
            return window !== undefined && now < window.endsAt
              ? { ...window, turns: window.turns + 1 }
              : { endsAt: now + windowMs, turns: 1 };
          });
          return;
        case 'pause':
          paced.silentUntil = pace.until.getTime();
          paced.alarmTold = alarmed;
          return;
        case 'silent':
          paced.alarmTold ||= alarmed;
      }
    },
  };
}
