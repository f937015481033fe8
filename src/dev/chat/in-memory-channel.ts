import type { MessageChannel } from '#src/app/ports/channel.js';
import { ok } from '#src/domain/result.js';

export type SentMessage = Parameters<MessageChannel['send']>[0];

/** A WhatsApp that is always there: whatever the bot sends arrives at `deliver` at once. */
export function createInMemoryChannel(deliver: (message: SentMessage) => void): MessageChannel {
  return {
    send: (message) => {
      deliver(message);
      return Promise.resolve(ok(null));
    },
    sendDecoy: () => Promise.resolve(ok(null)),
    showTyping: () => Promise.resolve(),
  };
}
