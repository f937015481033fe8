import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastCode, linkedPerson } from '../support/google-steps.js';
import {
  createGoogleWorld,
  PASSWORD,
  throughGoogle,
  whoIsIn,
  type GoogleWorld,
} from '../support/google-world.js';
import { submit } from '../support/submit.js';

let world: GoogleWorld;
beforeAll(async () => {
  world = await createGoogleWorld();
});
afterAll(() => world.end());

describe('the pages that link and unlink', () => {
  it('link by a code that is typed on the page', async () => {
    const person = await world.person();
    const browser = world.browser();
    await throughGoogle(browser, world.googler().sub, '/api/auth/google/start?next=/conta');
    const form = { taxId: person.taxId, password: '', way: 'code' };
    const asked = await browser.post('/google/link').type('form').send(form);
    expect(asked.headers['location']).toBe('/google/link/code');
    const wrong = await submit(browser, '/google/link/code', { code: '000000' });
    expect(wrong.text).toContain('Código errado');
    const code = lastCode(await world.sentTo(person.chat));
    const right = await browser.post('/google/link/code').type('form').send({ code });
    expect([right.status, right.headers['location']]).toEqual([303, '/conta']);
    expect(await whoIsIn(browser)).toBe(person.id);
  });

  it('say what is wrong with a CPF, a password or a code, and keep what was typed', async () => {
    const person = await world.person({ password: true });
    const browser = world.browser();
    await throughGoogle(browser, world.googler().sub);
    const typed = { taxId: '111.111.111-11', password: 'x', way: 'password' };
    const bad = await submit(browser, '/google/link', typed);
    expect(bad.text).toContain(`value="${typed.taxId}"`);
    const wrong = await submit(browser, '/google/link', { ...typed, taxId: person.taxId });
    expect(wrong.text).toContain('não conferem');
    const right = { ...typed, taxId: person.taxId, password: PASSWORD };
    const done = await browser.post('/google/link').type('form').send(right);
    expect(done.headers['location']).toBe('/dashboard');
  });

  it('can be cancelled, after which the link is dead', async () => {
    const browser = world.browser();
    await throughGoogle(browser, world.googler().sub);
    const cancelled = await browser.post('/google/link/cancel');
    expect(cancelled.headers['location']).toBe('/login');
    expect((await browser.get('/google/link')).status).toBe(410);
  });

  it('unlink by a code of their own', async () => {
    const { person, browser } = await linkedPerson(world);
    await browser.post('/account/google/unlink/code');
    const code = lastCode(await world.sentTo(person.chat));
    const done = await browser.post('/account/google/unlink').type('form').send({ code });
    expect(done.headers['location']).toBe('/account?done=unlinked');
    expect(await world.store.googleIdentities.linkedTo(person.id)).toBeNull();
  });

  it('unlink by password, after saying that a wrong one is wrong', async () => {
    const { browser } = await linkedPerson(world);
    const wrong = await submit(browser, '/account/google/unlink', { password: 'errada' });
    expect(wrong.text).toContain('Senha errada');
    const right = { password: PASSWORD };
    const done = await browser.post('/account/google/unlink').type('form').send(right);
    expect(done.headers['location']).toBe('/account?done=unlinked');
  });

  it('case F8: explain a refusal once, beside the field and in the title', async () => {
    const browser = world.browser();
    await throughGoogle(browser, world.googler().sub);
    const typed = { taxId: '111.111.111-11', password: 'x', way: 'password' };
    const page = await submit(browser, '/google/link', typed);
    expect(page.text).toMatch(/<title>Não deu certo: /);
    expect(page.text).toMatch(/<input id="tax-id"[^>]* autofocus aria-invalid="true"/);
    const again = await browser.get('/google/link');
    expect(again.text).not.toMatch(/autofocus|Não deu certo|111\.111/);
  });

  it('case F8: say why a code linked nothing although the way there is over', async () => {
    const owner = await linkedPerson(world);
    const browser = world.browser();
    await throughGoogle(browser, world.googler().sub);
    const form = { taxId: owner.person.taxId, password: '', way: 'code' };
    await browser.post('/google/link').type('form').send(form);
    const code = lastCode(await world.sentTo(owner.person.chat));
    const refused = await submit(browser, '/google/link/code', { code });
    expect(refused.text).toContain('Já existe um Google vinculado');
    expect((await browser.get('/google/link')).status).toBe(410);
    expect(await whoIsIn(browser)).toBeNull();
  });
});
