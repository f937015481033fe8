import { beforeEach, expect, it } from 'vitest';
import { contract } from '../../contract/parts.js';
import { SESSION_PROOF_LIFETIME_MS } from '#src/domain/step-up.js';
import { submit } from '../../support/submit.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';

type Visitor = Awaited<ReturnType<RealWeb['signedIn']>>;

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/api/auth/me')).status === 200;

contract('what the page of the account shows and asks', (parts) => {
  let web: RealWeb;
  beforeEach(async () => {
    web = await createRealWeb(parts());
  });

  it('case F9: a deletion that is ahead stands first, with its day and both ways to call it off', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    const asked = await visitor.post('/account/delete');
    expect([asked.status, asked.headers['location']]).toEqual([303, '/account']);
    const page = await visitor.get('/account');
    const [, top = ''] = /<main[^>]*>(.*?)<h1>/s.exec(page.text) ?? [];
    expect(top).toContain('role="status"');
    expect(top).toMatch(/A sua conta será apagada em \d+ de \S+ de \d{4}/);
    expect(top).toContain('CANCELAR EXCLUSÃO');
    expect(top).toContain('action="/account/delete/cancel"');
    expect(page.text).toMatch(/<title>A sua conta será apagada em/);
    expect(page.text).not.toContain('href="/account/delete"');

    const kept = await visitor.post('/account/delete/cancel');
    const after = await visitor.get(String(kept.headers['location']));
    expect(after.text).toContain('A sua conta continua.');
    expect(after.text).not.toContain('será apagada em');
  });

  it('case F9: an address that says "kept" does not deny the deletion that was asked for after it', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    await visitor.post('/account/delete');
    const page = await visitor.get('/account?done=kept');
    expect(page.text).toContain('será apagada em');
    expect(page.text).not.toContain('A sua conta continua.');
  });

  it('case F9: "Sair de tudo" asks first, and ends everything only after the yes', async () => {
    const { id } = await web.person();
    const [phone, computer] = [await web.signedIn(id), await web.signedIn(id)];
    const account = await phone.get('/account');
    expect(account.text).toContain('href="/account/sessions/end-all"');
    expect(account.text).not.toContain('action="/account/sessions/end-all"');
    const question = await phone.get('/account/sessions/end-all');
    expect(question.text).toContain('Sair de todos os aparelhos?');
    expect(question.text).toContain('<form method="post" action="/account/sessions/end-all">');
    // It works without a script; the one there is only shows that the form is under way.
    expect(question.text.match(/<script[^>]*>/g)).toEqual([
      '<script type="module" src="/public/busy.js">',
    ]);
    expect([await isSignedIn(phone), await isSignedIn(computer)]).toEqual([true, true]);
    const yes = await phone.post('/account/sessions/end-all');
    expect(yes.headers['location']).toBe('/login?signed_out=1');
    expect([await isSignedIn(phone), await isSignedIn(computer)]).toEqual([false, false]);
  });

  it('case F9: the question is only for who is signed in', async () => {
    const question = await web.browser().get('/account/sessions/end-all');
    expect(question.headers['location']).toMatch(/^\/login\?next=/);
  });

  it('LGPD art. 18 III: the own name is corrected, and a text that is none is refused beside its field', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    expect((await visitor.get('/account')).text).toContain('href="/account/name"');
    const refused = await submit(visitor, '/account/name', { name: 'www.evil.example' });
    expect(refused.text).toContain('value="www.evil.example"');
    expect(refused.text).toMatch(/id="name-error">Use só letras/);
    const long = 'Ana '.repeat(21).trim();
    const tooLong = await submit(visitor, '/account/name', { name: long });
    expect(tooLong.text).toContain(`value="${long}"`);
    const saved = await visitor.post('/account/name').type('form').send({ name: ' Ana  Lúcia ' });
    expect([saved.status, saved.headers['location']]).toEqual([303, '/account?done=name']);
    const account = await visitor.get('/account?done=name');
    expect(account.text).toContain('Nome salvo.');
    expect(account.text).toContain('<strong>Ana Lúcia</strong>');
    const { text } = await visitor.get('/account/data.json');
    expect(JSON.parse(text)).toMatchObject({ account: { name: 'Ana Lúcia' } });
  });

  it('the own name is corrected five times an hour', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    const correct = (name: string) => visitor.post('/account/name').type('form').send({ name });
    for (const name of ['Ana A', 'Ana B', 'Ana C', 'Ana D', 'Ana E']) await correct(name);
    await correct('Ana F');
    expect((await visitor.get('/account')).text).toContain('<strong>Ana E</strong>');
  });

  it('the own name takes a fresh proof, its form as well as its page', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    web.pass(SESSION_PROOF_LIFETIME_MS + 1000);
    const correct = visitor.post('/account/name').type('form').send({ name: 'Ana G' });
    for (const asked of [await visitor.get('/account/name'), await correct])
      expect(asked.headers['location']).toBe('/account/confirm?then=%2Faccount%2Fname');
    expect((await visitor.get('/account')).text).not.toContain('Ana G');
  });

  it('its owner sees the two ends of the CPF and nobody the whole of it', async () => {
    const { id } = await web.person();
    const visitor = await web.signedIn(id);
    for (const path of ['/account', '/dashboard', '/api/auth/me']) {
      const { text } = await visitor.get(path);
      expect(text).toMatch(/\d{3}\.\*{3}\.\*{3}-\d\d/);
      expect(text).not.toMatch(/\*{3}\.\d{3}/);
    }
  });

  it('case F10: a new password stands beside the account’s name, which is never sent', async () => {
    const visitor = await web.signedIn((await web.person()).id);
    const { text } = await visitor.get('/account/password');
    const name = text.indexOf('autocomplete="username"');
    expect(name).toBeGreaterThan(0);
    expect(text.indexOf('autocomplete="new-password"')).toBeGreaterThan(name);
    const [field = ''] = /<input id="account"[^>]*>/.exec(text) ?? [];
    expect(field).not.toMatch(/ (name|value)=/);
  });
});
