import assert from 'node:assert/strict';
import type { AttackCase } from '../case.js';
import { requestWithHost } from '../http-raw.js';

const EVIL = 'evil.example';
const NEXTS = [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%0d%0aSet-Cookie:x=1',
  '/a\r\nSet-Cookie: x=1',
  '/\t/evil.example',
];

/** Cases 24 to 32. */
export const MAGIC_LINK: readonly AttackCase[] = [
  {
    id: 24,
    standard: 'OWASP ASVS 5.0 6.6.2',
    attack: 'Ten GET and HEAD requests by a previewer',
    outcome: 'nothing changes, the button still works',
    play: async (field) => {
      const { access } = await field.person();
      for (let n = 0; n < 10; n += 1) {
        const previewer = field.browser();
        for (const method of ['GET', 'HEAD']) {
          const answer = await previewer.request(method, access.link);
          assert.equal(answer.status, 200);
          assert.equal(answer.header('set-cookie'), null);
        }
      }
      const pressed = await field.press(field.browser(), access.link);
      assert.deepEqual([pressed.status, pressed.header('location')], [303, '/dashboard']);
    },
  },
  {
    id: 25,
    standard: 'OWASP ASVS 5.0 14.2.1',
    attack: 'An outgoing link that its sender previews',
    outcome: 'no preview in the message, no request to the link',
    play: async (field) => {
      const requests = async () => (await field.settledLog()).split('"route":"/l/:token"').length;
      const before = await requests();
      const { access, phone } = await field.person();
      const sent = (await phone.messages()).find(({ text }) => text.includes(access.link));
      assert.equal(sent?.kind, 'text');
      assert.equal(await requests(), before);
    },
  },
  {
    id: 26,
    standard: 'OWASP ASVS 5.0 6.6.2',
    attack: 'Ten concurrent presses of one link',
    outcome: 'one session',
    play: async (field) => {
      const { access } = await field.person();
      const presses = Array.from({ length: 10 }, () => field.press(field.browser(), access.link));
      const answers = await Promise.all(presses);
      const opened = answers.filter(({ headers }) =>
        headers.some(([name]) => name === 'set-cookie'),
      );
      assert.equal(opened.length, 1);
      const ledTo = answers.map((answer) => answer.header('location'));
      assert.deepEqual(ledTo.sort(), ['/dashboard', ...Array<string>(9).fill(access.link)]);
      assert.equal((await field.browser().get(access.link)).status, 410);
    },
  },
  {
    id: 27,
    standard: 'RFC 10027',
    attack: 'A link opened in another browser than the one that asked',
    outcome: 'the masked account is named, and asked about, before anybody signs in',
    play: async (field) => {
      const { access, cpf } = await field.person('Beatriz Rocha');
      const other = field.browser();
      const page = await other.get(access.link);
      assert.match(String(page.body), /Entrar como B••• R•••\?/);
      assert.doesNotMatch(String(page.body), /Beatriz|Rocha/);
      assert.ok(!String(page.body).includes(cpf));
      assert.equal((await other.get('/api/auth/me')).status, 401);
    },
  },
  {
    id: 28,
    standard: 'OWASP ASVS 5.0 7.2.4',
    attack: "An attacker's link opened in the victim's live session",
    outcome: 'the account is never swapped without a question',
    play: async (field) => {
      const attacker = await field.person('Caio Brito');
      const own = await field.signedIn(await field.person('Dora Lima'));
      const before = (await own.get('/api/auth/me')).body as { accountId: string };
      const page = await field.refusal(own, attacker.access.link);
      assert.ok(String(page.body).includes('name="swap"'), 'the page asks nothing');
      const after = (await own.get('/api/auth/me')).body as { accountId: string };
      assert.equal(after.accountId, before.accountId);
      assert.match(String(page.body), /C••• B•••/);
    },
  },
  {
    id: 29,
    standard: 'OWASP ASVS 5.0 4.1.3',
    attack: 'Forged Host and X-Forwarded-Host',
    outcome: 'links and redirects use the configured origin',
    play: async (field) => {
      const { cpf, phone } = await field.person();
      await field.passMinutes(2);
      const origin = field.product().url;
      const forged = {
        host: EVIL,
        'x-forwarded-host': EVIL,
        forwarded: `host=${EVIL}`,
        'x-forwarded-for': '203.0.113.29',
        origin,
      };
      const json = { ...forged, 'content-type': 'application/json' };
      const calls = [
        { method: 'GET', route: '/login', headers: forged },
        { method: 'GET', route: '/', headers: forged },
        { method: 'GET', route: '/dashboard', headers: forged },
        { method: 'POST', route: '/api/auth/requests', headers: json, body: '{}' },
        {
          method: 'POST',
          route: '/api/auth/whatsapp',
          headers: json,
          body: JSON.stringify({ taxId: cpf }),
        },
      ];
      for (const { route, ...call } of calls) {
        const answer = await requestWithHost(`${origin}${route}`, call);
        assert.ok(answer.status < 400, `${route} answered ${answer.status}`);
        assert.ok(!answer.text.includes(EVIL), `${route} names the forged host`);
      }
      await phone.receive(/^\d{6}$/);
      const texts = (await phone.messages()).map(({ text }) => text).join('\n');
      assert.ok(!texts.includes(EVIL));
    },
  },
  {
    id: 30,
    standard: 'OWASP ASVS 5.0 3.7.2',
    attack: 'next=//evil, /\\evil, javascript:, CR and LF',
    outcome: 'the default page',
    play: async (field) => {
      const { access, phone } = await field.person();
      const [first = '', ...rest] = NEXTS;
      const pressed = await field.press(field.browser(), access.link, { next: first });
      assert.deepEqual([pressed.status, pressed.header('location')], [303, '/dashboard']);
      assert.notEqual(phone.number, '');
      const own = await field.signedIn(await field.person());
      for (const next of rest) {
        // A browser each: the third redirect to one place within 20 s is a loop (case F5).
        const page = await own.copy().get(`/login?next=${encodeURIComponent(next)}`);
        assert.deepEqual([page.status, page.header('location')], [303, '/dashboard'], next);
      }
    },
  },
  {
    id: 31,
    standard: 'OWASP ASVS 5.0 14.2.1',
    attack: 'The token in Referer, logs or caches',
    outcome: 'no-store, no path in a referrer, no third party, nothing in the log',
    play: async (field) => {
      const { access } = await field.person();
      const browser = field.browser();
      const token = access.link.slice('/l/'.length);
      for (const answer of [
        await browser.get(access.link),
        await field.press(browser, access.link),
      ]) {
        assert.equal(answer.header('cache-control'), 'no-store');
        assert.match(answer.header('referrer-policy') ?? '', /^(?:no-referrer|strict-origin)$/);
        assert.ok(!(answer.header('location') ?? '').includes(token));
        assert.doesNotMatch(String(answer.body), /(?:src|href|action)="(?:https?:)?\/\//);
      }
      assert.ok(!(await field.settledLog()).includes(token));
    },
  },
  {
    id: 32,
    standard: 'OWASP ASVS 5.0 6.6.2',
    attack: 'A link older than a newer one, than a sign-out of everything, than a change of number',
    outcome: 'dead',
    play: async (field) => {
      const newer = await field.person();
      const signedOut = await field.person();
      const moved = await field.person();
      await field.passMinutes(2);
      await newer.phone.send('entrar');
      const second = await field.nextAccess(newer.phone);
      assert.equal((await field.refusal(field.browser(), newer.access.link)).status, 410);
      assert.equal((await field.press(field.browser(), second.link)).status, 303);

      const own = await field.signedInByCode(signedOut);
      await signedOut.phone.send('sair de tudo');
      await signedOut.phone.receive(/Posso continuar\?/);
      await signedOut.phone.send('1');
      await signedOut.phone.receive(/encerrei 1 acesso/i);
      assert.equal((await own.get('/api/auth/me')).status, 401);
      assert.equal((await field.refusal(field.browser(), signedOut.access.link)).status, 410);

      const newPhone = await field.stranger();
      await newPhone.send('mudei de número');
      await newPhone.receive(/Qual é o CPF/);
      await newPhone.send(moved.cpf);
      await newPhone.receive(/perguntei no número antigo/);
      await moved.phone.receive(/TROCAR/);
      await moved.phone.send('TROCAR');
      await moved.phone.receive(/não abre mais nada/);
      assert.equal((await field.refusal(field.browser(), moved.access.link)).status, 410);
    },
  },
];
