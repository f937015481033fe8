import { describe, expect, it } from 'vitest';
import { submit } from '../support/submit.js';
import { cookiesOf, startWeb } from '../support/web-client.js';
import { KNOWN_TAX_ID, RIGHT_CODE } from '../support/web-deps.js';

describe('the login page', () => {
  it('leads from the CPF over the code to the dashboard and out again', async () => {
    const { browser } = await startWeb();
    const joanas = browser();
    expect((await joanas.get('/')).headers['location']).toBe('/login');
    expect((await joanas.get('/login')).text).toContain('Receber código no WhatsApp');

    const asked = await joanas.post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/login/code']);
    const step = await joanas.get('/login/code');
    expect(step.text).toContain('autocomplete="one-time-code"');
    expect(step.text).toContain('https://wa.me/5511912345678?text=entrar');
    expect(step.text).not.toContain('982');

    const proven = await joanas.post('/login/code').type('form').send({ code: ' 482 915 ' });
    expect([proven.status, proven.headers['location']]).toEqual([303, '/dashboard']);
    const dashboard = await joanas.get('/dashboard');
    expect(dashboard.text).toContain('Olá, Joana');
    expect(dashboard.text).toContain('529.***.***-25');
    expect(dashboard.text).not.toContain('982');
    expect((await joanas.get('/login')).headers['location']).toBe('/dashboard');

    const out = await joanas.post('/logout');
    expect(out.headers['location']).toBe('/login?signed_out=1');
    expect((await joanas.get('/login?signed_out=1')).text).toContain('Você saiu');
    expect((await joanas.get('/dashboard')).headers['location']).toBe('/login?next=%2Fdashboard');
  });

  it('keeps CPF and challenge out of addresses', async () => {
    const { browser } = await startWeb();
    const asked = await browser().post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
    expect(asked.headers['location']).toBe('/login/code');
    expect(cookiesOf(asked).get('zl_challenge')).toMatch(
      /; Max-Age=300; .*HttpOnly; SameSite=Lax$/,
    );
  });

  it.each([
    ['pt-BR', 'Entrar com senha', 'Acessar com Google'],
    ['en', 'Log in with a password', 'Log in with Google'],
  ] as const)(
    'offers password and Google in the language of the site (%s)',
    async (locale, ...ways) => {
      const google = { google: true, googleOrigin: 'https://accounts.google.com' };
      const { http } = await startWeb({ ...google, locale });
      const { text } = await http.get('/login?next=%2Fconta');
      const [password, byGoogle] = ways;
      expect(text).toMatch(
        new RegExp(
          `<a [^>]*href="/login/password\\?next=%2Fconta"[^>]*>(?:<svg.*?</svg>)?${password}</a>`,
        ),
      );
      expect(text).toMatch(
        new RegExp(`<form method="get" action="/api/auth/google/start">.*?${byGoogle}</button>`),
      );
      expect((await http.get('/login/password')).text).toContain(`<title>${password} · `);
    },
  );

  it.each([
    { taxId: '', text: 'Digite o seu CPF ou CNPJ.' },
    { taxId: '123', text: 'Um CPF tem 11 números' },
    { taxId: '529.982.247-26', text: 'Esse número não confere' },
  ])('explains what is wrong with "$taxId" beside the field', async ({ taxId, text }) => {
    const { browser } = await startWeb();
    const page = await submit(browser(), '/login', { taxId });
    expect(page.text).toContain(text);
    expect(page.text).toContain('aria-invalid="true"');
    expect(page.text).toContain('aria-describedby="tax-id-hint tax-id-error"');
    if (taxId !== '') expect(page.text).toContain(`value="${taxId}"`);
  });

  it('repeats what was typed as text, never as markup', async () => {
    const { browser } = await startWeb();
    const page = await submit(browser(), '/login', { taxId: '"><script>alert(1)</script>' });
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).toContain('&lt;script>');
  });

  it('says when to try again', async () => {
    const { browser, world } = await startWeb();
    world.trouble.retryAfterS = 125;
    const page = await submit(browser(), '/login', { taxId: KNOWN_TAX_ID });
    expect(page.text).toContain('Tente de novo em 3 minutos.');
    expect(page.text).toContain(`value="${KNOWN_TAX_ID}"`);
  });

  it('says kindly that the bot is down, before and after somebody tries', async () => {
    const { browser, world } = await startWeb();
    world.board.status = { ...world.board.status, state: 'waiting', phone: null };
    const visitor = browser();
    const before = await visitor.get('/login');
    expect(before.text).toContain('O WhatsApp está fora do ar por aqui');
    expect(before.text).not.toContain('value="code"');
    expect(before.text).not.toContain('name="password"');
    expect(before.text).toContain('Entrar com senha');
    expect(before.text).not.toContain('wa.me');
    const after = await submit(visitor, '/login', { taxId: KNOWN_TAX_ID });
    expect(after.text).toContain(`value="${KNOWN_TAX_ID}"`);
    expect(after.text).toContain('O WhatsApp está fora do ar por aqui');
    expect(after.text).toContain('ENTRAR');
  });

  it('sends people to the chat while the bot may not write first', async () => {
    const { http, world } = await startWeb();
    const heldUntil = new Date('2026-11-23T13:00:00Z');
    world.board.status = { ...world.board.status, heldUntil };
    const page = await http.get('/login');
    expect(page.text).toContain('Escreva para a gente primeiro');
    expect(page.text).toContain('https://wa.me/5511912345678?text=entrar');
  });

  it.each([
    { next: '/conta?aba=1', location: '/conta?aba=1' },
    { next: '//evil.example', location: '/dashboard' },
    { next: '/\\evil.example', location: '/dashboard' },
    { next: 'https://evil.example', location: '/dashboard' },
    { next: 'javascript:alert(1)', location: '/dashboard' },
    { next: '/a\r\nSet-Cookie: b=c', location: '/dashboard' },
  ])(
    'goes on to $location when $next was wanted (security case 30)',
    async ({ next, location }) => {
      const { browser } = await startWeb();
      const joanas = browser();
      await joanas.get('/login').query({ next });
      await joanas.post('/login').type('form').send({ taxId: KNOWN_TAX_ID, next });
      const proven = await joanas.post('/login/code').type('form').send({ code: RIGHT_CODE, next });
      expect(proven.headers['location']).toBe(location);
    },
  );

  it('carries the wanted page through both steps', async () => {
    const { browser } = await startWeb();
    const joanas = browser();
    const page = await joanas.get('/login?next=%2Fconta');
    expect(page.text).toContain('<input type="hidden" name="next" value="/conta"');
    const asked = await joanas
      .post('/login')
      .type('form')
      .send({ taxId: KNOWN_TAX_ID, next: '/conta' });
    expect(asked.headers['location']).toBe('/login/code?next=%2Fconta');
    const step = await joanas.get('/login/code?next=%2Fconta');
    expect(step.text).toContain('<input type="hidden" name="next" value="/conta"');
  });

  it('ends on the operator’s own dashboard where there is one', async () => {
    const { browser } = await startWeb({ dashboardUrl: 'https://app.example/inicio' });
    const joanas = browser();
    await joanas.post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
    const proven = await joanas.post('/login/code').type('form').send({ code: RIGHT_CODE });
    expect(proven.headers['location']).toBe('https://app.example/inicio');
  });
});

