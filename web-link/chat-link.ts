import type { BoardStatus } from '#src/app/ports/channel.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import type { Words } from './words.js';

/** A `wa.me` address that opens the chat with `phone` with `text` typed already. */
export function waMeUrl(phone: BotNumber, text: string): string {
  return `https://wa.me/${phone.replace('+', '')}?text=${encodeURIComponent(text)}`;
}

/** Opens the chat with the bot, its command typed; null without a number. */
export function chatUrl({ phone }: BoardStatus, words: Words): string | null {
  return phone === null ? null : waMeUrl(phone, words.login.chatText);
}
