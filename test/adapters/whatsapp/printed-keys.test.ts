import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { startSimulator, type Simulator } from '#src/dev/whatsapp-simulator/start-simulator.js';

import { controlClient } from '../../dev/whatsapp-simulator/simulator-client.js';
import { until } from '../../support/until.js';
import { BOT_NUMBER } from './bot-stage.js';

const BOT = fileURLToPath(new URL('./talking-bot.ts', import.meta.url));
const MARIA = '5511987654321';

let simulator: Simulator;
let child: ChildProcess | undefined;

beforeEach(async () => {
  simulator = await startSimulator({ port: 0 });
});
afterEach(async () => {
  if (child?.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await simulator.close();
});

/** Everything a bot prints while it talks to somebody who installs WhatsApp anew, which closes a session. */
async function printedInConversation(mode: string): Promise<string> {
  const control = controlClient(simulator.url);
  const runner = ['--conditions=development', '--import', 'tsx', BOT];
  const bot = spawn(process.execPath, [...runner, simulator.waUrl, simulator.rootKey, mode]);
  child = bot;
  let printed = '';
  for (const stream of [bot.stdout, bot.stderr])
    stream.on('data', (data: Buffer) => (printed += data.toString()));
  const qr = await until('a QR', () => /QR (\S+)\n/.exec(printed)?.[1]);
  await control.post('/pair', { qr, number: BOT_NUMBER });
  await until('open', () => printed.includes('OPEN'));
  const maria = await control.phone(MARIA, 'Maria');
  for (const text of ['um', 'dois']) {
    await maria.send(text);
    await maria.sees((message) => message.text === `eco ${text}`);
    await control.post('/faults', { identityChange: MARIA });
  }
  await maria.send('três');
  await maria.sees((message) => message.text === 'eco três');
  return printed;
}

it('prints nothing of a session in a conversation', async () => {
  const printed = await printedInConversation('guarded');
  expect(printed.replace(/^(?:QR \S+|OPEN)\n/gm, '')).toBe('');
});

it('would print private keys without the guard', async () => {
  expect(await printedInConversation('unguarded')).toContain('privKey');
});
