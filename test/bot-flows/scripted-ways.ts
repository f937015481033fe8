import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Effect, Outcome } from '#src/app/chat/effects/all-effects.js';

/** What is true of Google and the password outside of the conversation. */
export interface OtherWays {
  google: { offered: boolean; linked: boolean };
  contested: boolean;
  passwordReset: { outcome: 'sent' | 'too_soon' | 'too_many'; retryAfterS: number };
}

export function newOtherWays(): OtherWays {
  return {
    google: { offered: false, linked: false },
    contested: false,
    passwordReset: { outcome: 'sent', retryAfterS: 0 },
  };
}

const ORIGIN = 'https://entrar.exemplo.com.br';

/** Plays what the app does for the ways in beside link and code. */
export function sendOtherWay(
  effect: Extract<Effect, { type: 'sendGoogleLink' | 'sendGoogleUnlink' | 'sendPasswordReset' }>,
  { google, contested, passwordReset }: OtherWays,
): Outcome {
  switch (effect.type) {
    case 'sendGoogleLink': {
      const type = 'googleLinkSent' as const;
      if (!google.offered) return { type, outcome: 'not_offered' };
      if (contested) return { type, outcome: 'contested' };
      return { type, outcome: google.linked ? 'already_linked' : 'sent' };
    }
    case 'sendGoogleUnlink': {
      const type = 'googleUnlinkSent' as const;
      if (!google.offered) return { type, outcome: 'not_offered' };
      return { type, outcome: google.linked ? 'sent' : 'not_linked' };
    }
    case 'sendPasswordReset':
      if (contested) return { type: 'passwordResetSent', outcome: 'contested', retryAfterS: 0 };
      return { type: 'passwordResetSent', ...passwordReset };
  }
}

/** The message with the link that was sent, or null when none was. */
export function linkOfOtherWay(answer: Outcome, copy: AccessCopy): string | null {
  if (!('outcome' in answer) || answer.outcome !== 'sent') return null;
  switch (answer.type) {
    case 'googleLinkSent':
      return copy.googleLink({ url: `${ORIGIN}/google/chat/9mXq…` });
    case 'googleUnlinkSent':
      return copy.googleUnlink({ url: `${ORIGIN}/l/9mXq…` });
    case 'passwordResetSent':
      return copy.passwordReset({ url: `${ORIGIN}/password/reset/9mXq…` });
    case 'accessSent':
      return null;
  }
}
