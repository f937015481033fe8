import { afterEach, beforeEach, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { ownMessageId, setBotStage, type BotLife, type BotStage } from './bot-stage.js';

/* Security case 64: a decoy costs what a message costs, and nothing of it leaves. */

const MARIA = '5511987654321';

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

const stanzas = async () => {
  const { stats } = (await stage.control.get('/state')) as { stats: { stanzas: number } };
  return stats.stanzas;
};

/** The names of the Signal sessions that were written since. */
const sessionsWritten = ({ vault }: BotLife, since: number) =>
  vault.groups
    .slice(since)
    .flat()
    .flatMap((change) => (change.kind === 'key' && change.type === 'session' ? [change.id] : []));

it('moves two ratchets, as a message to a person does, and sends no stanza', async () => {
  const life = await stage.paired();
  const before = await stanzas();
  const since = life.vault.groups.length;
  expect(await life.connection.channel.sendDecoy({ text: '*123 456*' })).toMatchObject({
    ok: true,
  });
  await until('both ratchets', () => new Set(sessionsWritten(life, since)).size === 2);
  expect(new Set(sessionsWritten(life, since))).toEqual(new Set(['0_1.0', '00_1.0']));
  expect(await stanzas()).toBe(before);

  const again = life.vault.groups.length;
  const keys = life.vault.contents().keys.length;
  await Promise.all(
    ['um', 'dois', 'três'].map((text) => life.connection.channel.sendDecoy({ text })),
  );
  await until('ratchets of three', () => sessionsWritten(life, again).length >= 2);
  // The recipients are made once: no row is added.
  expect(life.vault.contents().keys).toHaveLength(keys);
  expect(life.identityChanges).toEqual([]);
});

it('leaves the messages to people in their order and readable', async () => {
  const life = await stage.paired();
  const maria = await stage.control.phone(MARIA, 'Maria');
  await maria.send('oi');
  const { chat } = await life.hears('oi');
  const { channel } = life.connection;
  const texts = ['primeira', 'segunda', 'terceira'];
  for (const text of texts) {
    const sent = channel.send({ chat, messageId: ownMessageId(), text });
    const decoys = [channel.sendDecoy({ text }), channel.sendDecoy({ text })];
    expect(await Promise.all([sent, ...decoys])).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: true },
    ]);
    await maria.sees((message) => message.text === text);
  }
  const shown = (await maria.chat()).map(({ text }) => text);
  expect(shown.filter((text) => texts.includes(text))).toEqual(texts);
  expect(await stage.control.get('/state')).toMatchObject({ stats: { undecryptable: 0 } });
});

it('makes its recipients anew when their sessions cannot be used', async () => {
  const life = await stage.paired();
  const { channel } = life.connection;
  expect(await channel.sendDecoy({ text: 'um' })).toMatchObject({ ok: true });
  await until('its sessions', () => sessionsWritten(life, 0).includes('00_1.0'));
  const spoiled = life.vault.copy();
  for (const { type, id, value } of life.vault.contents().keys) {
    if (type !== 'session' || !['0_1.0', '00_1.0'].includes(id)) continue;
    // Open, and without the chain that a message is encrypted with.
    const changed = value.replace(/"_chains":\{.*?\}\}\},/u, '"_chains":{},');
    expect(changed).not.toBe(value);
    await spoiled.commit({
      bot: 'test',
      epoch: spoiled.epoch,
      changes: [{ kind: 'key', type, id, value: changed }],
    });
  }
  await life.connection.stop();
  const next = await stage.live(spoiled);
  await next.reaches('open');
  expect(await next.connection.channel.sendDecoy({ text: 'dois' })).toMatchObject({ ok: true });
});

it('says that nothing could be sent while there is no connection', async () => {
  const life = await stage.paired();
  await life.connection.stop();
  expect(await life.connection.channel.sendDecoy({ text: 'oi' })).toMatchObject({
    error: { code: 'not_connected' },
  });
});
