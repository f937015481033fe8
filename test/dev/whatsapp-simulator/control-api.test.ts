import { request } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startSimulator, type Simulator } from '#src/dev/whatsapp-simulator/start-simulator.js';
import { controlClient, type ControlClient } from './simulator-client.js';

let simulator: Simulator;
let control: ControlClient;

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 });
  control = controlClient(simulator.url);
  await control.phone('5511987654321', 'Maria', { lid: '22220000000001' });
});
afterAll(() => simulator.close());

test.each([
  ['a number that is not one', 'POST', '/phones', { number: 'abc', name: 'X' }, 400],
  ['a short number', 'POST', '/phones', { number: '5511', name: 'X' }, 400],
  ['no name', 'POST', '/phones', { number: '5511987654322' }, 400],
  ['an unknown field', 'POST', '/phones', { number: '5511987654322', name: 'X', admin: true }, 400],
  ['an array for a body', 'POST', '/phones', [], 400],
  [
    'the lid of another phone',
    'POST',
    '/phones',
    { number: '5511987654322', name: 'X', lid: '22220000000001' },
    409,
  ],
  [
    'another lid for a phone',
    'POST',
    '/phones',
    { number: '5511987654321', name: 'X', lid: '99999' },
    409,
  ],
  ['an empty text', 'POST', '/phones/5511987654321/messages', { text: '' }, 400],
  ['a text that is a number', 'POST', '/phones/5511987654321/messages', { text: 1 }, 400],
  ['an unknown kind', 'POST', '/phones/5511987654321/messages', { kind: 'poll', text: 'x' }, 400],
  ['a message with no bot', 'POST', '/phones/5511987654321/messages', { text: 'oi' }, 409],
  ['a message of an unknown phone', 'POST', '/phones/5599987654321/messages', { text: 'oi' }, 404],
  ['an insight without a state', 'POST', '/phones/5511987654321/insights', { at: 1 }, 400],
  ['a negative position', 'GET', '/phones/5511987654321/messages?after=-1', undefined, 400],
  ['an unknown disconnection', 'POST', '/faults', { disconnect: 418 }, 400],
  ['an unknown phone for a fault', 'POST', '/faults', { identityChange: '5599987654321' }, 404],
  ['neither QR nor code', 'POST', '/pair', { number: '5511987654321' }, 400],
  ['a short code', 'POST', '/pair', { code: 'AB', number: '5511987654321' }, 400],
  ['an unknown route', 'GET', '/nothing', undefined, 404],
])('answers %s with a problem', async (_name, method, path, body, status) => {
  const answer = await control.call(method, path, body);
  expect(answer).toMatchObject({ status, body: { status, code: expect.any(String) as string } });
  expect((answer.body as { detail: string }).detail.length).toBeGreaterThan(10);
});

test('refuses bodies that are no JSON, or too large', async () => {
  const post = (body: string) =>
    fetch(`${simulator.url}/phones`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
  const broken = await post('{"number":');
  expect(broken.status).toBe(400);
  expect(broken.headers.get('content-type')).toContain('application/problem+json');
  expect((await post(`"${'x'.repeat(600_000)}"`)).status).toBe(413);
});

test('updates a phone that exists, and takes its number in any form', async () => {
  const answer = await control.call('POST', '/phones', {
    number: '+55 11 98765-4321',
    name: 'Maria Silva',
    addressing: 'pn',
  });
  expect(answer).toMatchObject({
    status: 200,
    body: { number: '5511987654321', lid: '22220000000001', name: 'Maria Silva', addressing: 'pn' },
  });
  const { body } = await control.call('GET', '/phones/+5511987654321/messages');
  expect(body).toEqual([]);
});

function rawRequest(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(simulator.url);
    const call = request({ hostname, port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}

test.each([
  ['another host name', { host: 'evil.example' }, 403],
  ['a host that only looks local', { host: '127.0.0.1.evil.example' }, 403],
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
  ['a sandboxed page', { origin: 'null' }, 403],
  ['no origin at all', {}, 200],
])('answers a request from %s with the right status', async (_name, headers, status) => {
  expect(await rawRequest('GET', '/state', headers)).toBe(status);
});

test('refuses a write that a browser marks as coming from elsewhere', async () => {
  expect(await rawRequest('POST', '/faults', { 'sec-fetch-site': 'same-site' })).toBe(403);
});

test('serves the page under a policy without inline code', async () => {
  const page = await fetch(`${simulator.url}/`);
  expect(page.status).toBe(200);
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=/);
});

test('shows its state without private keys', async () => {
  expect(await control.get('/state')).toMatchObject({
    url: simulator.url,
    waUrl: simulator.waUrl,
    rootKey: simulator.rootKey,
    paired: false,
    connected: false,
    faults: { offline: false, latencyMs: 0, nack463: false },
  });
});

test.each(['0.0.0.0', '::', '192.168.0.10', 'example.com'])(
  'does not listen on %s',
  async (host) => {
    await expect(startSimulator({ port: 0, host })).rejects.toThrow('loopback');
  },
);

test('does not run in production', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await expect(startSimulator({ port: 0 })).rejects.toThrow('production');
  vi.unstubAllEnvs();
});

test('says when the port is taken', async () => {
  const port = Number(new URL(simulator.url).port);
  await expect(startSimulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test.each([
  [
    '/5511900000001?text=Entrar%20no%20site%3A%20A%26B',
    '/?to=5511900000001&text=Entrar+no+site%3A+A%26B',
  ],
  ['/5511900000001', '/?to=5511900000001'],
  ['/5511900000001?text=a&text=b', '/?to=5511900000001'],
])('case F11: opens a chat by %s, as wa.me does', async (path, page) => {
  const answer = await fetch(simulator.url + path, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, page]);
});

test.each(['/5511', '/05511900000001', '/5511900000001/x'])('knows no chat at %s', async (path) => {
  expect((await fetch(simulator.url + path)).status).toBe(404);
});
