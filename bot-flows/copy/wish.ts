import { WISHES } from './pt-br/wishes.js';

/** What the bot asks back about, instead of doing it on a guess. */
export type Wish = keyof typeof WISHES;

export function isWish(intent: string): intent is Wish {
  return Object.hasOwn(WISHES, intent);
}
