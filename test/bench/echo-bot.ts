import { z } from 'zod';
import { createBotAuth, startBot, trustRoot, type Bot } from '../support/baileys-bot.js';

/* The reference of a chat turn: the bare client, which says every text again. No database, no dialogue. */

const [waUrl, rootKey] = z.tuple([z.url(), z.string()]).parse(process.argv.slice(2));

function echo({ socket }: Bot): void {
  socket.ev.on('messages.upsert', ({ messages }) => {
    for (const { key, message } of messages) {
      const text = message?.conversation ?? message?.extendedTextMessage?.text;
      const chat = key.remoteJid;
      if (key.fromMe === true || !text || !chat) continue;
      socket.sendMessage(chat, { text }).catch((error: unknown) => {
        process.send?.({ failed: String(error) });
      });
    }
  });
}

trustRoot(rootKey);
const auth = createBotAuth();
const pairing = startBot({ waUrl, auth });
process.send?.({ qr: await pairing.qr() });
await pairing.closed();
const bot = startBot({ waUrl, auth });
echo(bot);
await bot.opened();
process.send?.({ open: true });
