import { readCommand } from './read-command.js';

/** Whether these words end a pause in which a person answers in the bot's place: a menu, or an alarm. */
export function callsBotBack(text: string): boolean {
  const { command } = readCommand(text, { forgiving: true });
  return command === 'menu' || command === 'block' || command === 'notMe';
}
