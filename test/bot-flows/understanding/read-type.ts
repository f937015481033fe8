import { readMessage } from '#bot-flows/reading/read-message.js';
import type { Situation } from '#bot-flows/understanding/situation.js';

/** What a message of a person is read as, where the bot waits for `situation`; a burst has its messages in lines. */
export function readType(text: string, situation: Situation): string {
  const message = { type: 'message', text, forwarded: false, silenceMs: 1, late: false } as const;
  return readMessage(message, { situation, isRegistering: situation === 'consent' }).type;
}
