import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { until } from '../support/until.js';
import { startWeb } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';

const PAGES = 1000;
/** A page costs the server about 14 KB of heap; both ends of its connection live in this one process. */
const MOST_BYTES_A_PAGE = 64 * 1024;

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

function heapAfterCollection(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

type Web = Awaited<ReturnType<typeof startWeb>>;

/** As thin as a client can be; counts the events and keeps none. */
function waitOnPage({ port }: Web, requestId: string, heard: Map<string, number>): void {
  const socket = connect(port, '127.0.0.1', () => {
    const path = `/api/auth/requests/${requestId}/events`;
    const cookie = `zl_browser=${tokenOf('b')}`;
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n\r\n`);
  });
  socket.on('data', (chunk) => {
    for (const [, name = ''] of chunk.toString().matchAll(/^event: (\w+)$/gm))
      heard.set(name, (heard.get(name) ?? 0) + 1);
  });
  sockets.push(socket);
}

async function askFor(web: Web): Promise<string> {
  const asked = await web.world.deps.loginRequests.ask({
    next: null,
    browserToken: tokenOf('b'),
    userAgent: '',
    address: '127.0.0.1',
  });
  if (!asked.ok) throw new Error(asked.error.code);
  return asked.value.requestId;
}

it('keeps a thousand waiting pages in little memory, on one timer and two subscriptions', async () => {
  const web = await startWeb();
  const heard = new Map<string, number>();
  const ids = await Promise.all(Array.from({ length: PAGES }, () => askFor(web)));
  const before = heapAfterCollection();
  for (const id of ids) waitOnPage(web, id, heard);
  await until('every page waits', () => heard.get('pending') === PAGES);

  expect((heapAfterCollection() - before) / PAGES).toBeLessThan(MOST_BYTES_A_PAGE);
  expect(web.world.waiting()).toEqual({ listeners: 2, timers: 1 });

  const { calls } = web.world.loginRequests;
  Object.assign(calls, { state: 0, states: 0 });
  await web.world.tick();
  expect(calls).toEqual({ state: 0, states: PAGES / 500 });

  for (const id of ids) web.world.loginRequests.settle(id, 'expired');
  await web.world.tick();
  await until('every page was told', () => heard.get('expired') === PAGES);
  expect(web.world.waiting()).toEqual({ listeners: 0, timers: 0 });
});
