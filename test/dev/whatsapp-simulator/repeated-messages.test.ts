import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Bot, BotAuth } from '../../support/baileys-bot.js';
import { until } from '../../support/until.js';
import { setStage, stateOf, type PhoneHandle, type Stage } from './simulator-client.js';

let stage: Stage;
let bot: Bot;
let auth: BotAuth;
let maria: PhoneHandle;

beforeEach(async () => {
  stage = await setStage();
  ({ bot, auth } = await stage.pairedBot());
  maria = await stage.control.phone('5511987654321', 'Maria', { lid: '22220000000001' });
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

const state = () => stateOf(stage);

test('delivers a message again under its id, and takes a chosen id once', async () => {
  const { id } = await maria.send({ text: 'de novo', id: 'ESCOLHIDO1' });
  expect(id).toBe('ESCOLHIDO1');
  await maria.send({ duplicateOf: id });
  await until(
    'both copies',
    () => bot.received.filter(({ text }) => text === 'de novo').length === 2,
  );
  expect(await maria.chat()).toHaveLength(1);

  const path = `/phones/${maria.number}/messages`;
  const again = await stage.control.call('POST', path, { text: 'outra', id });
  expect(again).toMatchObject({ status: 409, body: { code: 'id-taken' } });
});

test('a phone shows the same message id once', async () => {
  const to = '5511987654321@s.whatsapp.net';
  await bot.socket.sendMessage(to, { text: 'uma vez' }, { messageId: 'REPETIDA' });
  await bot.socket.sendMessage(to, { text: 'uma vez' }, { messageId: 'REPETIDA' });
  await until('the second copy', async () => (await state()).stats['duplicates'] === 1);
  expect(await maria.chat()).toHaveLength(1);
});

test('a message the bot cannot decrypt is encrypted again when it asks', async () => {
  await maria.send('primeira');
  await bot.message(({ text }) => text === 'primeira');
  const [session] = [...auth.rows.keys()].filter((key) => key.startsWith('session/2222'));
  if (session === undefined) throw new Error('no session');
  auth.rows.delete(session);

  const first = await bot.socket.sendMessage('22220000000001@lid', { text: 'resposta' });
  await maria.sees(({ id }) => id === first?.key.id);
  auth.rows.delete(session);
  const { id } = await maria.send('segunda');
  const healed = await bot.message(({ text }) => text === 'segunda');
  expect(healed.message.key.id).toBe(id);
  expect((await state()).stats['retriesFromBot']).toBeGreaterThanOrEqual(1);
  await until('receipts', async () => (await state()).pending === 0);
});

test('a phone that cannot decrypt asks again and then shows the message', async () => {
  await maria.send('oi');
  await bot.message(({ text }) => text === 'oi');
  const [key] = [...auth.rows.keys()].filter((one) => one.startsWith('session/2222'));
  const before = structuredClone(auth.rows.get(key ?? ''));
  const to = '22220000000001@lid';
  await bot.socket.sendMessage(to, { text: 'um' });
  await maria.sees(({ text }) => text === 'um');
  // As after a crash that lost the last write: the next message reuses a key the phone has seen.
  auth.rows.set(key ?? '', before);
  await bot.socket.sendMessage(to, { text: 'dois' });
  expect(await maria.sees(({ text }) => text === 'dois')).toMatchObject({ status: 'delivered' });
  expect((await state()).stats['undecryptable']).toBeGreaterThanOrEqual(1);
});
