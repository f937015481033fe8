import type { Situation } from '#bot-flows/understanding/situation.js';
import { read } from '../reading/read.js';

/** What a message of a person is read as, where the bot waits for `situation`; a burst has its messages in lines. */
export function readType(text: string, situation: Situation): string {
  return read(text, situation, { isRegistering: situation === 'consent' }).type;
}
