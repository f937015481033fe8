import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_FAULTS } from '#src/dev/google-simulator/faults.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';

let simulator: GoogleSimulator;
beforeAll(async () => {
  simulator = await startGoogleSimulator({ port: 0 });
});
afterAll(() => simulator.close());

async function control(route: string, body?: unknown) {
  const response = await fetch(`${simulator.issuer}/control${route}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json' },
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
}

it('lists its people, who have Google’s long ids', async () => {
  const { body } = await control('/people');
  const people = body as { sub: string; name: string }[];
  expect(people.map(({ name }) => name)).toContain('Joana Silva');
  expect(people.every(({ sub }) => /^\d{21}$/.test(sub))).toBe(true);
});

it('takes another person, also with an e-mail that somebody has', async () => {
  const added = await control('/people', {
    givenName: 'Joana',
    familyName: 'Lima',
    email: 'joana.silva@gmail.example',
  });
  expect(added.status).toBe(201);
  expect((await control('/people')).body).toContainEqual(added.body);
});

it('switches faults on and off, and stays reachable while it is down', async () => {
  expect((await control('/faults', { down: 'everything' })).status).toBe(200);
  await expect(fetch(`${simulator.issuer}/jwks`)).rejects.toThrow();
  expect((await control('/faults', { down: null })).body).toEqual(NO_FAULTS);
  expect((await fetch(`${simulator.issuer}/jwks`)).status).toBe(200);
});

it('makes tokens for a person, and a problem of nobody and of faults there are not', async () => {
  const [person] = (await control('/people')).body as { sub: string }[];
  const made = await control('/tokens', { sub: person?.sub });
  expect(Object.keys(made.body as object).sort()).toEqual(['credential', 'token']);
  expect((await control('/tokens', { sub: '0' })).status).toBe(404);
  expect((await control('/faults', { idToken: 'ugly' })).status).toBe(400);
});

it('tells for whom an access token was made, however it is asked', async () => {
  const [person] = (await control('/people')).body as { sub: string }[];
  const { token } = (await control('/tokens', { sub: person?.sub })).body as { token: string };
  const address = `${simulator.issuer}/tokeninfo`;
  const header = { headers: { authorization: `Bearer ${token}` } };
  const answers = [
    await fetch(`${address}?access_token=${token}`),
    await fetch(address, { method: 'POST', ...header }),
    await fetch(address, { method: 'POST', body: new URLSearchParams({ access_token: token }) }),
  ];
  const shown = { aud: 'zap-login-demo', azp: 'zap-login-demo', sub: person?.sub };
  for (const answer of answers) expect(await answer.json()).toMatchObject(shown);
});

it('changes the keys', async () => {
  const keys = async () =>
    (await (await fetch(`${simulator.issuer}/jwks`)).json()) as { keys: { kid: string }[] };
  const before = await keys();
  await control('/keys/rotate', {});
  expect((await keys()).keys[0]?.kid).not.toBe(before.keys[0]?.kid);
});
