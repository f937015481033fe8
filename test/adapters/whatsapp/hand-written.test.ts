import { afterEach, beforeEach, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { ownMessageId, setBotStage, type BotStage } from './bot-stage.js';

const MARIA = '5511987654321';

let stage: BotStage;
beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

it('case E8: a message by hand on the bot’s phone is told, and what the bot sends itself is not', async () => {
  const life = await stage.paired();
  const maria = await stage.control.phone(MARIA, 'Maria');
  await maria.send('oi');
  const { chat } = await life.hears('oi');
  const messageId = ownMessageId();
  await life.connection.channel.send({ chat, messageId, text: 'olá' });
  await maria.sees(({ text }) => text === 'olá');
  // WhatsApp's own web client names its messages as the bot does.
  const id = ownMessageId();
  await stage.control.post(`/phones/${MARIA}/by-hand`, { text: 'Aqui é a Ana', id });
  const written = await until('a message by hand', () => life.handWritten[0]);
  expect(written).toMatchObject({ chat, messageId: id });
  expect(life.handWritten).toHaveLength(1);
  expect(life.inbox).toHaveLength(1);
});

it('case E7: an answer in a chat with disappearing messages disappears as they do', async () => {
  const life = await stage.paired();
  const maria = await stage.control.phone(MARIA, 'Maria');
  const contextInfo = { expiration: 86_400 };
  await maria.send({ kind: 'raw', raw: { extendedTextMessage: { text: 'oi', contextInfo } } });
  const { chat, expiration } = await life.hears('oi');
  expect(expiration).toBe(86_400);
  const send = (text: string, seconds: number) =>
    life.connection.channel.send({ chat, messageId: ownMessageId(), text, expiration: seconds });
  await send('some', 86_400);
  expect((await maria.sees(({ text }) => text === 'some')).expiration).toBe(86_400);
  await send('fica', 0);
  expect((await maria.sees(({ text }) => text === 'fica')).expiration).toBeUndefined();
});
