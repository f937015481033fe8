import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PUBLIC_URL, startWeb } from '../support/web-client.js';
import { KNOWN_TAX_ID, RIGHT_CODE } from '../support/web-deps.js';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const ASK = '/api/auth/whatsapp';
const VERIFY = '/api/auth/whatsapp/verify';
const challengeId = randomUUID();

interface BadBody {
  readonly what: string;
  readonly path?: string;
  readonly type?: string;
  readonly body: string | Buffer;
  readonly status: number;
  readonly code: string;
}

const asJson = (value: unknown): string => JSON.stringify(value);
const invalid = { status: 400, code: 'invalid_request' };

const BAD_BODIES: readonly BadBody[] = [
  { what: 'broken JSON', body: '{"taxId":', ...invalid },
  { what: 'nothing', body: '', ...invalid },
  { what: 'a list', body: '[]', ...invalid },
  { what: 'a bare string', body: '"52998224725"', ...invalid },
  { what: 'null', body: 'null', ...invalid },
  { what: 'no CPF', body: '{}', ...invalid },
  { what: 'a CPF as a number', body: asJson({ taxId: 52998224725 }), ...invalid },
  { what: 'a CPF in a list', body: asJson({ taxId: [KNOWN_TAX_ID] }), ...invalid },
  { what: 'a CPF in an object', body: asJson({ taxId: { $ne: null } }), ...invalid },
  { what: 'an unknown field', body: asJson({ taxId: KNOWN_TAX_ID, admin: true }), ...invalid },
  {
    what: 'a purpose nobody knows',
    body: asJson({ taxId: KNOWN_TAX_ID, purpose: 'admin' }),
    ...invalid,
  },
  {
    what: 'a purpose that is none',
    body: asJson({ taxId: KNOWN_TAX_ID, purpose: 'x' }),
    ...invalid,
  },
  { what: 'a prototype', body: `{"taxId":"${KNOWN_TAX_ID}","__proto__":{"a":1}}`, ...invalid },
  { what: 'JSON 8,000 levels deep', body: '['.repeat(8_000) + ']'.repeat(8_000), ...invalid },
  { what: 'invalid UTF-8', body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), ...invalid },
  {
    what: 'a NUL in the CPF',
    body: asJson({ taxId: '\u0000' }),
    status: 400,
    code: 'invalid_tax_id',
  },
  {
    what: 'a wrong CPF',
    body: asJson({ taxId: '529.982.247-26' }),
    status: 400,
    code: 'invalid_tax_id',
  },
  {
    what: 'a CPF of a kilobyte',
    body: asJson({ taxId: '1'.repeat(1024) }),
    status: 400,
    code: 'invalid_tax_id',
  },
  {
    what: '17 kB',
    body: asJson({ taxId: '1'.repeat(17_000) }),
    status: 413,
    code: 'payload_too_large',
  },
  {
    what: '10 MB',
    body: asJson({ taxId: '1'.repeat(10_000_000) }),
    status: 413,
    code: 'payload_too_large',
  },
  {
    what: 'a form',
    type: FORM_TYPE,
    body: 'taxId=52998224725',
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    what: 'plain text',
    type: 'text/plain',
    body: '{}',
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    what: 'another charset',
    type: `${JSON_TYPE}; charset=koi8-r`,
    body: '{}',
    status: 415,
    code: 'unsupported_media_type',
  },
  {
    what: 'a code in a list',
    path: VERIFY,
    body: asJson({ challengeId, code: ['1'] }),
    ...invalid,
  },
  {
    what: 'a code as a number',
    path: VERIFY,
    body: asJson({ challengeId, code: 482915 }),
    ...invalid,
  },
  {
    what: 'a challenge that is no id',
    path: VERIFY,
    body: asJson({ challengeId: "' OR 1=1", code: RIGHT_CODE }),
    ...invalid,
  },
  {
    what: 'a code of five digits',
    path: VERIFY,
    body: asJson({ challengeId, code: '12345' }),
    status: 400,
    code: 'invalid_code',
  },
];

describe('the JSON API (security case 53)', () => {
  it.each(BAD_BODIES)('answers $status $code to $what', async (row) => {
    const { http, world } = await startWeb();
    const answer = await http
      .post(row.path ?? ASK)
      .set({ Origin: PUBLIC_URL, 'Content-Type': row.type ?? JSON_TYPE })
      .serialize((body: unknown) => body as string)
      .send(row.body as string);
    expect(answer.status).toBe(row.status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ code: row.code, status: row.status });
    expect(world.calls.requestCode).toBe(0);
    expect((await http.get('/healthz')).status).toBe(200);
  });

  it('names the method that would do', async () => {
    const { http } = await startWeb();
    const wrong = await http.get(ASK);
    expect(wrong.status).toBe(405);
    expect(wrong.headers['allow']).toBe('POST');
    expect(wrong.body).toMatchObject({ code: 'method_not_allowed' });
    const options = await http.options('/api/auth/me');
    expect([options.status, options.headers['allow']]).toEqual([204, 'GET, HEAD']);
  });

  it.each(['/api/nothing', '/api', '/api/auth/whatsapp/', '/API/auth/me', '/.well-known/other'])(
    'knows no %s',
    async (path) => {
      const { http } = await startWeb();
      const answer = await http.get(path).set('Accept', JSON_TYPE);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({
        type: 'urn:zap-login:problem:not_found',
        title: 'Nothing here',
        status: 404,
        code: 'not_found',
        detail: 'Não há nada neste endereço.',
        requestId: answer.headers['x-request-id'],
      });
    },
  );

  it('says no more of a fault of ours than the id under which it is logged (security case 50)', async () => {
    const { http, world } = await startWeb();
    world.trouble.throws = new Error('row of 529.982.247-25 is gone');
    const answer = await http.post(ASK).set('Origin', PUBLIC_URL).send({ taxId: KNOWN_TAX_ID });
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      type: 'urn:zap-login:problem:internal_error',
      title: 'Something broke on this side',
      status: 500,
      code: 'internal_error',
      detail: 'Algo quebrou do nosso lado.',
      requestId: answer.headers['x-request-id'],
    });
    expect(world.logged).toContainEqual({
      level: 'error',
      event: 'http.failed',
      fields: { requestId: answer.headers['x-request-id'], error: world.trouble.throws },
    });
  });
});
