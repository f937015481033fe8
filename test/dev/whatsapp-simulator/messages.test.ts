import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Bot, BotAuth } from '../../support/baileys-bot.js';
import { until } from '../../support/until.js';
import { setStage, stateOf, type PhoneHandle, type Stage } from './simulator-client.js';

const ERROR = 0;
const DELIVERED = 3;
const READ = 4;

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

test('a message comes from the hidden id with the number beside it', async () => {
  await maria.send('oi');
  const { message, type } = await bot.message(({ text }) => text === 'oi');
  expect(type).toBe('notify');
  expect(message).toMatchObject({
    pushName: 'Maria',
    key: { remoteJid: '22220000000001@lid', remoteJidAlt: '5511987654321@s.whatsapp.net' },
  });
});

test('a phone addressed by number sends from its number, and one that hides it gives none', async () => {
  const joao = await stage.control.phone('558187654321', 'João', {
    addressing: 'pn',
    lid: '33331',
  });
  await joao.send('sou joão');
  const byNumber = await bot.message(({ text }) => text === 'sou joão');
  expect(byNumber.message.key.remoteJid).toBe('558187654321@s.whatsapp.net');
  expect(byNumber.message.key.remoteJidAlt).toBe('33331@lid');

  const ana = await stage.control.phone('5521999990000', 'Ana', {
    addressing: 'lid-only',
    lid: '44441',
  });
  await ana.send('sem número');
  const hidden = await bot.message(({ text }) => text === 'sem número');
  expect(hidden.message.key.remoteJid).toBe('44441@lid');
  expect(hidden.message.key.remoteJidAlt).toBeUndefined();
  const lids = bot.socket.signalRepository.lidMapping;
  expect(await lids.getPNForLID('44441@lid')).toBeNull();
});

test('a reply shows on the phone, and both sides learn that it was delivered and read', async () => {
  const asked = await maria.send('oi');
  const { message } = await bot.message(({ text }) => text === 'oi');
  await maria.sees(({ id, status }) => id === asked.id && status === 'delivered');
  await bot.socket.readMessages([message.key]);
  await maria.sees(({ id, status }) => id === asked.id && status === 'read');

  const sent = await bot.socket.sendMessage(message.key.remoteJid ?? '', { text: 'olá' });
  const id = sent?.key.id ?? '';
  const shown = await maria.sees((one) => one.id === id);
  expect(shown).toMatchObject({
    from: 'bot',
    text: 'olá',
    kind: 'text',
    status: 'delivered',
    n: 2,
  });
  await until('delivery', () => bot.statuses.get(id)?.includes(DELIVERED));
  expect(await maria.read()).toEqual({ read: 1 });
  await until('reading', () => bot.statuses.get(id)?.includes(READ));
  await maria.sees((one) => one.id === id && one.status === 'read');
});

test('a typed Brazilian number leads to the account with or without the ninth digit', async () => {
  await stage.control.phone('558187654321', 'João');
  const found = await bot.socket.onWhatsApp('5581987654321', '551187654321', '5511911111111');
  expect(found?.map(({ jid }) => jid)).toEqual([
    '558187654321@s.whatsapp.net',
    '5511987654321@s.whatsapp.net',
  ]);
});

test('the bot writes first to a number it looked up', async () => {
  await bot.socket.sendMessage('5511987654321@s.whatsapp.net', { text: 'seu código' });
  expect(await maria.sees(({ from }) => from === 'bot')).toMatchObject({ text: 'seu código' });
});

test('what is sent while the bot is away arrives when it comes back, once', async () => {
  await stage.control.post('/faults', { disconnect: 'drop' });
  await bot.closed();
  for (const text of ['um', 'dois', 'três']) await maria.send(text);
  expect((await state()).pending).toBeGreaterThanOrEqual(3);

  const back = stage.bot(auth);
  await back.message(({ text }) => text === 'três');
  expect(back.received.map(({ type, text }) => [type, text])).toEqual([
    ['append', 'um'],
    ['append', 'dois'],
    ['append', 'três'],
  ]);
  await until('receipts', async () => (await state()).pending === 0);
});

