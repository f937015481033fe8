import { describe, expect, it } from 'vitest';
import { PUBLIC_URL, startWeb } from '../support/web-client.js';
import { KNOWN_TAX_ID } from '../support/web-deps.js';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

describe('pages', () => {
  it.each([
    { what: 'a name twice', body: 'taxId=1&taxId=2', status: 400 },
    { what: 'an unknown field', body: 'taxId=1&admin=1', status: 400 },
    { what: 'no field', body: '', status: 400 },
    { what: 'too many fields', body: 'a=1&'.repeat(40), status: 413 },
    { what: '17 kB', body: `taxId=${'1'.repeat(17_000)}`, status: 413 },
    { what: 'invalid UTF-8', body: Buffer.from([0x61, 0x3d, 0xff]), status: 400 },
    { what: 'JSON', type: JSON_TYPE, body: '{}', status: 415 },
  ])('answer $what with $status and words for people', async ({ body, type, status }) => {
    const { http } = await startWeb();
    const answer = await http
      .post('/login')
      .set({ Origin: PUBLIC_URL, Accept: 'text/html', 'Content-Type': type ?? FORM_TYPE })
      .serialize((raw: unknown) => raw as string)
      .send(body as string);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('Não entendemos o pedido');
  });

  it.each([
    { path: '/login?next=/a&next=/b', status: 400 },
    { path: '/login?next=%00', status: 400 },
    { path: '/l/%ff', status: 400 },
    { path: '/nowhere', status: 404 },
    { path: '/Login', status: 404 },
  ])('answer GET $path with $status', async ({ path, status }) => {
    const { http } = await startWeb();
    const answer = await http.get(path).set('Accept', 'text/html');
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('answer programs that ask for JSON with a problem', async () => {
    const { http } = await startWeb();
    const answer = await http.get('/nowhere').set('Accept', JSON_TYPE);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('answer a wrong method with 405', async () => {
    const { browser } = await startWeb();
    const answer = await browser().delete('/login').set('Accept', 'text/html');
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, POST']);
    expect(answer.text).toContain('Isso não funciona aqui');
  });

  it('show a fault of ours with its id and nothing else', async () => {
    const { browser, world } = await startWeb();
    world.trouble.throws = new Error('secret detail');
    const answer = await browser().post('/login').type('form').send({ taxId: KNOWN_TAX_ID });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('Algo quebrou do nosso lado');
    expect(answer.text).toContain(answer.headers['x-request-id']);
    expect(answer.text).not.toContain('secret detail');
    expect(answer.text).not.toContain('.ts');
  });

  it('speak English where the operator says so', async () => {
    const { http } = await startWeb({ locale: 'en' });
    const page = await http.get('/nowhere');
    expect(page.text).toContain('<html lang="en">');
    expect(page.text).toContain('Page not found');
  });
});
