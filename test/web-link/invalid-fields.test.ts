import { describe, expect, it } from 'vitest';
import { PUBLIC_URL, startWeb } from '../support/web-client.js';

async function errorsOf(path: string, body: unknown): Promise<unknown> {
  const { http } = await startWeb();
  const answer = await http
    .post(path)
    .set({ Origin: PUBLIC_URL, 'Content-Type': 'application/json' })
    .send(typeof body === 'string' ? body : JSON.stringify(body));
  expect(answer.body).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(JSON.stringify(answer.body)).not.toContain('sesame');
  return (answer.body as { readonly errors: unknown }).errors;
}

describe('case F12: invalid_request names its fields', () => {
  it.each([
    ['/api/auth/login', { taxId: '1' }, [{ field: 'password', reason: 'missing' }]],
    [
      '/api/auth/login',
      {},
      [
        { field: 'taxId', reason: 'missing' },
        { field: 'password', reason: 'missing' },
      ],
    ],
    [
      '/api/auth/login',
      { taxId: ['sesame'], password: 'sesame' },
      [{ field: 'taxId', reason: 'invalid' }],
    ],
    [
      '/api/auth/login',
      { taxId: '1', password: 'sesame', sesame: 1, more: 2 },
      [{ field: '*', reason: 'unknown' }],
    ],
    ['/api/auth/login', [], [{ field: '*', reason: 'invalid' }]],
    ['/api/auth/login', '{"taxId":', [{ field: '*', reason: 'invalid' }]],
    [
      '/api/auth/whatsapp',
      { taxId: '1', purpose: 'sesame' },
      [{ field: 'purpose', reason: 'invalid' }],
    ],
    [
      '/api/auth/step-up',
      { challengeId: 'sesame', code: '123456' },
      [{ field: 'challengeId', reason: 'invalid' }],
    ],
    ['/api/auth/requests', { next: 5 }, [{ field: 'next', reason: 'invalid' }]],
  ])('case F12: %s with %j', async (path, body, errors) => {
    expect(await errorsOf(path, body)).toEqual(errors);
  });

  it('case F12: of a query', async () => {
    const { http } = await startWeb();
    const answer = await http.get('/api/auth/me?next=/a&next=/b');
    expect(answer.body).toMatchObject({ errors: [{ field: '?', reason: 'invalid' }] });
  });
});
