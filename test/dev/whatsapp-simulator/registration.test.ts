import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../support/until.js';
import { BOT_NUMBER, setStage, type PhoneHandle, type Stage } from './simulator-client.js';

const MARIA = '5511987654321';
const OLD_LID = '22220000000001';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

/** A bot and a phone that have written to each other. */
async function acquainted(addressing: 'lid' | 'pn') {
  const { auth, bot } = await stage.pairedBot();
  const maria = await stage.control.phone(MARIA, 'Maria', { lid: OLD_LID, addressing });
  await maria.send('oi');
  const { message } = await bot.message(({ text }) => text === 'oi');
  const chat = message.key.remoteJid ?? '';
  await bot.socket.sendMessage(chat, { text: 'olá' });
  await maria.sees(({ text }) => text === 'olá');
  const keysOf = (id: string) =>
    [...auth.rows].filter(([key]) => key.startsWith(`identity-key/${id}`)).map(([, key]) => key);
  return { bot, maria, chat, keysOf };
}

async function registerAnew({ number }: PhoneHandle, account: 'new' | 'same') {
  const answer = await stage.control.post(`/phones/${number}/register-anew`, { account });
  return (answer as { lid: string }).lid;
}

test('a new account has the number, another LID, another key and an empty chat', async () => {
  const { bot, maria, chat, keysOf } = await acquainted('lid');
  const lid = await registerAnew(maria, 'new');
  expect(lid).toMatch(/^\d{15}$/);
  expect(await maria.chat()).toEqual([]);

  await maria.send('quem fala?');
  const { message } = await bot.message(({ text }) => text === 'quem fala?');
  expect(message.key).toMatchObject({
    remoteJid: `${lid}@lid`,
    remoteJidAlt: `${MARIA}@s.whatsapp.net`,
  });
  expect(keysOf(lid)).toHaveLength(1);
  expect(keysOf(OLD_LID)).toHaveLength(1);
  expect(keysOf(lid)).not.toEqual(keysOf(OLD_LID));

  await bot.socket.sendMessage(chat, { text: 'para a conta antiga' });
  await bot.socket.sendMessage(`${lid}@lid`, { text: 'para a nova' });
  await maria.sees(({ text }) => text === 'para a nova');
  expect((await maria.chat()).map(({ text }) => text)).toEqual(['quem fala?', 'para a nova']);
});

test('a new account in a chat by number has the same address and another key', async () => {
  const { bot, maria, chat, keysOf } = await acquainted('pn');
  const [before] = keysOf(OLD_LID);
  const lid = await registerAnew(maria, 'new');
  await maria.send('quem fala?');
  const { message } = await bot.message(({ text }) => text === 'quem fala?');
  expect(message.key).toMatchObject({ remoteJid: chat, remoteJidAlt: `${lid}@lid` });
  expect(keysOf(lid)).toHaveLength(1);
  expect(keysOf(lid)).not.toEqual([before]);
});

test('the same account on another phone has its LID and its chat, and another key', async () => {
  const { bot, maria, chat, keysOf } = await acquainted('lid');
  const [before] = keysOf(OLD_LID);
  expect(await registerAnew(maria, 'same')).toBe(OLD_LID);
  await maria.send('voltei');
  const { message } = await bot.message(({ text }) => text === 'voltei');
  expect(message.key.remoteJid).toBe(chat);
  await until('the other key', () => keysOf(OLD_LID).some((key) => key !== before));
  await bot.socket.sendMessage(chat, { text: 'que bom' });
  await maria.sees(({ text }) => text === 'que bom');
  expect((await maria.chat()).map(({ text }) => text)).toEqual(['oi', 'olá', 'voltei', 'que bom']);
});

test('the phone that owns the bot is not registered anew', async () => {
  await stage.pairedBot();
  const path = `/phones/${BOT_NUMBER}/register-anew`;
  const answer = await stage.control.call('POST', path, { account: 'new' });
  expect(answer).toMatchObject({ status: 409, body: { code: 'own-number' } });
  expect(await stage.control.call('POST', path, { account: 'other' })).toMatchObject({
    status: 400,
  });
});
