import { createWhatsAppConnection } from '#src/adapters/whatsapp/connection.js';
import { trustTestRoot } from '#src/adapters/whatsapp/signal/upstream-guards.js';

import { createMemoryVault } from '../../support/memory-vault.js';
import { ownMessageId } from './bot-stage.js';

/*
 * A bot for a child process: says `QR …` and `OPEN` on stdout, echoes every text, and otherwise prints what the
 * libraries print. With `unguarded` it takes the silencing of libsignal back, to show what it is good for.
 */
const [socketUrl = '', rootKey = '', mode = ''] = process.argv.slice(2);
const terminal = { ...globalThis.console };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

trustTestRoot(rootKey, { production: false });
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const connection = createWhatsAppConnection({
  bot: 'talking',
  vault: createMemoryVault(),
  epoch: 1n,
  clock: { now: () => new Date() },
  random: { code: () => '000000' },
  log: silent,
  production: false,
  allowedNumbers: 'br',
  socketUrl,
  recentText: () => Promise.resolve(null),
  onReceipt: () => Promise.resolve(),
  onHandWritten: () => Promise.resolve(),
  onIdentityChange: () => Promise.resolve(),
  onMessage: ({ chat, content }) => {
    const text = content.kind === 'text' ? content.text : content.kind;
    void connection.channel.send({ chat, messageId: ownMessageId(), text: `eco ${text}` });
    return Promise.resolve();
  },
});
connection.onStatus(({ qr, state }) => {
  if (qr !== null) say(`QR ${qr}`);
  if (state === 'open') say('OPEN');
});
await connection.start();
if (mode === 'unguarded') Object.assign(globalThis.console, terminal);
process.on('SIGTERM', () => void connection.stop().then(() => process.exit(0)));
