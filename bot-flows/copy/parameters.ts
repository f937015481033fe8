import type { SayTime } from './say-time.js';

/** Kinds of message the bot cannot read, as far as the answer differs. */
export type MediaGroup =
  'audio' | 'picture' | 'sticker' | 'document' | 'location' | 'contact' | 'unsupported';

/** What a browser said of itself: names from closed lists, or null. */
export interface SaidDevice {
  readonly browser: string | null;
  readonly system: string | null;
}

/** For texts that say how long something takes or lasts; a flow need not know it. */
export interface Lifetimes {
  /** From the request to the deletion of an account. */
  readonly deletionDays: number;
  readonly linkMinutes: number;
  readonly codeMinutes: number;
}

/** Whose login it is; null where the operator does not say it. */
export interface Brand {
  readonly name: string | null;
  /** Without the scheme: "lojax.com.br". */
  readonly site: string | null;
  /** Where people turn for what is no login, in words that can follow "fale com". */
  readonly contact: string | null;
}

export const NO_BRAND: Brand = { name: null, site: null, contact: null };

/** For texts that say whose login it is. */
export interface Branded {
  readonly brand: Brand;
}

/** For texts that tell a moment. */
export interface Timed {
  readonly times: SayTime;
}
