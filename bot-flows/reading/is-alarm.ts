import { readCommand } from './read-command.js';

/** Whether these words lock an account: they are heard even in a chat that wrote too much. */
export function isAlarm(text: string): boolean {
  const { command } = readCommand(text, { forgiving: true });
  return command === 'block' || command === 'notMe';
}
