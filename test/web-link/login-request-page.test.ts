import { describe, expect, it } from 'vitest';
import type { BotNumber } from '#src/domain/bot-number.js';
import { submit } from '../support/submit.js';
import { cookiesOf, startWeb, valueOf } from '../support/web-client.js';

const PAGE = '/login/whatsapp';
const WA_URL = 'https://wa.me/5511912345678?text=Quero%20entrar.%20Pedido%20ABCD-2345';

async function waiting(next = '', settings: Parameters<typeof startWeb>[0] = {}) {
  const { world, browser, http } = await startWeb(settings);
  const joanas = browser();
  const asked = await joanas.post(PAGE).type('form').send({ next });
  const page = await joanas.get(PAGE);
  const requestId = /data-request="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const decide = (state: 'asked' | 'approved' | 'denied' | 'expired') =>
    world.loginRequests.decide(requestId, state, world.joana.accountId);
  const complete = (form = {}) => joanas.post(`${PAGE}/complete`).type('form').send(form);
  const tooEarly = () => submit(joanas, `${PAGE}/complete`);
  return { world, http, browser, joanas, asked, page, decide, complete, tooEarly };
}

describe('the page of a login request', () => {
  it('is one button away from the login page, which offers it first', async () => {
    const { http } = await startWeb();
    const { text } = await http.get('/login?next=%2Fconta');
    const [whatsapp, taxId] = ['action="/login/whatsapp"', 'name="taxId"'].map((part) =>
      text.indexOf(part),
    );
    expect(whatsapp).toBeGreaterThan(0);
    expect(taxId).toBeGreaterThan(whatsapp ?? 0);
  });

  it('makes no request by being looked at', async () => {
    const { http } = await startWeb();
    const page = await http.get(PAGE);
    expect(page.text).toContain('Começar');
    expect(cookiesOf(page).size).toBe(0);
  });

  it('shows QR, link, number and code, and the same again after a reload', async () => {
    const { asked, page, joanas } = await waiting();
    expect([asked.status, asked.headers['location']]).toEqual([303, PAGE]);
    expect(page.text).toContain(`href="${WA_URL}"`);
    expect(page.text).toContain('<strong>47</strong>');
    expect(page.text).toContain('<code>ABCD-2345</code>');
    expect(page.text).toContain('+55 11 91234-5678');
    expect(page.text).toContain('aria-label="QR que abre o WhatsApp com a mensagem pronta"');
    expect((await joanas.get(PAGE)).text).toBe(page.text);
  });

  it('keeps what it shows in a cookie that scripts cannot read', async () => {
    const { asked } = await waiting();
    expect(cookiesOf(asked).get('zl_request')).toMatch(/; Max-Age=300; .*HttpOnly; SameSite=Lax$/);
  });

  it('says so in English, too', async () => {
    const { page } = await waiting('', { locale: 'en' });
    expect(page.text).toContain('Choose this number on WhatsApp');
  });

  it('works without scripts: too early, then in', async () => {
    const { complete, tooEarly, decide, joanas } = await waiting('/conta?aba=1');
    const early = await tooEarly();
    expect(early.text).toContain('Ainda não vimos a sua aprovação');
    await decide('approved');
    expect((await joanas.get(PAGE)).text).toContain('Aprovado! Entrando…');
    const done = await complete({ confirm: 'yes' });
    expect([done.status, done.headers['location']]).toEqual([303, '/conta?aba=1']);
    expect(valueOf(cookiesOf(done).get('zl_request'))).toBe('');
    expect((await joanas.get('/dashboard')).text).toContain('Olá, Joana');
    expect((await joanas.get(PAGE)).headers['location']).toBe('/dashboard');
  });

  it.each([
    ['pt-BR', 'Mensagem recebida. Escolha este número na conversa.'],
    ['en', 'Message received. Choose this number in the chat.'],
  ] as const)(
    'says without scripts, too, that the bot asks in the chat (%s)',
    async (locale, text) => {
      const { decide, joanas, tooEarly } = await waiting('', { locale });
      const live = (page: { text: string }) =>
        /<p class="live" role="status"[^>]*data-state="(\w+)"[^>]*>.*?<span[^>]*>([^<]*)/s
          .exec(page.text)
          ?.slice(1);
      expect(live(await joanas.get(PAGE))).not.toContain(text);
      await decide('asked');
      const page = await joanas.get(PAGE);
      expect(live(page)).toEqual(['asked', text]);
      expect(page.text).toContain('data-done="2"');
      expect(page.text).toContain('<strong>47</strong>');
      expect((await tooEarly()).text).toContain('role="alert"');
    },
  );

  it.each([
    { state: 'denied', text: 'O pedido não foi aprovado' },
    { state: 'expired', text: 'Este pedido não vale mais' },
  ] as const)('offers another request when $state', async ({ state, text }) => {
    const { tooEarly, decide } = await waiting();
    await decide(state);
    const page = await tooEarly();
    expect(page.text).toContain(`<div data-part="${state}">`);
    expect(page.text).toContain(text);
    expect(page.text).toContain('Fazer outro pedido');
    expect(page.text).not.toContain('wa.me');
  });

  it('opens nothing in a browser that has only the cookie of the page', async () => {
    const { asked, browser, decide, world } = await waiting();
    await decide('approved');
    const cookie = `zl_request=${valueOf(cookiesOf(asked).get('zl_request'))}`;
    const page = await submit(browser().set('Cookie', cookie), `${PAGE}/complete`);
    expect(world.sessions.size).toBe(0);
    expect(page.text).toContain('Começar');
    expect(page.text).not.toContain('47');
  });

  it.each([
    { next: '//evil.example', destination: '/dashboard' },
    { next: 'javascript:alert(1)', destination: '/dashboard' },
    {
      next: '/a"><script>alert(1)</script>',
      destination: '/a%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
    },
  ])('goes on to $destination when $next was wanted', async ({ next, destination }) => {
    const { page } = await waiting(next);
    expect(page.text).toContain(`data-destination="${destination}"`);
    expect(page.text).not.toContain('<script>alert');
  });

  it('shows what its cookie says as text, never as markup', async () => {
    const { asked, http } = await waiting();
    const [value, token] = ['zl_request', 'zl_browser'].map((name) =>
      valueOf(cookiesOf(asked).get(name)),
    );
    const fields = new URLSearchParams(Buffer.from(value ?? '', 'base64url').toString());
    fields.set('requestCode', '<img src=x>');
    fields.set('waText', '"><script>alert(1)</script>');
    const forged = Buffer.from(fields.toString()).toString('base64url');
    const page = await http.get(PAGE).set('Cookie', `zl_request=${forged}; zl_browser=${token}`);
    expect(page.text).toContain('&lt;img src=x>');
    expect(page.text).not.toContain('<img src=x>');
    expect(page.text).not.toContain('<script>alert');
  });

  it.each(['nonsense', Buffer.from('requestId=1').toString('base64url')])(
    'takes the cookie %s for none',
    async (value) => {
      const { http } = await startWeb();
      const page = await http.get(PAGE).set('Cookie', `zl_request=${value}`);
      expect([page.status, page.text.includes('Começar')]).toEqual([200, true]);
    },
  );

  it('says that the bot is down, before, while and after somebody asks', async () => {
    const { world, joanas, browser } = await waiting();
    await world.changeChannel({ state: 'waiting' });
    const pages = [await joanas.get(PAGE), await browser().get(PAGE)];
    for (const page of pages)
      expect(page.text).toContain('role="status" data-part="down"><h2>O WhatsApp está fora do ar');
    const asked = await submit(browser(), PAGE);
    expect(asked.text).toContain('Entrar com CPF ou CNPJ');
    await world.changeChannel({ phone: null as BotNumber | null });
    expect((await joanas.get(PAGE)).text).not.toContain('wa.me');
  });

  it('says when to try again', async () => {
    const { world, browser } = await startWeb();
    world.trouble.retryAfterS = 125;
    const page = await submit(browser(), PAGE);
    expect(page.text).toContain('Tente de novo em 3 minutos.');
  });

  it('takes no form from another site (security case 46)', async () => {
    const { http } = await startWeb();
    for (const path of [PAGE, `${PAGE}/complete`]) {
      const answer = await http.post(path).set('Origin', 'https://evil.example');
      expect(answer.status).toBe(403);
    }
  });
});
