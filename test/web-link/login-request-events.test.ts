import { describe, expect, it } from 'vitest';
import { until } from '../support/until.js';
import { asking } from './ask-for-login.js';

describe('the event stream of a login request', () => {
  it.each(['approved', 'denied', 'expired'] as const)(
    'says pending, then %s, and ends',
    async (state) => {
      const { watch, decide, world } = await asking();
      const stream = await watch();
      expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
      expect(stream.response.headers.get('cache-control')).toBe('no-store');
      expect(await stream.next()).toEqual({
        name: 'pending',
        data: { channel: 'up', asked: false },
      });
      await decide(state);
      expect(await stream.next()).toEqual({ name: state, data: {} });
      expect(await stream.next()).toBeNull();
      await until('nothing waits', () => world.waiting().timers === 0);
      expect(world.waiting()).toEqual({ listeners: 0, timers: 0 });
    },
  );

  it('says once that the bot asks for the number in the chat, also to a page that opens then', async () => {
    const { watch, decide, world } = await asking();
    const stream = await watch();
    await stream.next();
    await decide('asked');
    const asked = { name: 'pending', data: { channel: 'up', asked: true } };
    expect(await stream.next()).toEqual(asked);
    await world.tick();
    await world.changeChannel({ state: 'waiting' });
    expect(await stream.next()).toEqual({
      name: 'pending',
      data: { channel: 'down', asked: true },
    });
    await world.changeChannel({ state: 'open' });
    expect(await stream.next()).toEqual(asked);
    const later = await watch();
    expect(await later.next()).toEqual(asked);
    await decide('approved');
    expect((await later.next())?.name).toBe('approved');
  });

  it('says at once how a request has ended', async () => {
    const { watch, decide } = await asking();
    await decide('denied');
    const stream = await watch();
    expect((await stream.next())?.name).toBe('denied');
    expect(await stream.next()).toBeNull();
  });

  it('finds out by looking when the event was lost', async () => {
    const { watch, world, requestId } = await asking();
    const stream = await watch();
    await stream.next();
    world.loginRequests.settle(requestId, 'approved', world.joana.accountId);
    await world.tick();
    expect((await stream.next())?.name).toBe('approved');
  });

  it('ends as expired when the request was swept away', async () => {
    const { watch, world, requestId } = await asking();
    const stream = await watch();
    await stream.next();
    world.loginRequests.remove(requestId);
    await world.tick();
    expect((await stream.next())?.name).toBe('expired');
  });

  it('says once that the bot went down, and once that it is back', async () => {
    const { watch, world } = await asking();
    const stream = await watch();
    await stream.next();
    await world.changeChannel({ state: 'waiting' });
    expect(await stream.next()).toEqual({
      name: 'pending',
      data: { channel: 'down', asked: false },
    });
    await world.changeChannel({ state: 'connecting' });
    await world.changeChannel({ state: 'open' });
    expect(await stream.next()).toEqual({ name: 'pending', data: { channel: 'up', asked: false } });
  });

  it('beats, so that no proxy cuts it', async () => {
    const { watch, world } = await asking();
    const stream = await watch();
    await stream.next();
    for (let looks = 0; looks < 3; looks += 1) await world.tick();
    expect(await stream.nextBlock()).toBe(': beat');
  });

  it('goes on in the tab that was opened last, and tells the older one', async () => {
    const { watch, decide, world } = await asking();
    const older = await watch();
    await older.next();
    const newer = await watch();
    expect((await older.next())?.name).toBe('replaced');
    expect(await older.next()).toBeNull();
    expect((await newer.next())?.name).toBe('pending');
    expect(world.waiting()).toEqual({ listeners: 2, timers: 1 });
    await decide('approved');
    expect((await newer.next())?.name).toBe('approved');
  });

  it('is forgotten when the page is closed', async () => {
    const { watch, world } = await asking();
    const stream = await watch();
    await stream.next();
    expect(world.waiting()).toEqual({ listeners: 2, timers: 1 });
    stream.leave();
    await until('nothing waits', () => world.waiting().timers === 0);
    expect(world.waiting()).toEqual({ listeners: 0, timers: 0 });
  });

  it('outlives a database that is away for a moment', async () => {
    const { watch, world, decide } = await asking();
    const stream = await watch();
    await stream.next();
    const { flow } = world.loginRequests;
    const sound = { ...flow };
    flow.state = () => Promise.reject(new Error('away'));
    await decide('approved');
    await until('the failure is logged', () =>
      world.logged.some(({ event }) => event === 'login_request.look_failed'),
    );
    Object.assign(flow, sound);
    await world.tick();
    expect((await stream.next())?.name).toBe('approved');
  });

  it('answers HEAD without waiting', async () => {
    const { joanas, path } = await asking();
    const head = await joanas.head(`${path}/events`);
    expect(head.status).toBe(200);
  });
});
