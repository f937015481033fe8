import { maskPhone, phoneFromWhatsAppUser } from '#src/domain/phone.js';
import type { Clock } from '../ports/clock.js';
import type { PausedChat } from '../ports/tables/conversations.js';
import type { Store } from '../ports/tables/store.js';
import type { createResumeChat } from './resume-chat.js';

/** The first to come back come first; the others follow by themselves. */
const CHATS_SHOWN = 100;

export interface PausedChatView {
  readonly id: string;
  /** null: a chat without a number that the program knows. */
  readonly phoneMasked: string | null;
  readonly until: Date;
  /** When the person wrote last. */
  readonly lastInboundAt: Date | null;
}

export type PausedChats = ReturnType<typeof createPausedChats>;

/** The chats in which a person answers in the bot's place; gives them back to the bot. */
export function createPausedChats(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly resumeChat: ReturnType<typeof createResumeChat>;
}) {
  const { store, clock, resumeChat } = deps;
  const paused = () => store.conversations.paused(clock.now(), CHATS_SHOWN);
  return {
    async list(): Promise<readonly PausedChatView[]> {
      return (await paused()).map((chat) => {
        const { id, until, lastInboundAt } = chat;
        return { id, phoneMasked: maskedNumber(chat), until, lastInboundAt };
      });
    },
    /** @returns false when the bot is not silent there (any more) */
    async resume(id: string): Promise<boolean> {
      const found = (await paused()).find((chat) => chat.id === id);
      return found === undefined ? false : resumeChat(found.chat);
    },
  };
}

/** A chat by number carries it in its address; one by LID has it only when an account does. */
function maskedNumber({ chat, phone }: PausedChat): string | null {
  if (phone !== null) return maskPhone(phone);
  const [user = '', server] = chat.split('@');
  if (server !== 's.whatsapp.net') return null;
  const parsed = phoneFromWhatsAppUser(user, 'any');
  return parsed.ok ? maskPhone(parsed.value) : null;
}
