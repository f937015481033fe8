import type { Device } from '#src/domain/session.js';
import type { Words } from '../words/catalogue.js';

/** "Chrome, Android", or that it is not known. */
export function deviceText(words: Words, { browser, system }: Device): string {
  const known = [browser, system].filter((part) => part !== null);
  return known.length === 0 ? words.account.unknownDevice : known.join(', ');
}
