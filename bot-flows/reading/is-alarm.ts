import { readMessage } from './read-message.js';

/** Whether these words lock an account: they are heard even in a chat that wrote too much. */
export function isAlarm(text: string): boolean {
  const said = { type: 'message', text, forwarded: false, silenceMs: null, late: false } as const;
  const { type } = readMessage(said, { situation: 'rest', isRegistering: false });
  return type === 'block' || type === 'notMe';
}
