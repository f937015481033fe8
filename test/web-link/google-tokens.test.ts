import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../support/google-steps.js';
import { createGoogleWorld, type GoogleWorld } from '../support/google-world.js';

const HOUR_MS = 3_600_000;
const UUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g;

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

describe('tokens that prove nothing', () => {
  it('are refused when they are another app’s (security case 34)', async () => {
    const { sub } = world.googler();
    const { token, credential } = await world.simulator.tokensFor({ sub, app: 'another' });
    for (const body of [{ token }, { credential }]) {
      const answer = await world.browser().post('/api/auth/google').send(body);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'google_token_invalid']);
    }
  });

  it('are refused when they have expired (security case 33)', async () => {
    const { sub } = world.googler();
    const { credential } = await world.simulator.tokensFor({ sub });
    world.pass(HOUR_MS + 65_000);
    expect((await world.browser().post('/api/auth/google').send({ credential })).status).toBe(401);
  });

  it('are no requests at all when they are malformed', async () => {
    const bodies = [{}, { credential: '' }, { credential: ['x'] }, { credential: 'x', token: 'x' }];
    for (const body of bodies) {
      expect((await world.browser().post('/api/auth/google').send(body)).status).toBe(400);
    }
    const form = await world.browser().post('/api/auth/google').type('form').send('credential=x');
    expect(form.status).toBe(415);
  });

  it('is told from a Google that is down', async () => {
    const { token } = await world.simulator.tokensFor({ sub: world.googler().sub });
    world.simulator.setFaults({ down: 'everything' });
    const answer = await world.browser().post('/api/auth/google').send({ token });
    world.simulator.setFaults({ down: null });
    expect([answer.status, codeOf(answer)]).toEqual([503, 'google_unavailable']);
  });
});

it('leaves no token, e-mail, CPF or id of Google in the log', () => {
  // Ids of requests are chance, and may be eleven digits in a row.
  const log = JSON.stringify(world.logged).replace(UUID, 'uuid');
  expect(log).toContain('google.refused');
  expect(log).not.toMatch(/eyJ|@gmail|\d{11}/);
});
