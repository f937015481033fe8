import type { BoardStatus } from '#src/app/ports/channel.js';
import type { Words } from './words.js';

/** A `wa.me` address that opens the chat with the bot, its command typed; null without a number. */
export function chatUrl(status: BoardStatus, words: Words): string | null {
  if (status.phone === null) return null;
  const digits = status.phone.replace('+', '');
  return `https://wa.me/${digits}?text=${encodeURIComponent(words.login.chatText)}`;
}
