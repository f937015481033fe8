import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSimulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import { startBot, trustRoot } from '../../support/baileys-bot.js';
import { until } from '../../support/until.js';
import { BOT_NUMBER, controlClient, setStage, type Stage } from './simulator-client.js';

let stage: Stage;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  stage = await setStage({ stateFile: join(folder, 'state.json') });
});
afterEach(async () => {
  await stage.end();
  await rm(folder, { recursive: true });
  expect(stage.errors).toEqual([]);
});

test.each([
  [440, 440],
  [503, 503],
  [515, 515],
  [428, 428],
  ['drop', 428],
] as const)(
  'disconnecting with %s ends with %i, and the bot can come back',
  async (cause, code) => {
    const { auth, bot } = await stage.pairedBot();
    expect(await stage.control.post('/faults', { disconnect: cause })).toMatchObject({
      disconnected: 1,
    });
    expect(await bot.closed()).toBe(code);
    await stage.bot(auth).opened();
  },
);

test('401 unlinks the bot: its keys are refused and phones have nobody to write to', async () => {
  const { auth, bot } = await stage.pairedBot();
  const maria = await stage.control.phone('5511987654321', 'Maria');
  await stage.control.post('/faults', { disconnect: 401 });
  expect(await bot.closed()).toBe(401);
  expect(await stage.bot(auth).closed()).toBe(401);
  const path = `/phones/${maria.number}/messages`;
  const answer = await stage.control.call('POST', path, { text: 'oi' });
  expect(answer).toMatchObject({ status: 409, body: { code: 'not-paired' } });
  await stage.pairedBot();
  await maria.send('oi de novo');
});

test('a second socket on the same keys takes over from the first', async () => {
  const { auth, bot } = await stage.pairedBot();
  await stage.bot(auth).opened();
  expect(await bot.closed()).toBe(440);
});

test('a login can be refused as for a banned number', async () => {
  const { auth, bot } = await stage.pairedBot();
  await stage.control.post('/faults', { disconnect: 'drop', loginFailure: 403 });
  await bot.closed();
  expect(await stage.bot(auth).closed()).toBe(403);
  await stage.control.post('/faults', { loginFailure: null });
  await stage.bot(auth).opened();
});

test('while offline nobody gets in, and afterwards the bot does', async () => {
  const { auth, bot } = await stage.pairedBot();
  await stage.control.post('/faults', { offline: true });
  expect(await bot.closed()).toBe(428);
  const shutOut = stage.bot(auth);
  expect(await shutOut.closed()).toBeGreaterThanOrEqual(400);
  expect(await stage.control.get('/state')).toMatchObject({ connected: false });
  await stage.control.post('/faults', { offline: false });
  await stage.bot(auth).opened();
});

test('latency holds stanzas back and keeps their order', async () => {
  const { bot } = await stage.pairedBot();
  const maria = await stage.control.phone('5511987654321', 'Maria');
  await stage.control.post('/faults', { latencyMs: 200 });
  const start = performance.now();
  for (const text of ['1', '2', '3']) await maria.send(text);
  await bot.message(({ text }) => text === '3');
  expect(performance.now() - start).toBeGreaterThanOrEqual(190);
  expect(bot.received.map(({ text }) => text)).toEqual(['1', '2', '3']);
});

test('messages come twice and shuffled, and those of one phone in their order', async () => {
  const { bot } = await stage.pairedBot();
  const phones = [
    await stage.control.phone('5511987654321', 'Maria'),
    await stage.control.phone('5511987654322', 'Ana'),
  ];
  await stage.control.post('/faults', { duplicate: 1, shuffle: true });
  for (const n of ['1', '2', '3']) {
    await Promise.all(phones.map((phone, who) => phone.send(`${who}:${n}`)));
  }
  for (const who of [0, 1]) {
    await bot.message(({ text }) => text === `${who}:3`);
    const own = bot.received.map(({ text }) => text).filter((text) => text?.startsWith(`${who}:`));
    expect([...new Set(own)]).toEqual([`${who}:1`, `${who}:2`, `${who}:3`]);
  }
  expect(await stage.control.get('/state')).toMatchObject({ stats: { redeliveries: 6 } });
});

test('goes on after a restart: same root, same chats, no new pairing, waiting messages', async () => {
  const { auth, bot } = await stage.pairedBot();
  const maria = await stage.control.phone('5511987654321', 'Maria');
  await maria.send('antes');
  await bot.message(({ text }) => text === 'antes');
  await bot.socket.sendMessage('5511987654321@s.whatsapp.net', { text: 'resposta' });
  await maria.sees(({ text }) => text === 'resposta');
  await stage.control.post('/faults', { disconnect: 'drop' });
  await bot.closed();
  await maria.send('na espera');
  await stage.simulator.close();

  const stateFile = join(folder, 'state.json');
  const again = await startSimulator({ port: 0, stateFile });
  expect(again.rootKey).toBe(stage.simulator.rootKey);
  const distrust = trustRoot(again.rootKey);
  const back = startBot({ waUrl: again.waUrl, auth });
  await back.message(({ text }) => text === 'na espera');
  const control = controlClient(again.url);
  const phone = await control.phone('5511987654321', 'Maria');
  await phone.send('depois');
  await back.message(({ text }) => text === 'depois');
  const sent = await back.socket.sendMessage('5511987654321@s.whatsapp.net', { text: 'fim' });
  await phone.sees(({ id }) => id === sent?.key.id);
  expect((await phone.chat()).map(({ text }) => text)).toEqual([
    'antes',
    'resposta',
    'na espera',
    'depois',
    'fim',
  ]);
  expect(await control.get('/state')).toMatchObject({ botNumber: BOT_NUMBER, connected: true });
  await back.stop();
  await again.close();
  distrust();
});

test('the state file is complete, only its owner reads it, and nothing is left beside it', async () => {
  await stage.control.phone('5511987654321', 'Maria');
  const path = join(folder, 'state.json');
  await until('the save', async () => (await readdir(folder)).includes('state.json'));
  await until('the phone', async () => (await readFile(path, 'utf8')).includes('5511987654321'));
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    format: 'whatsapp-simulator',
    version: 1,
  });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await until('the rename', async () => (await readdir(folder)).length === 1);
});

test.each([
  ['another version', '{"format":"whatsapp-simulator","version":99}'],
  ['something else', 'not JSON at all'],
])('does not start on a state file of %s', async (_name, content) => {
  const stateFile = join(folder, 'other.json');
  await writeFile(stateFile, content);
  await expect(startSimulator({ port: 0, stateFile })).rejects.toThrow('Remove it to start afresh');
  expect(await readFile(stateFile, 'utf8')).toBe(content);
});
