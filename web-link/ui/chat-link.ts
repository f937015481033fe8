import type { BoardStatus } from '#src/app/ports/channel.js';
import type { BotNumber } from '#src/domain/bot-number.js';
import type { WebSettings } from '../settings.js';
import type { Words } from '../words/catalogue.js';

type ChatOrigin = Pick<WebSettings, 'chatOrigin'>;

/** An address that opens the chat with `phone`, `text` typed already; the form that `wa.me` takes. */
export function chatLink(
  { chatOrigin }: ChatOrigin,
  { phone, text }: { readonly phone: BotNumber; readonly text: string },
): string {
  return `${chatOrigin}/${phone.replace('+', '')}?text=${encodeURIComponent(text)}`;
}

/** Opens the chat with the bot, its command typed; null without a number. */
export function chatUrl(
  settings: ChatOrigin,
  { board: { phone }, words }: { readonly board: BoardStatus; readonly words: Words },
): string | null {
  return phone === null ? null : chatLink(settings, { phone, text: words.login.chatText });
}
