import { describe, expect, test } from 'vitest';
import { ADMIN_PASSWORD } from '../support/admin-client.js';
import { A_CLAIM } from '../support/admin-people.js';
import { CPF, FIVE_MINUTES, REASON, settlement, signedIn } from './people-world.js';

describe('/admin/claims', () => {
  test('shows who has the account, who claims it and since when, masked', async () => {
    const { browser } = await signedIn();
    const page = await browser.get('/admin/claims').expect(200);
    expect(page.headers['cache-control']).toBe('no-store');
    for (const text of ['***.444.777-**', '1 WhatsApp · senha · Google', '20/11/2026, 15:30']) {
      expect(page.text).toContain(text);
    }
    expect(page.text).toContain('+55 11 *****-4321');
    expect(page.text).toContain('aria-current="page"');
  });

  test('case A8: a held claim says why, and only that one can be accepted', async () => {
    const { world, browser, post } = await signedIn();
    expect((await browser.get('/admin/claims')).text).not.toContain('value="allowed"');
    world.peopleAdmin.claims = [{ ...A_CLAIM, held: true }];
    const page = await browser.get('/admin/claims').expect(200);
    expect(page.text).toContain('Em espera: houve uma recusa');
    expect(page.text).toContain('value="allowed"');
    await post('/admin/claims', { ...settlement, outcome: 'allowed' }).expect(303);
    expect(world.peopleAdmin.asked).toMatchObject([{ act: 'settle', outcome: 'allowed' }]);
  });

  test('says so when nothing waits', async () => {
    const { world, browser } = await signedIn();
    world.peopleAdmin.claims = [];
    expect((await browser.get('/admin/claims')).text).toContain('Nenhum pedido esperando');
  });

  test('case F8: settles with a reason and says once what happened', async () => {
    const { world, browser, post } = await signedIn();
    const done = await post('/admin/claims', settlement).expect(303);
    expect(world.peopleAdmin.asked).toEqual([{ act: 'settle', ...settlement }]);
    const page = await browser.get(done.headers['location'] ?? '').expect(200);
    expect(page.text).toContain('A conta agora é de quem pediu');
    expect((await browser.get('/admin/claims')).text).not.toContain('A conta agora é');
  });

  test('decides nothing without a fresh step-up, and asks for the password (case 49)', async () => {
    const { world, browser, post, refusal } = await signedIn();
    await world.pass(FIVE_MINUTES);
    const refused = await refusal('/admin/claims', settlement);
    expect(refused.text).toContain('action="/admin/step-up"');
    expect(refused.text).not.toContain('name="outcome"');
    expect(world.peopleAdmin.asked).toEqual([]);

    const wrong = await refusal('/admin/step-up', { password: 'no', back: 'claims' });
    expect(wrong.text).toContain('Senha incorreta');
    const right = { password: ADMIN_PASSWORD, back: 'claims' };
    const back = await post('/admin/step-up', right).expect(303);
    expect(back.headers['location']).toBe('/admin/claims');
    expect((await browser.get('/admin/claims')).text).toContain('name="outcome"');
    await post('/admin/claims', settlement).expect(303);
  });

  test('wants a reason', async () => {
    const { world, refusal } = await signedIn();
    const refused = await refusal('/admin/claims', { ...settlement, reason: ' ok ' });
    expect(refused.text).toMatch(/<input id="reason-[^>]* autofocus aria-invalid/);
    expect(refused.text).toContain('Escreva o motivo');
    const novel = await refusal('/admin/claims', { ...settlement, reason: 'a'.repeat(400) });
    expect(novel.text).toContain('longo demais');
    expect(world.peopleAdmin.asked).toEqual([]);
  });

  test('keeps long numbers out of the reason', async () => {
    const { world, post } = await signedIn();
    await post('/admin/claims', { ...settlement, reason: `Veio com o CPF ${CPF}` }).expect(303);
    expect(world.peopleAdmin.asked).toMatchObject([{ reason: 'Veio com o CPF •••' }]);
  });

  test('says when somebody else was faster', async () => {
    const { world, refusal } = await signedIn();
    world.peopleAdmin.claims = [];
    expect((await refusal('/admin/claims', settlement)).text).toContain('já foi decidido');
  });

  test.each([
    ['no id', { outcome: 'upheld', reason: REASON }],
    ['another outcome', { ...settlement, outcome: 'maybe' }],
    ['an id that is none', { ...settlement, id: "1' OR 1=1" }],
    ['something more', { ...settlement, also: 'this' }],
  ])('refuses %s', async (_what, body) => {
    const { world, post } = await signedIn();
    await post('/admin/claims', body).expect(400);
    expect(world.peopleAdmin.asked).toEqual([]);
  });

  test('leads back to no address but its own', async () => {
    const { post } = await signedIn();
    const wish = { password: ADMIN_PASSWORD, back: '//evil.example' };
    await post('/admin/step-up', wish).expect(400);
  });

  test('takes no form from another site', async () => {
    const { world, browser } = await signedIn();
    await browser
      .post('/admin/claims')
      .set('Origin', 'https://evil.example')
      .type('form')
      .send(settlement)
      .expect(403);
    expect(world.peopleAdmin.asked).toEqual([]);
  });

  test('speaks English where the site does', async () => {
    const { browser } = await signedIn({ locale: 'en' });
    const page = await browser.get('/admin/claims').expect(200);
    expect(page.text).toContain('Claimed CPFs');
    expect(page.text).not.toMatch(/Formas de entrar|Motivo/);
  });
});
