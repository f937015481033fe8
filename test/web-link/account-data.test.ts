import { expect, it } from 'vitest';
import { startWeb } from '../support/web-client.js';

const PATH = '/account/data.json';

it('gives people everything about themselves as a file that nobody caches (security case 51)', async () => {
  const { http, world } = await startWeb();
  const { accessToken } = world.signIn(world.joana.accountId);
  const file = await http.get(PATH).set('Cookie', `zl_access=${accessToken}`);
  expect(file.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename=zap-login.json',
    'cache-control': 'no-store',
  });
  expect(file.body).toMatchObject({ account: { name: 'Joana Maria Silva' } });
});

it('sends strangers to the login page and back', async () => {
  const { http } = await startWeb();
  const answer = await http.get(PATH);
  expect([answer.status, answer.headers['location']]).toEqual([
    303,
    '/login?next=%2Faccount%2Fdata.json',
  ]);
});

it('gives nothing once the account is gone', async () => {
  const { http, world } = await startWeb();
  const { accessToken } = world.signIn(world.joana.accountId);
  world.removePerson(world.joana.accountId);
  const answer = await http.get(PATH).set('Cookie', `zl_access=${accessToken}`);
  expect([answer.status, world.sessions.size]).toEqual([303, 0]);
});
