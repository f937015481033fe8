import { afterEach, beforeEach, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { ownMessageId, setBotStage, type BotLife, type BotStage } from './bot-stage.js';

/* What a crash leaves is the vault as it was at that moment, and a socket that is cut. */

const MARIA = '5511987654321';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

async function answer(life: BotLife, text: string) {
  const { chat } = await until('a chat', () => life.inbox.at(-1));
  return life.connection.channel.send({ chat, messageId: ownMessageId(), text });
}

/** The process is gone without a word; another one starts from what was durable when the phone had seen `text`. */
async function crashOnceSeen(life: BotLife, seen: Promise<unknown>): Promise<BotLife> {
  await seen;
  const left = life.vault.copy();
  life.vault.epoch += 1n; // what the dead process would still write goes nowhere
  await stage.control.post('/faults', { disconnect: 'drop' });
  // It runs in this process: it would come back beside the next one and take the number from it.
  await life.connection.stop();
  const next = await stage.live(left);
  await next.reaches('open');
  return next;
}

it('holds a message back until the keys it moved are durable', async () => {
  const life = await stage.paired();
  const maria = await stage.control.phone(MARIA, 'Maria');
  await maria.send('oi');
  await life.hears('oi');
  await answer(life, 'primeira');
  await maria.sees(({ text }) => text === 'primeira');

  const groups = life.vault.groups.length;
  const unblock = life.vault.block();
  const sent = answer(life, 'segunda');
  await maria.send('e aí?');
  await life.hears('e aí?');
  // The bot has heard and has answered; nothing of it has left.
  const state = (await stage.control.get('/state')) as { pending: number };
  expect(state.pending).toBe(1);
  expect((await maria.chat()).map(({ text }) => text)).not.toContain('segunda');
  expect(life.vault.groups).toHaveLength(groups);

  unblock();
  expect(await sent).toEqual({ ok: true, value: null });
  await maria.sees(({ text }) => text === 'segunda');
});

it('can be read after a crash at the moment a message arrived at the phone', async () => {
  let life = await stage.paired();
  const maria = await stage.control.phone(MARIA, 'Maria');
  await maria.send('oi');
  await life.hears('oi');
  life.vault.latencyMs = 20;
  for (const round of [1, 2, 3]) {
    const text = `resposta ${round}`;
    const seen = maria.sees((message) => message.text === text);
    expect(await answer(life, text)).toMatchObject({ ok: true });
    const { inbox } = life;
    life = await crashOnceSeen(life, seen);
    life.inbox.push(...inbox);
  }
  await answer(life, 'a última');
  await maria.sees(({ text }) => text === 'a última');
  expect(await stage.control.get('/state')).toMatchObject({ stats: { undecryptable: 0 } });
});

it('loses no message that was read but not stored when the process died', async () => {
  let stored = false;
  const first = await stage.paired({
    onMessage: () => {
      stored = true;
      return new Promise(() => undefined);
    },
  });
  const maria = await stage.control.phone(MARIA, 'Maria');
  await maria.send('não me perca');
  await until('the handler', () => stored);
  const second = await crashOnceSeen(first, Promise.resolve());
  expect((await second.hears('não me perca')).phone).toBe(`+${MARIA}`);
  await answer(second, 'aqui está');
  await maria.sees(({ text }) => text === 'aqui está');
});

it('commits again what a failing database refused, and holds output meanwhile', async () => {
  const life = await stage.paired();
  const maria = await stage.control.phone(MARIA, 'Maria');
  await maria.send('oi');
  await life.hears('oi');
  await until('all durable', async () => (await answer(life, 'pronto')).ok);
  life.vault.faults.push(new Error('down'), new Error('down'), new Error('down'));
  expect(await answer(life, 'apesar de tudo')).toEqual({ ok: true, value: null });
  await maria.sees(({ text }) => text === 'apesar de tudo');
  const troubles = life.events.filter(({ event }) => event === 'whatsapp.keys_not_saved');
  expect(troubles.map(({ fields }) => fields['attempt'])).toEqual([1, 2, 3]);
});
