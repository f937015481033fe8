import { afterEach, beforeEach, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { ownMessageId, setBotStage, type BotStage } from './bot-stage.js';

/*
 * Nothing is lost with the connection, in either direction.
 * A message that was read moves its sender's ratchet and cannot be read again: it must be handed over, too. One
 * that has left may have arrived nowhere: it counts as sent when WhatsApp says that it has it.
 */

const PEOPLE = 40;
/** The queue is cut at other points, from the first message of the burst to the last ones. */
const CUT_AFTER = [1, 4, 12, 30];

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

/** How many stanzas of the bot have come as far as WhatsApp's door. */
async function stanzas(): Promise<number> {
  const { stats } = (await stage.control.get('/state')) as { stats: { stanzas: number } };
  return stats.stanzas;
}

function numberOf(index: number): string {
  return String(5_511_960_000_000 + index);
}

it.each([503, 'drop'] as const)(
  'hears all that was on its way when the connection ended (%s)',
  async (disconnect) => {
    let endAt = Infinity;
    let ended: Promise<unknown> = Promise.resolve();
    const heard = new Map<string, number>();
    const life = await stage.paired({
      onMessage: ({ content }) => {
        const text = content.kind === 'text' ? content.text : content.kind;
        heard.set(text, (heard.get(text) ?? 0) + 1);
        if (heard.size === endAt) ended = stage.control.post('/faults', { disconnect });
        return Promise.resolve();
      },
    });
    const phones = await Promise.all(
      Array.from({ length: PEOPLE }, (_, index) =>
        stage.control.phone(numberOf(index), `Pessoa ${index}`),
      ),
    );
    let expected = 0;
    for (const after of CUT_AFTER) {
      endAt = expected + after;
      expected += PEOPLE;
      const since = life.statuses.length;
      await Promise.all(phones.map((phone, index) => phone.send(`${index} até ${expected}`)));
      await until('the end of the connection', () => (heard.size >= endAt ? true : null));
      await ended;
      await life.reaches('open', since);
      await until(`all of ${expected}`, () => (heard.size === expected ? true : null));
    }
    await until('receipts of them all', async () => {
      const { pending } = (await stage.control.get('/state')) as { pending: number };
      return pending === 0;
    });
  },
  120_000,
);

it.each([503, 'drop'] as const)(
  'does not take a message for sent that WhatsApp never had when the connection ended (%s)',
  async (disconnect) => {
    const life = await stage.paired();
    const maria = await stage.control.phone('5511987654321', 'Maria');
    await maria.send('oi');
    const { chat } = await life.hears('oi');
    const say = (messageId: string, text: string) =>
      life.connection.channel.send({ chat, messageId, text });
    expect(await say(ownMessageId(), 'primeira')).toEqual({ ok: true, value: null });

    await stage.control.post('/faults', { deaf: true });
    const before = await stanzas();
    const messageId = ownMessageId();
    const lost = say(messageId, 'segunda');
    await until('the message on the wire', async () => (await stanzas()) > before);
    const since = life.statuses.length;
    await stage.control.post('/faults', { disconnect });
    expect(await lost).toMatchObject({ ok: false, error: { code: 'not_connected' } });
    await stage.control.post('/faults', { deaf: false });
    await life.reaches('open', since);
    expect(await say(messageId, 'segunda')).toEqual({ ok: true, value: null });
    await maria.sees(({ text }) => text === 'segunda');
    const texts = (await maria.chat()).map(({ text }) => text);
    expect(texts).toEqual(['oi', 'primeira', 'segunda']);
  },
);
