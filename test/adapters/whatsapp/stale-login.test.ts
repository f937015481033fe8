import { afterEach, beforeEach, expect, it } from 'vitest';

import { until } from '../../support/until.js';
import { setBotStage, type BotStage } from './bot-stage.js';

/* An owner that was frozen while it connected wakes up when the number is another instance's. */

let stage: BotStage;

beforeEach(async () => {
  stage = await setBotStage();
});
afterEach(async () => {
  await stage.end();
  expect(stage.errors).toEqual([]);
});

async function logins(): Promise<number> {
  const { stats } = (await stage.control.get('/state')) as { stats: { logins: number } };
  return stats.logins;
}

it('case C2: a stale owner does not log in, and the rightful one stays connected', async () => {
  const rightful = await stage.paired();
  const before = await logins();
  const stale = await stage.live(rightful.vault, { isOurs: () => Promise.resolve(false) });
  await until('that it noticed', () => stale.connection.status().cause === 'not_owner');
  expect(await logins()).toBe(before);
  expect(rightful.connection.status().state).toBe('open');
});

it('case C2: an answer from before the freeze does not count', async () => {
  const rightful = await stage.paired();
  const before = await logins();
  let now = new Date();
  const answers = [true, false];
  const stale = await stage.live(rightful.vault, {
    clock: { now: () => now },
    isOurs: () => {
      // Frozen between the question and the answer.
      now = new Date(now.getTime() + 60_000);
      return Promise.resolve(answers.shift() ?? false);
    },
  });
  await until('that it noticed', () => stale.connection.status().cause === 'not_owner');
  expect([await logins(), answers]).toEqual([before, []]);
});

it('case C2: one that logged in all the same notices at once and leaves', async () => {
  const rightful = await stage.paired();
  const since = rightful.statuses.length;
  const answers = [true, false];
  const stale = await stage.live(rightful.vault, {
    isOurs: () => Promise.resolve(answers.shift() ?? false),
  });
  await rightful.reaches('replaced', since);
  await until('that it noticed', () => stale.connection.status().cause === 'not_owner');
  rightful.connection.pair();
  await rightful.reaches('open', since);
  expect(stale.connection.status().state).toBe('waiting');
});

it('case C2: nobody logs in while the database cannot tell whose the number is', async () => {
  const rightful = await stage.paired();
  await rightful.connection.stop();
  const before = await logins();
  let isDown = true;
  const life = await stage.live(rightful.vault, {
    isOurs: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(true)),
  });
  await until(
    'two tries',
    () => life.events.filter(({ event }) => event === 'whatsapp.lease_unreachable').length > 1,
  );
  expect(await logins()).toBe(before);
  isDown = false;
  await life.reaches('open');
});
