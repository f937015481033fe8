import assert from 'node:assert/strict';
import path from 'node:path';
import { runProgram } from '../../e2e/support/run-program.js';
import type { AttackCase } from '../case.js';
import { requestWithHost } from '../http-raw.js';
import { codeOf } from '../google.js';
import { makeStepUpStale } from '../stale-step-up.js';

const START = 'dist/src/main/start.js';
/** sysexits.h EX_CONFIG. */
const CONFIG = 78;
/** A QR payload: version, then keys in base64 with commas between. */
const QR = /\d@[\w+/=]{40,},/;

const BROKEN_BODIES: readonly (readonly [string, string | Buffer, readonly number[]])[] = [
  ['a code in a list', '{"challengeId":"x","code":["1"]}', [400]],
  ['an object for a CPF', '{"taxId":{"$ne":null}}', [400]],
  ['a number for a CPF', '{"taxId":52998224725}', [400]],
  ['10 MB', `{"taxId":"${'1'.repeat(10_000_000)}"}`, [413]],
  ['JSON that breaks off', '{"taxId":"529', [400]],
  ['deep JSON', '['.repeat(8_000) + ']'.repeat(8_000), [400]],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), [400]],
  ['a NUL byte', '{"taxId":"\\u0000"}', [400]],
];

/** Cases 47, 49, 50, 53 and 54. */
export const OPERATORS: readonly AttackCase[] = [
  {
    id: 47,
    standard: 'OWASP ASVS 5.0 7.5.1',
    attack: 'A stranger with the CPF asks for the account to move to the own number',
    outcome: 'the old number is asked, and until it agrees the new one opens nothing',
    play: async (field) => {
      const owner = await field.person();
      const thief = await field.stranger();
      await thief.send('mudei de número');
      await thief.receive(/Qual é o CPF/);
      await thief.send(owner.cpf);
      await thief.receive(/perguntei no número antigo/);
      await owner.phone.receive(/TROCAR/);
      await thief.send('trocar');
      await thief.receive(/./);
      await thief.send('entrar');
      const said = await thief.receive(/./);
      assert.match(said, /CPF/);
      await field.passMinutes(2);
      await owner.phone.send('entrar');
      assert.match((await field.nextAccess(owner.phone)).link, /^\/l\//);
    },
  },
  {
    id: 49,
    standard: 'OWASP ASVS 5.0 7.5.1',
    attack: 'QR or pairing code without an admin session, and without a fresh step-up',
    outcome: 'refused, never cached, never logged',
    play: async (field) => {
      const stranger = field.browser();
      const calls = [
        ['GET', '/api/admin/whatsapp'],
        ['GET', '/api/admin/whatsapp/events'],
        ['POST', '/api/admin/whatsapp/pair'],
        ['POST', '/api/admin/whatsapp/logout'],
      ] as const;
      for (const [method, route] of calls) {
        const answer = await stranger.request(method, route);
        assert.ok([401, 403].includes(answer.status), `${method} ${route}: ${answer.status}`);
      }
      const admin = await field.admin();
      await makeStepUpStale(field, 6);
      const stale = await admin.post('/api/admin/whatsapp/pair', {});
      assert.deepEqual([stale.status, codeOf(stale.body)], [403, 'step_up_required']);
      const state = await admin.get('/api/admin/whatsapp');
      assert.equal(state.header('cache-control'), 'no-store');
      assert.ok(!('qr' in (state.body as object)));
      assert.doesNotMatch(await field.settledLog(), QR);
    },
  },
  {
    id: 50,
    standard: 'OWASP ASVS 5.0 16.5.1',
    attack: 'A forced fault inside the product',
    outcome: 'problem+json with a request id; no stack, no SQL, no personal data',
    play: async (field) => {
      await field.whileStopped(['ALTER TABLE login_request RENAME TO login_request_away']);
      try {
        const answer = await field.browser().post('/api/auth/requests');
        assert.equal(answer.status, 500);
        assert.match(answer.header('content-type') ?? '', /^application\/problem\+json/);
        const { requestId } = answer.body as { requestId?: string };
        assert.ok(requestId);
        const text = JSON.stringify(answer.body);
        assert.doesNotMatch(text, /\bat \/|node_modules|login_request|SELECT|INSERT|prisma/i);
      } finally {
        await field.whileStopped(['ALTER TABLE login_request_away RENAME TO login_request']);
      }
    },
  },
  {
    id: 53,
    standard: 'OWASP ASVS 5.0 2.2.1',
    attack: 'Wrong types, 10 MB, deep JSON, invalid UTF-8, NUL bytes, duplicate parameters',
    outcome: '400 or 413 as problem+json, and the process lives',
    play: async (field) => {
      const browser = field.browser();
      const pids = field.instances().map(({ pid }) => pid);
      for (const [what, body, statuses] of BROKEN_BODIES) {
        for (const route of ['/api/auth/whatsapp', '/api/auth/whatsapp/verify']) {
          const answer = await browser.postRaw(route, body);
          assert.ok(statuses.includes(answer.status), `${what} at ${route}: ${answer.status}`);
          assert.match(answer.header('content-type') ?? '', /^application\/problem\+json/);
        }
      }
      const twice = await browser.get('/login?next=/a&next=/b');
      assert.ok(twice.status < 500);
      const raw = await requestWithHost(`${field.product().url}/login?next=%00`, {
        method: 'GET',
        headers: {},
      });
      assert.ok(raw.status < 500);
      assert.equal((await browser.get('/healthz')).status, 200);
      assert.deepEqual(
        field.instances().map(({ pid }) => pid),
        pids,
      );
      for (const instance of field.instances()) assert.equal(instance.hasEnded(), false);
    },
  },
  {
    id: 54,
    standard: 'OWASP ASVS 5.0 13.3.1',
    attack: 'Production with a missing or weak secret, a simulated WhatsApp, http',
    outcome: 'refuses to start and names every fault at once',
    play: async (field) => {
      const program = runProgram([path.join(field.root, START)], {
        ...{ NODE_ENV: 'production', LOCALE: 'en' },
        DATA_DIR: path.join(field.world.dataDir, 'production'),
        PUBLIC_URL: 'http://login.example.com',
        DATABASE_URL: 'postgresql://zap:postgres@127.0.0.1/zap',
        WHATSAPP_WS_URL: 'ws://127.0.0.1:1/ws/chat',
        WHATSAPP_ROOT_KEY: Buffer.alloc(32, 7).toString('base64'),
        WHATSAPP_CHAT_URL: 'http://127.0.0.1:1',
      });
      const { code, stderr } = await program.ended;
      assert.equal(code, CONFIG, stderr);
      for (const name of [
        'PUBLIC_URL',
        'MASTER_KEY',
        'DATABASE_URL',
        'REGISTRATION',
        'TRUST_PROXY',
        'BRAND_NAME',
        'WHATSAPP_WS_URL',
        'WHATSAPP_CHAT_URL',
      ]) {
        assert.match(stderr, new RegExp(`^- ${name}`, 'm'));
      }
    },
  },
];
