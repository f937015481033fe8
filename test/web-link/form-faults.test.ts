import { describe, expect, it } from 'vitest';
import { submit } from '../support/submit.js';
import { cookiesOf, startWeb, valueOf } from '../support/web-client.js';
import { KNOWN_TAX_ID } from '../support/web-deps.js';

const WRONG = '529.982.247-26';
const SAID = 'Esse número não confere. Veja se algum dígito ficou trocado.';
const TITLE = /<title>(.*)<\/title>/;

describe('a form that is refused', () => {
  it('case F8: answers with its page, which says why once, beside the field, in focus and in the title', async () => {
    const { browser } = await startWeb();
    const visitor = browser();
    const page = await submit(visitor, '/login', { taxId: WRONG, next: '/conta' });
    expect(page.status).toBe(200);
    expect(page.text.split(SAID)).toHaveLength(2);
    expect(page.text).toMatch(
      /<input id="tax-id"[^>]* autofocus aria-invalid="true" aria-describedby="tax-id-hint tax-id-error"/,
    );
    expect(page.text).toContain(`<p class="error" id="tax-id-error">${SAID}</p>`);
    expect(page.text).toContain(`value="${WRONG}"`);
    expect(page.text).toContain('name="next" value="/conta"');
    expect(page.text.match(/ autofocus/g)).toHaveLength(1);
    expect(TITLE.exec(page.text)?.[1]).toBe('Não deu certo: Entrar · zap-login');

    const again = await visitor.get('/login?next=%2Fconta');
    expect(again.text).not.toContain(SAID);
    expect(again.text).not.toContain(WRONG);
    expect(again.text).not.toContain('autofocus');
    expect(TITLE.exec(again.text)?.[1]).toBe('Entrar · zap-login');
  });

  it('case F8: is said in focus at the top when it is about the form as a whole', async () => {
    const { browser, world } = await startWeb();
    world.trouble.retryAfterS = 125;
    const page = await submit(browser(), '/login', { taxId: KNOWN_TAX_ID });
    expect(page.text).toMatch(/role="alert" id="error-summary" tabindex="-1" autofocus/);
    expect(page.text.match(/ autofocus/g)).toHaveLength(1);
    expect(page.text).toContain('Tente de novo em 3 minutos.');
  });

  it('case F8: keeps what it says sealed, small, for two minutes and for its own page', async () => {
    const { browser, pass } = await startWeb();
    const visitor = browser();
    await visitor.get('/login');
    const refused = await visitor.post('/login').type('form').send({ taxId: WRONG });
    expect(refused.text).not.toContain(WRONG);
    const line = cookiesOf(refused).get('zl_fault') ?? '';
    expect(line).toMatch(/; Max-Age=120; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(line.length).toBeLessThan(1000);
    expect(Buffer.from(valueOf(line), 'base64url').toString('latin1')).not.toContain('247');

    const cookie = `zl_fault=${valueOf(line)}`;
    const open = async (path: string, value = cookie) =>
      (await browser().get(path).set('Cookie', value)).text;
    expect(await open('/password/forgot')).not.toContain(SAID);
    expect(
      await open(
        '/login',
        cookie.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
      ),
    ).not.toContain(SAID);
    expect(await open('/login', 'zl_fault=nonsense')).not.toContain(SAID);
    expect(await open('/login')).toContain(SAID);
    pass(120_000);
    expect(await open('/login')).not.toContain(SAID);
  });

  it('case F8: leaves out what is longer than a field takes', async () => {
    const { browser } = await startWeb();
    const visitor = browser();
    const refused = await visitor
      .post('/login')
      .type('form')
      .send({ taxId: '1'.repeat(9000) });
    expect((cookiesOf(refused).get('zl_fault') ?? '').length).toBeLessThan(1000);
    expect((await visitor.get('/login')).text).toContain('Um CPF tem 11 números');
  });

  it('case F8: tells a browser that keeps no cookies that they are needed', async () => {
    const { http, world } = await startWeb();
    const { publicUrl } = world.deps.settings;
    const refused = await http
      .post('/login')
      .set('Origin', publicUrl)
      .type('form')
      .send({ taxId: WRONG, next: '/conta' });
    expect(refused.headers['location']).toBe('/login?next=%2Fconta&cookies=1');
    const page = await http.get(String(refused.headers['location']));
    expect([page.status, TITLE.exec(page.text)?.[1]]).toEqual([
      200,
      'Não deu certo: Entrar · zap-login',
    ]);
    expect(page.text).toContain('Este navegador não guarda cookies');
  });

  it('case F8: has an address that can be reloaded after the first form of a new browser', async () => {
    const { browser } = await startWeb();
    const visitor = browser();
    const refused = await visitor.post('/login').type('form').send({ taxId: WRONG });
    const marked = await visitor.get(String(refused.headers['location']));
    expect([marked.status, marked.headers['location']]).toEqual([303, '/login']);
    expect((await visitor.get('/login')).text).toContain(SAID);
    expect((await visitor.get('/login')).text).not.toContain('não guarda cookies');
  });
});
