import { afterEach, beforeEach, expect, it } from 'vitest';

import { createMemoryVault } from '../../support/memory-vault.js';
import { ownMessageId, setBotStage, type BotStage } from './bot-stage.js';

const MALLORY = '5511987654321';
const JOAO = '558187654321';
/** The library would sleep 250 ms after each of them, inside the mutex that every message passes. */
const GARBAGE = 20;
const STALL_MS = GARBAGE * 250;

let stage: BotStage;
beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(() => stage.end());

it('messages that cannot be read hold nobody else up', async () => {
  const first = await stage.paired();
  const mallory = await stage.control.phone(MALLORY, 'Mallory');
  const joao = await stage.control.phone(JOAO, 'João');
  await mallory.send('oi');
  const { chat } = await first.hears('oi');
  // Once answered, her phone takes the session as known and no longer sends what could build it anew.
  await first.connection.channel.send({ chat, messageId: ownMessageId(), text: 'olá' });
  await mallory.sees(({ text }) => text === 'olá');
  await first.connection.stop();

  // They wait for the bot, so that her phone hears of the first failure after all of them are under way.
  for (let sent = 0; sent < GARBAGE; sent += 1) await mallory.send(`lixo ${sent}`);
  await joao.send('sou joão');

  const { credentials, keys } = first.vault.contents();
  const withoutSessions = keys.filter(({ type }) => type !== 'session');
  const began = performance.now();
  const life = await stage.live(createMemoryVault({ credentials, keys: withoutSessions }));
  await life.hears('sou joão');
  expect(performance.now() - began).toBeLessThan(STALL_MS);
  const unread = life.events.filter(
    ({ fields }) => fields['sentence'] === 'failed to decrypt message',
  );
  expect(unread.length).toBeGreaterThanOrEqual(GARBAGE);
});
