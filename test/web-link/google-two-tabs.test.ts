import { afterAll, beforeAll, expect, it } from 'vitest';
import { visitGoogle } from '../support/google-visit.js';
import { linkedPerson } from '../support/google-steps.js';
import { comeBack, createGoogleWorld, whoIsIn, type GoogleWorld } from '../support/google-world.js';

const START = '/api/auth/google/start';

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

it('case E6: two tabs of a new browser start at once, and both come back', async () => {
  const { person, sub } = await linkedPerson(world);
  const browser = world.browser();
  const going = await Promise.all([browser.get(START), browser.get(START)]);
  const answers = [];
  for (const { headers } of going) {
    answers.push(await visitGoogle(String(headers['location']), sub));
  }
  for (const answer of answers) {
    const back = await comeBack(browser, answer);
    expect([back.status, back.headers['location']]).toEqual([303, '/dashboard']);
  }
  expect(await whoIsIn(browser)).toBe(person.id);
});

it('case E6: an answer that was taken comes back no second time, nor into another browser', async () => {
  const { sub } = await linkedPerson(world);
  const browser = world.browser();
  const [first, second] = await Promise.all([browser.get(START), browser.get(START)]);
  const taken = await visitGoogle(String(first.headers['location']), sub);
  expect((await comeBack(browser, taken)).status).toBe(303);
  expect((await comeBack(browser, taken)).status).toBe(400);
  const stolen = await visitGoogle(String(second.headers['location']), sub);
  expect((await comeBack(world.browser(), stolen)).status).toBe(400);
});

it('case E6: a browser keeps eight open ways, not every one it ever began', async () => {
  const browser = world.browser();
  for (let starts = 0; starts < 12; starts += 1) await browser.get(START);
  const { headers } = await browser.get(START);
  const set = headers['set-cookie'] as unknown as string[];
  const journeys = set.filter((line) => line.includes('zl_to_google_'));
  expect(journeys.filter((line) => line.includes('Max-Age=600'))).toHaveLength(1);
  expect(journeys.filter((line) => line.includes('Expires=Thu, 01 Jan 1970'))).toHaveLength(1);
});
