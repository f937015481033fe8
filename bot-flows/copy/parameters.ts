import type { SayTime } from './say-time.js';

/** Kinds of message the bot cannot read, as far as the answer differs. */
export type MediaGroup =
  'audio' | 'picture' | 'sticker' | 'document' | 'location' | 'contact' | 'unsupported';

/** What a browser said of itself: names from closed lists, or null. */
export interface SaidDevice {
  readonly browser: string | null;
  readonly system: string | null;
}

/** For texts that say how long something takes or lasts. */
export interface Lifetimes {
  /** From the request to the deletion of an account. */
  readonly deletionDays: number;
}

/** For texts that tell a moment. */
export interface Timed {
  readonly times: SayTime;
}
