import { expect, it } from 'vitest';
import type { TurnReport } from '#src/app/ports/turn-observer.js';
import { NEWCOMERS, OWNERS } from '#src/dev/demo/people.js';
import { createTour } from '#src/dev/demo/tour/tour.js';
import { UTTERANCES } from '#src/dev/demo/words/catalogue.js';
import type { Phone } from '#src/domain/phone.js';

const AT = new Date('2026-11-23T17:32:00Z');
const [pedro] = NEWCOMERS;
const [carla] = OWNERS;
const others = { newcomer: carla, owner: pedro };
const session = { type: 'session.created', accountId: 'a', sessionId: 's' } as const;

function newTour(unpaired = false) {
  const tour = createTour({
    cast: { newcomer: pedro, owner: carla },
    unpaired,
    utterances: UTTERANCES['pt-BR'],
  });
  return {
    ...tour,
    done: () =>
      tour
        .view()
        .steps.filter(({ done }) => done)
        .map(({ name }) => name),
  };
}

function turn(value: unknown, more: Partial<TurnReport> = {}): TurnReport {
  return {
    phone: `+${pedro.number}` as Phone,
    at: AT,
    steps: [],
    snapshot: { version: 2, state: { value, context: {} } },
    queued: [],
    pausedUntil: null,
    ...more,
  };
}

const withLink = { queued: [{ kind: 'link', expiresAt: AT }] } as const;
const registered = { ...withLink, steps: [{ event: 'yes', effects: ['register'] }] };

it('says what the newcomer writes next, by the state of the chat', () => {
  const tour = newTour();
  const next = () => tour.view().writes.register?.text;
  expect(next()).toBe('oi');
  tour.took(turn({ taxId: 'asking' }));
  expect(next()).toBe(pedro.cpf);
  tour.took(turn({ registration: 'name' }));
  expect(next()).toBe(pedro.name);
  tour.took(turn({ registration: 'consent' }));
  expect(next()).toBe('1');
  tour.took(turn({ resting: 'accessSent' }, registered));
  expect(next()).toBeUndefined();
  expect(tour.done()).toEqual(['register']);
});

it('takes no turn of another chat, and no link without a registration, for the registration', () => {
  const tour = newTour();
  tour.took(turn({ resting: 'accessSent' }, { ...registered, phone: '+5511987654321' as Phone }));
  expect(tour.view().links).toEqual({ newcomer: null, owner: null });
  tour.took(turn({ resting: 'accessSent' }, withLink));
  expect(tour.view().links).toEqual({ newcomer: pedro.number, owner: null });
  expect(tour.done()).toEqual([]);
});

it.each([
  { method: 'login_link', step: ['link'] },
  { method: 'request', step: ['number'] },
  { method: 'google', step: ['google'] },
  { method: 'code', step: [] },
  { method: 'password', step: [] },
] as const)('a session by $method checks off $step', ({ method, step }) => {
  const tour = newTour();
  tour.happened({ ...session, method });
  expect(tour.done()).toEqual(step);
});

it('checks off the alert only when the owner blocks after the stranger came in', async () => {
  const tour = newTour();
  const blocked = { type: 'account.blocked', accountId: 'a', by: 'owner' } as const;
  tour.happened(blocked);
  expect(tour.done()).toEqual([]);
  expect(tour.view().writes.block).toEqual({ number: carla.number, text: 'entrar' });
  const ofCarla = { ...withLink, phone: `+${carla.number}` as Phone };
  tour.took(turn({ resting: 'accessSent' }, ofCarla));
  expect(tour.view().writes.block).toBeNull();
  expect(tour.view().links).toEqual({ newcomer: null, owner: carla.number });
  await tour.asStranger(() => {
    tour.happened({ ...session, method: 'login_link' });
    return Promise.resolve(true);
  });
  expect(tour.done()).toEqual([]);
  expect(tour.view().links.owner).toBeNull();
  expect(tour.view().writes.block?.text).toBe('BLOQUEAR');
  tour.happened(blocked);
  expect(tour.done()).toEqual(['block']);
});

it('begins with the pairing where the bot has no phone, and starts again after it', () => {
  const tour = newTour(true);
  let changes = 0;
  const end = tour.listen(() => (changes += 1));
  tour.paired();
  tour.happened({ ...session, method: 'google' });
  expect(tour.done()).toEqual(['pair', 'google']);
  tour.restart(others);
  expect(tour.done()).toEqual(['pair']);
  expect(tour.cast()).toBe(others);
  expect(changes).toBe(3);
  end();
  tour.paired();
  expect(changes).toBe(3);
});
