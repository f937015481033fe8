import type { Effect, Outcome } from '#src/app/chat/effects/all-effects.js';

/** What is true of a page that waits. */
export interface WaitingPage {
  /** The page that waits with this code, and the number on its screen. */
  request: { code: string; onScreen: number; browser: string | null; system: string | null } | null;
  requestExpires: boolean;
  tooManyRequests: boolean;
}

const CHOICES = [12, 47, 83] as const;

/** Plays what the app does for a page that waits to be let in. */
export function aboutRequest(
  effect: Extract<Effect, { type: 'openRequest' | 'answerRequest' | 'denyRequest' }>,
  world: WaitingPage,
  askedAt: Date,
): Outcome {
  const { request } = world;
  if (effect.type === 'openRequest') {
    if (world.tooManyRequests) return { type: 'requestOpened', outcome: 'too_many_tries' };
    if (request?.code !== effect.code) return { type: 'requestOpened', outcome: 'not_found' };
    const { browser, system } = request;
    const shown = { browser, system, askedAt, choices: CHOICES };
    return { type: 'requestOpened', outcome: 'shown', ...shown };
  }
  world.request = null;
  if (effect.type === 'denyRequest') return { type: 'requestDenied' };
  if (request === null || world.requestExpires) {
    return { type: 'requestAnswered', outcome: 'expired' };
  }
  const right = request.onScreen === effect.number;
  return { type: 'requestAnswered', outcome: right ? 'approved' : 'wrong_number' };
}
