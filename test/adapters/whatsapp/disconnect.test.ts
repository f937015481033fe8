import { afterEach, beforeEach, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { setBotStage, type BotStage } from './bot-stage.js';

/* A message that was read moves its sender's ratchet and cannot be read again: it must be handed over, too. */

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