describe('the code step', () => {
  it('is nothing without a code that was asked for', async () => {
    const { http } = await startWeb();
    const step = await http.get('/login/code');
    expect([step.status, step.headers['location']]).toEqual([303, '/login']);
  });

  it('shows how many tries are left, and the way on when there are none', async () => {
    const { browser } = await startWeb();
    const guesser = browser();
    await guesser.post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
    const type = (code: string) => submit(guesser, '/login/code', { code });
    const first = await type('000000');
    expect(first.text).toContain('Você ainda tem 4 tentativas.');
    await type('000000');
    await type('000000');
    expect((await type('000000')).text).toContain('Você ainda tem 1 tentativa.');
    const last = await type('000000');
    expect(last.text).toContain('Essa era a última tentativa');
    expect(last.text).not.toContain('name="code"');
    expect(last.text).toContain('Pedir outro código');
  });

  it('says what a code looks like without spending a try', async () => {
    const { browser } = await startWeb();
    const joanas = browser();
    await joanas.post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
    const page = await submit(joanas, '/login/code', { code: '1234' });
    expect(page.text).toContain('O código tem 6 números.');
  });

  it('says that a code has expired when the challenge is gone or is nonsense', async () => {
    const { browser } = await startWeb();
    const gone = await submit(browser(), '/login/code', { code: RIGHT_CODE });
    const confused = browser().set('Cookie', 'zl_challenge=nonsense');
    const nonsense = await submit(confused, '/login/code', { code: RIGHT_CODE });
    for (const page of [gone, nonsense]) {
      expect(page.text).toContain('Esse código não vale mais');
    }
  });
});

describe('a page behind the session', () => {
  it('renews an access token that ran out and shows itself', async () => {
    const { http, world } = await startWeb();
    const { accessToken, refreshToken } = world.signIn(world.joana.accountId);
    world.expireAccess(accessToken);
    const cookie = `zl_access=${accessToken}; zl_refresh=${refreshToken}`;
    const head = await http.head('/dashboard').set('Cookie', cookie);
    expect(head.status).toBe(303);
    const page = await http.get('/dashboard').set('Cookie', cookie);
    expect(page.text).toContain('Olá, Joana');
    expect([...cookiesOf(page).keys()]).toEqual(['zl_access', 'zl_refresh']);
  });

  it('lets nobody in whose account is gone', async () => {
    const { http, world } = await startWeb();
    const { accessToken } = world.signIn(world.joana.accountId);
    world.removePerson(world.joana.accountId);
    const page = await http.get('/dashboard').set('Cookie', `zl_access=${accessToken}`);
    expect(page.headers['location']).toBe('/login?next=%2Fdashboard');
    expect(world.sessions.size).toBe(0);
  });

  it('shows a name as text, never as markup', async () => {
    const { http, world } = await startWeb();
    const { accountId } = world.addPerson('<img/src=x> & "Silva"');
    const { accessToken } = world.signIn(accountId);
    const page = await http.get('/dashboard').set('Cookie', `zl_access=${accessToken}`);
    expect(page.text).toContain('&lt;img/src=x> &amp; &quot;Silva&quot;');
    expect(page.text).not.toContain('<img/src=x>');
  });
});
