import { expect, it } from 'vitest';
import { submit } from '../support/submit.js';
import { cookiesOf, startWeb } from '../support/web-client.js';

const PAGE = '/login/whatsapp';
const REQUESTS = '/api/auth/requests';

async function approved() {
  const { world, browser } = await startWeb();
  const joanas = browser();
  const approve = (requestId: string) =>
    world.loginRequests.decide(requestId, 'approved', world.joana.accountId);
  async function onPage(): Promise<void> {
    await joanas.post(PAGE).type('form').send({ next: '/conta' });
    const { text } = await joanas.get(PAGE);
    await approve(/data-request="([^"]+)"/.exec(text)?.[1] ?? '');
  }
  async function overApi(): Promise<string> {
    const answer = await joanas.post(REQUESTS).send({});
    const { requestId } = answer.body as { requestId: string };
    await approve(requestId);
    return `${REQUESTS}/${requestId}/complete`;
  }
  return { world, joanas, onPage, overApi };
}

it('case A6: the page of a new browser names the account and asks, without a script', async () => {
  const { world, joanas, onPage } = await approved();
  await onPage();
  const asked = await submit(joanas, `${PAGE}/complete`);
  expect(asked.text).toContain('<h1>Entrar como J••• S•••?</h1>');
  expect(asked.text).not.toContain('Joana');
  expect(asked.text).toContain('name="confirm" value="yes"');
  expect(asked.text).toContain('Não sou eu, fazer outro pedido');
  expect([world.sessions.size, ...cookiesOf(asked).keys()]).toEqual([0, 'zl_fault']);
  const done = await joanas.post(`${PAGE}/complete`).type('form').send({ confirm: 'yes' });
  expect([done.status, done.headers['location']]).toEqual([303, '/conta']);
});

it('case A6: the browser that was in this account last goes in by itself', async () => {
  const { joanas, onPage, overApi } = await approved();
  await joanas.post(await overApi()).send({ confirm: true });
  await joanas.post('/api/auth/logout');
  await onPage();
  const done = await joanas.post(`${PAGE}/complete`);
  expect([done.status, done.headers['location']]).toEqual([303, '/conta']);
});

it('case A6: the API says whose account it is, and goes on with confirm', async () => {
  const { world, joanas, overApi } = await approved();
  const path = await overApi();
  for (const body of [undefined, {}, { confirm: false }]) {
    const asked = await joanas.post(path).send(body);
    expect([asked.status, asked.body]).toEqual([
      409,
      expect.objectContaining({ code: 'confirmation_required', maskedName: 'J••• S•••' }),
    ]);
  }
  expect(world.sessions.size).toBe(0);
  expect((await joanas.post(path).send({ confirm: 'yes' })).status).toBe(400);
  const done = await joanas.post(path).send({ confirm: true });
  expect([done.status, done.body]).toEqual([200, { status: 'logged_in' }]);
});
