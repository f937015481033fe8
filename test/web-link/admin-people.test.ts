import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '#src/app/ports/tables/audit.js';
import { ADMIN_PASSWORD, adminBrowser } from '../support/admin-client.js';
import { A_CHAT, A_CLAIM, A_PERSON } from '../support/admin-people.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { waysIn } from '../support/ways-in.js';
import { CPF, FIVE_MINUTES, PERSON, REASON, settlement, signedIn } from './people-world.js';

describe('without a session', () => {
  test.each(['/admin/claims', '/admin/people', PERSON, '/admin/chats', '/admin/audit'])(
    '%s leads to the sign-in page',
    async (path) => {
      const { app } = createAdminWorld();
      const answer = await request(app).get(path).expect(303);
      expect(answer.headers['location']).toBe('/admin/login');
    },
  );

  test.each([
    ['/admin/claims', settlement],
    ['/admin/people', { taxId: CPF }],
    [PERSON, { action: 'block', reason: REASON }],
    ['/admin/chats', { id: A_CHAT.id }],
    ['/admin/step-up', { password: ADMIN_PASSWORD, back: 'claims' }],
  ])('nothing is done at %s', async (path, body) => {
    const world = createAdminWorld();
    world.peopleAdmin.claims = [A_CLAIM];
    await adminBrowser(world).post(path).type('form').send(body).expect(303);
    expect(world.peopleAdmin.asked).toEqual([]);
  });
});

describe('/admin/people', () => {
  test('case F1: an address that keeps what was done never denies how it is now', async () => {
    const { world, browser } = await signedIn();
    const ways = waysIn({ numbers: 1, password: 0, google: 0, kept: 1 });
    const news = {
      block: 'Conta bloqueada.',
      unblock: 'Conta desbloqueada.',
      release_google: 'Google liberado.',
    };
    const shown = async (status: 'active' | 'blocked') => {
      world.peopleAdmin.people.set('11144477735', { ...A_PERSON, status, waysIn: ways });
      const said: string[] = [];
      for (const [done, text] of Object.entries(news)) {
        if ((await browser.get(`${PERSON}?done=${done}`)).text.includes(text)) said.push(done);
      }
      return said;
    };
    expect(await shown('active')).toEqual(['unblock']);
    expect(await shown('blocked')).toEqual(['block']);
  });

  test('finds a person by the whole CPF, which stands in no address', async () => {
    const { browser, post } = await signedIn();
    const found = await post('/admin/people', { taxId: CPF }).expect(303);
    expect(found.headers['location']).toBe(PERSON);
    const page = await browser.get(PERSON).expect(200);
    expect(page.text).toContain('***.444.777-**');
    expect(page.text).not.toContain('11144477735');
  });

  test('tells a CPF that does not exist from one without an account', async () => {
    const { refusal } = await signedIn();
    const wrong = await refusal('/admin/people', { taxId: '111.444.777-36' });
    expect(wrong.text).toContain('value="111.444.777-36" autofocus aria-invalid');
    expect(wrong.text).toContain('Confira os dígitos');
    const unknown = await refusal('/admin/people', { taxId: '529.982.247-25' });
    expect(unknown.text).toContain('Não há conta');
  });

  test('knows nobody under another id', async () => {
    const { browser, post } = await signedIn();
    for (const id of ['none', '00000000-0000-4000-8000-000000000000']) {
      await browser.get(`/admin/people/${id}`).expect(404);
      const act = { action: 'block', reason: REASON };
      await post(`/admin/people/${id}`, act).expect(404);
    }
  });

  test.each([
    ['block', 'block', 'Conta bloqueada'],
    ['unblock', 'unblock', 'Conta desbloqueada'],
    ['release_google', 'release', 'Google liberado'],
  ])('%s with a reason', async (action, act, notice) => {
    const { world, browser, post } = await signedIn();
    const done = await post(PERSON, { action, reason: REASON }).expect(303);
    const { accountId } = A_PERSON;
    expect(world.peopleAdmin.asked).toEqual([{ act, accountId, reason: REASON }]);
    expect((await browser.get(done.headers['location'] ?? '')).text).toContain(notice);
  });

  test('does nothing without a fresh step-up or a reason', async () => {
    const { world, refusal } = await signedIn();
    const without = await refusal(PERSON, { action: 'block', reason: '' });
    expect(without.text).toMatch(/<input id="reason-block"[^>]* autofocus aria-invalid/);
    await world.pass(FIVE_MINUTES);
    const refused = await refusal(PERSON, { action: 'block', reason: REASON });
    expect(refused.text).toContain('action="/admin/step-up"');
    expect(world.peopleAdmin.asked).toEqual([]);
  });

  test('has no Google to release where none was unlinked', async () => {
    const { world, browser, refusal } = await signedIn();
    const ways = waysIn({ numbers: 1, password: 0, google: 0, kept: 0 });
    world.peopleAdmin.people.set('11144477735', { ...A_PERSON, waysIn: ways, isContested: true });
    expect((await browser.get(PERSON)).text).not.toContain('release_google');
    expect((await browser.get(PERSON)).text).toContain('contestado');
    const refused = await refusal(PERSON, { action: 'release_google', reason: REASON });
    expect(refused.text).toContain('Não há Google desvinculado');
  });
});

describe('/admin/chats', () => {
  test('shows where a person answers until when, and gives it back to the bot', async () => {
    const { browser, post } = await signedIn();
    const page = await browser.get('/admin/chats').expect(200);
    expect(page.text).toContain('+55 11 *****-4321');
    expect(page.text).toContain('23/11/2026, 10:00');
    const done = await post('/admin/chats', { id: A_CHAT.id }).expect(303);
    const after = await browser.get(done.headers['location'] ?? '').expect(200);
    expect(after.text).toContain('O bot voltou a responder');
    expect(after.text).toContain('O bot responde em todas as conversas');
    const again = await post('/admin/chats', { id: A_CHAT.id }).expect(303);
    expect(again.headers['location']).toBe('/admin/chats?done=over');
  });

  test('takes no made-up id', async () => {
    const { post } = await signedIn();
    await post('/admin/chats', { id: '123@lid' }).expect(400);
  });
});

describe('/admin/audit', () => {
  test('shows what was done, newest first, in pages', async () => {
    const { world, browser } = await signedIn();
    world.peopleAdmin.records = Array.from({ length: 60 }, (_, at): AuditRecord => {
      const seq = BigInt(60 - at);
      const account = { actor: 'admin', accountId: A_PERSON.accountId };
      const detail = { reason: `Motivo número ${seq}` };
      return { seq, at: A_CHAT.until, action: 'account_blocked', ...account, detail };
    });
    const page = await browser.get('/admin/audit').expect(200);
    expect(page.text).toContain('Motivo número 60');
    expect(page.text).not.toContain('Motivo número 10<');
    expect(page.text).toContain('/admin/audit?before=11');
    const older = await browser.get('/admin/audit?before=11').expect(200);
    expect(older.text).toContain('Motivo número 10<');
    expect(older.text).not.toContain('?before=');
    await browser.get('/admin/audit?before=x').expect(400);
  });
});
