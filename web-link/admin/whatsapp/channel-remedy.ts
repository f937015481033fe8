import type { BoardStatus, ChannelStatus } from '#src/app/ports/channel.js';
import { WORDS } from '#web-link/words/catalogue.js';
import type { WebSettings } from '#web-link/settings.js';

type State = ChannelStatus['state'];

/** `good`: logins work; `busy`: it settles or waits for a phone; `bad`: an admin has to act. */
export type ChannelTone = 'good' | 'busy' | 'bad';

/** What an operator is told about a state: what it is, why, and what to do. */
export interface ChannelRemedy {
  readonly title: string;
  readonly explanation: string | null;
  readonly remedy: string;
  readonly tone: ChannelTone;
}

const TONES: Readonly<Record<State, ChannelTone>> = {
  stopped: 'bad',
  connecting: 'busy',
  pairing: 'busy',
  open: 'good',
  waiting: 'busy',
  replaced: 'bad',
  logged_out: 'bad',
  passkey: 'bad',
  banned: 'bad',
  outdated: 'bad',
};

/** Plain words for every state and cause the bot's connection can be in. */
export function channelRemedy(
  { state, cause, nextTryAt }: Pick<BoardStatus, 'state' | 'cause' | 'nextTryAt'>,
  locale: WebSettings['locale'],
): ChannelRemedy {
  const words = WORDS[locale].channel;
  const special = cause === null ? undefined : words.remediesByCause[state]?.[cause];
  return {
    title: words.titles[state],
    // Once it is open, the reason for the last break only worries people.
    explanation: cause === null || state === 'open' ? null : words.explanations[cause],
    remedy: nextTryAt ? words.later : (special ?? words.remedies[state]),
    tone: TONES[state],
  };
}
