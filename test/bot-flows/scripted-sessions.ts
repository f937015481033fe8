import type { Effect, Outcome } from '#src/app/chat/effects/all-effects.js';

interface Session {
  browser: string | null;
  system: string | null;
}

/** Plays what the app does about open sessions. */
export function aboutSessions(
  effect: Extract<Effect, { type: 'listSessions' | 'endSession' | 'endAllSessions' }>,
  { sessions }: { readonly sessions: Session[] },
  now: Date,
): Outcome {
  switch (effect.type) {
    case 'listSessions':
      return {
        type: 'sessionsListed',
        outcome: sessions.length === 0 ? 'none' : 'some',
        sessions: sessions.map((session, index) => ({
          ...session,
          n: index + 1,
          lastSeenAt: now,
        })),
      };
    case 'endSession':
      return { type: 'sessionsEnded', count: sessions.splice(effect.n - 1, 1).length };
    case 'endAllSessions':
      return { type: 'sessionsEnded', count: sessions.splice(0).length };
  }
}
