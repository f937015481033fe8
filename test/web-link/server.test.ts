import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { PortInUseError } from '#web-link/http/cannot-listen.js';
import { createWebServer, SLOW_CLIENTS } from '#web-link/server.js';
import { startWeb } from '../support/web-client.js';
import { createWebWorld } from '../support/web-deps.js';

describe('status for machines', () => {
  it('is alive', async () => {
    const { http } = await startWeb();
    const alive = await http.get('/healthz');
    expect([alive.status, alive.body]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready and names its parts', async () => {
    const { http } = await startWeb();
    const ready = await http.get('/readyz');
    expect(ready.status).toBe(200);
    expect(ready.body).toEqual({
      status: 'ready',
      parts: { database: 'ok', redis: 'not_used', whatsapp: 'ok', sweep: 'ok' },
    });
  });

  it('is not ready without its database, and stays alive', async () => {
    const { http, world } = await startWeb();
    world.setReadiness({
      ready: false,
      parts: { database: 'down', redis: 'ok', whatsapp: 'not_paired', sweep: 'ok' },
    });
    const ready = await http.get('/readyz');
    expect(ready.status).toBe(503);
    expect(ready.body).toEqual({
      status: 'not_ready',
      parts: { database: 'down', redis: 'ok', whatsapp: 'not_paired', sweep: 'ok' },
    });
    expect((await http.get('/healthz')).status).toBe(200);
  });

  it('shows its public keys to everybody, for minutes', async () => {
    const { http } = await startWeb();
    const keys = await http.get('/.well-known/jwks.json');
    expect(keys.body).toEqual({ keys: [{ kty: 'OKP', kid: 'one' }] });
    expect(keys.headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
  });
});

describe('the server', () => {
  it('logs one event for each request, by its pattern and without its query', async () => {
    const { http, world } = await startWeb();
    const { headers } = await http.get('/login?next=%2Fsegredo');
    expect(world.logged).toEqual([
      {
        level: 'info',
        event: 'http.request',
        fields: {
          method: 'GET',
          route: '/login',
          status: 200,
          ms: expect.any(Number) as unknown,
          requestId: headers['x-request-id'],
        },
      },
    ]);
  });

  it('says which port somebody else has', async () => {
    const { port } = await startWeb();
    const second = createWebServer(createWebWorld().deps);
    const refused = second.listen({ port, host: '127.0.0.1' });
    await expect(refused).rejects.toBeInstanceOf(PortInUseError);
    await expect(refused).rejects.toThrow(`port ${port} is in use`);
    await second.close();
  });

  it('ends idle connections at once', async () => {
    const { server, port } = await startWeb();
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    const ended = once(socket, 'close');
    await server.close();
    await ended;
  });

  it('cuts what does not end by itself when the grace is over', async () => {
    const { server, port, world } = await startWeb();
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    // A second request that never ends: its headers are not complete.
    socket.write('GET /healthz HTTP/1.1\r\n');
    socket.on('error', () => undefined);
    const ended = new Promise((resolve) => socket.once('close', resolve));
    const closed = server.close();
    world.runTimers();
    await closed;
    await ended;
  });
});

describe('slow clients', () => {
  /** A tenth of the real limits, so that the test is quick; the proportions are what matters. */
  const TENTH = { headersMs: 1_500, requestMs: 3_000, lookMs: 100 };

  /** How long the server bears a client that sends this and then a byte each tenth of a second, or nothing at all. */
  async function borneMs(port: number, begin: string): Promise<number> {
    const client = connect(port, '127.0.0.1');
    client.on('error', () => undefined);
    await once(client, 'connect');
    const since = performance.now();
    client.write(begin);
    const drip = setInterval(() => begin === '' || client.write('a'), 100);
    client.resume();
    await once(client, 'close');
    clearInterval(drip);
    return performance.now() - since;
  }

  it('case A18: are cut off when their time is over, not half a minute later', async () => {
    const server = createWebServer(createWebWorld().deps, TENTH);
    const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
    const headers = 'POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ';
    const body =
      'POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{';
    const [slowHeaders, slowBody, nothing] = await Promise.all([
      borneMs(port, headers),
      borneMs(port, body),
      borneMs(port, ''),
    ]);
    await server.close();
    for (const headersTook of [slowHeaders, nothing]) {
      expect(headersTook).toBeGreaterThan(TENTH.headersMs - 100);
      expect(headersTook).toBeLessThan(TENTH.headersMs + 1_000);
    }
    expect(slowBody).toBeGreaterThan(TENTH.requestMs - 100);
    expect(slowBody).toBeLessThan(TENTH.requestMs + 1_000);
  });

  it('case A18: have 15 s for headers and 30 s for the whole request, looked at each second', () => {
    expect(SLOW_CLIENTS).toEqual({ headersMs: 15_000, requestMs: 30_000, lookMs: 1_000 });
  });
});