test.each([
  ['audio', 'audioMessage'],
  ['image', 'imageMessage'],
  ['sticker', 'stickerMessage'],
  ['location', 'locationMessage'],
  ['contact', 'contactMessage'],
  ['video', 'videoMessage'],
  ['document', 'documentMessage'],
  ['viewOnce', 'viewOnceMessageV2'],
])('sends %s', async (kind, field) => {
  const { id } = await maria.send({ kind });
  const { message } = await bot.message((one) => one.message.key.id === id);
  expect(Object.keys(message.message ?? {})).toContain(field);
});

test('sends unencrypted, in a group, edits and deletions', async () => {
  const plain = await maria.send({ kind: 'plaintext', text: 'sem cifra' });
  expect((await bot.message(({ text }) => text === 'sem cifra')).message.key.id).toBe(plain.id);

  const group = await maria.send({ kind: 'group', text: 'no grupo' });
  const inGroup = await bot.message(({ message }) => message.key.id === group.id);
  expect(inGroup.message.key.remoteJid).toMatch(/@g\.us$/);
  expect(inGroup.message.key.participant).toBe('22220000000001@lid');

  const { id } = await maria.send('errado');
  await maria.send({ kind: 'edit', id, text: 'certo' });
  await maria.sees((one) => one.id === id && one.text === 'certo' && one.edited === true);
  await maria.send({ kind: 'delete', id });
  await maria.sees((one) => one.id === id && one.deleted === true);
  const changes = await until('both changes', () => {
    const found = bot.received.filter(
      ({ message }) => message.message?.protocolMessage?.key?.id === id,
    );
    return found.length === 2 && found;
  });
  expect(changes.map(({ message }) => message.message?.protocolMessage?.type)).toEqual([14, 0]);
});

test('error 463 refuses every message, or only those to people who never wrote', async () => {
  await maria.send('oi');
  const { message } = await bot.message(({ text }) => text === 'oi');
  await stage.control.post('/faults', { nack463: 'strangers' });
  await stage.control.phone('5521999990000', 'Ana');
  const to = message.key.remoteJid ?? '';
  const answer = await bot.socket.sendMessage(to, { text: 'pode' });
  const cold = await bot.socket.sendMessage('5521999990000@s.whatsapp.net', { text: 'não pode' });
  await until('the refusal', () => bot.statuses.get(cold?.key.id ?? '')?.includes(ERROR));
  await maria.sees(({ id }) => id === answer?.key.id);

  await stage.control.post('/faults', { nack463: true });
  const refused = await bot.socket.sendMessage(to, { text: 'nada' });
  await until('the refusal', () => bot.statuses.get(refused?.key.id ?? '')?.includes(ERROR));
  expect((await state()).stats['refused463']).toBe(2);
  expect((await maria.chat()).map(({ text }) => text)).toEqual(['oi', 'pode']);
});

test('a changed identity reaches the bot, and the chat goes on', async () => {
  await maria.send('antes');
  await bot.message(({ text }) => text === 'antes');
  const identities = () => [...auth.rows].filter(([key]) => key.startsWith('identity-key/2222'));
  const [[, before] = []] = identities();
  await stage.control.post('/faults', { identityChange: '+5511987654321' });
  await maria.send('depois');
  await bot.message(({ text }) => text === 'depois');
  const [[, after] = []] = identities();
  expect(before).toBeDefined();
  expect(after).not.toEqual(before);
  await bot.socket.sendMessage('22220000000001@lid', { text: 'ainda aqui' });
  await maria.sees(({ text }) => text === 'ainda aqui');
});

test('typing shows as an event of that phone', async () => {
  const leave = new AbortController();
  const path = `${stage.simulator.url}/phones/${maria.number}/events`;
  const events = await fetch(path, { signal: leave.signal });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  await bot.socket.sendPresenceUpdate('composing', '5511987654321@s.whatsapp.net');
  await bot.socket.sendMessage('5511987654321@s.whatsapp.net', { text: 'pronto' });
  let seen = '';
  while (!seen.includes('pronto')) seen += (await reader?.read())?.value ?? '';
  expect(seen).toContain('event: typing\ndata: {"number":"5511987654321","composing":true}');
  expect(seen).toContain('event: message\n');
  leave.abort();
});
