import { beforeEach, expect, it } from 'vitest';
import { contract } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';
import { createWaysIn, type Person } from './ways-in.js';

const ALERT = 'signed in Chrome Windows';

contract('the alert of a new device', (parts) => {
  let stage: Stage;
  let ways: ReturnType<typeof createWaysIn>;
  beforeEach(() => {
    stage = createStage(parts());
    ways = createWaysIn(stage);
  });

  /** How many alerts wait each time that the delivery is woken while somebody comes in, more than before. */
  async function entering(person: Person, enter: (person: Person) => Promise<void>) {
    const waiting = () =>
      parts().database.prisma.outboxMessage.count({ where: { kind: 'alert', status: 'queued' } });
    const before = await waiting();
    const found: Promise<number>[] = [];
    const stop = stage.bus.subscribe('outbox.queued', () => void found.push(waiting()));
    await enter(person);
    stop();
    return (await Promise.all(found)).map((alerts) => alerts - before);
  }

  it.each([
    // A code wakes the delivery by itself before it is typed.
    { way: 'a code', wakes: 2, alerts: 1 },
    { way: 'a link', wakes: 1, alerts: 1 },
    { way: 'approval', wakes: 1, alerts: 1 },
    { way: 'a password', wakes: 1, alerts: 1 },
    { way: 'Google', wakes: 1, alerts: 1 },
    // The owner hears of the link and of the device.
    { way: 'Google for the first time', wakes: 1, alerts: 2 },
  ] as const)('leaves at once after $way', async ({ way, wakes, alerts }) => {
    const person = await stage.person();
    const found = await entering(person, ways.enter[way]);
    expect(found).toHaveLength(wakes);
    expect(found.at(-1)).toBe(alerts);
    expect(await stage.sentTo(person.chat)).toContain(ALERT);
  });

  it('is about each device once', async () => {
    const person = await stage.person();
    await entering(person, ways.enter['a link']);
    expect(await entering(person, ways.enter['a password'])).toEqual([]);
    expect(await stage.sentTo(person.chat)).toEqual([ALERT]);
  });
});
