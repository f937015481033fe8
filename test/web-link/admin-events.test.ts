import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { BoardStatus } from '#src/app/ports/channel.js';
import { ADMIN_PASSWORD, adminBrowser, cookieOf, setUpAdmin } from '../support/admin-client.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { openEventStream } from '../support/event-stream.js';
import { until } from '../support/until.js';

const PATH = '/api/admin/whatsapp/events';
const BEAT_MS = 15_000;
const FIVE_MINUTES = 5 * 60_000;
const PAIRING: Partial<BoardStatus> = { state: 'pairing', cause: 'first_pairing', qr: '2@first' };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function listening(world: ReturnType<typeof createAdminWorld>): Promise<string> {
  const server = createServer(world.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
}

async function watching() {
  const world = createAdminWorld();
  await setUpAdmin(world);
  const browser = adminBrowser(world);
  const signedIn = await browser.post('/api/admin/login').send({ password: ADMIN_PASSWORD });
  await world.change(PAIRING);
  const url = await listening(world);
  const stream = await openEventStream(url, { cookie: cookieOf(signedIn) });
  return { world, browser, stream, url };
}

describe('the event stream about the bot', () => {
  test('is closed to strangers', async () => {
    const world = createAdminWorld();
    await world.change(PAIRING);
    const stream = await openEventStream(await listening(world), {});
    expect(stream.response.status).toBe(401);
    expect(await stream.response.text()).not.toContain('2@first');
    expect(world.waiting()).toEqual({ listeners: 0, timers: 0 });
  });

  test('begins with the state and follows the rotation of the QR', async () => {
    const { world, stream } = await watching();
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(stream.response.headers.get('cache-control')).toBe('no-store');
    const first = await stream.next();
    expect(first).toMatchObject({ name: 'status', data: { state: 'pairing', qr: '2@first' } });
    await world.change({ qr: '2@second' });
    const second = await stream.next();
    expect(second).toMatchObject({ name: 'status', data: { qr: '2@second' } });
    const drawings = [first, second].map((event) => (event?.data as { qrSvg: string }).qrSvg);
    expect(drawings[0]).toMatch(/^<svg/);
    expect(drawings[0]).not.toBe(drawings[1]);
    await world.change({ state: 'open', cause: null, qr: null });
    expect(await stream.next()).toMatchObject({ data: { state: 'open', tone: 'good' } });
  });

  test('sends the same state once, and a heartbeat when nothing happens', async () => {
    const { world, stream } = await watching();
    await stream.next();
    await world.change({});
    await world.pass(BEAT_MS);
    expect(await stream.nextBlock()).toBe(': beat');
    await world.change({ state: 'connecting', cause: null });
    expect(await stream.next()).toMatchObject({ data: { state: 'connecting' } });
  });

  test('takes the QR away when the step-up runs out while the page is open', async () => {
    const { world, stream } = await watching();
    expect(await stream.next()).toMatchObject({ data: { qr: '2@first', stepUpRequired: false } });
    await world.pass(FIVE_MINUTES);
    const event = await stream.next();
    expect(event).toMatchObject({ data: { state: 'pairing', stepUpRequired: true } });
    expect(JSON.stringify(event)).not.toMatch(/2@|svg/);
    await world.change({ qr: '2@third' });
    await world.change({ state: 'open', cause: null, qr: null });
    expect(JSON.stringify(await stream.next())).not.toContain('2@');
  });

  test('ends when the admin signs out', async () => {
    const { world, browser, stream } = await watching();
    await stream.next();
    await browser.post('/admin/logout').expect(303);
    await world.change({ qr: '2@second' });
    expect(await stream.next()).toEqual({ name: 'signed_out', data: {} });
    expect(await stream.next()).toBeNull();
    await until('the stream to be cleared away', () => world.waiting().timers === 0);
    expect(world.waiting().listeners).toBe(0);
  });

  test('is signed out after half an hour: an open page is no activity', async () => {
    const { world, stream } = await watching();
    await world.pass(31 * 60_000);
    const names: string[] = [];
    for (;;) {
      const event = await stream.next();
      if (event === null) break;
      names.push(event.name);
    }
    expect(names.at(-1)).toBe('signed_out');
  });

  test('leaves nothing behind when the browser goes', async () => {
    const { world, stream } = await watching();
    await stream.next();
    expect(world.waiting()).toEqual({ listeners: 1, timers: 1 });
    stream.leave();
    await until('the stream to be cleared away', () => world.waiting().timers === 0);
    expect(world.waiting().listeners).toBe(0);
  });
});
