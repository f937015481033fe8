import { expect, it } from 'vitest';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createDescribeMe, type Me } from '#src/app/account/me/describe-me.js';
import { createRememberMe } from '#src/app/account/me/remember-me.js';
import { tellInstances } from '#src/app/events/readers/tell-instances.js';
import { allAtOnce, contract, NOON, personName, register, type Parts } from '../contract/parts.js';

const SESSION = 'd3f0a1b2-0000-4000-8000-000000000001';
const OTHER_SESSION = 'd3f0a1b2-0000-4000-8000-000000000002';

/** What an instance remembers; `reads` counts its looks at the database, each of which waits for `hold`. */
function instance({ store }: Parts, bus = createMemoryEventBus()) {
  const describe = createDescribeMe({ store });
  const state = { now: NOON, reads: 0, hold: Promise.resolve() };
  const me = createRememberMe({
    describeMe: async (claims): Promise<Me | null> => {
      state.reads += 1;
      const found = await describe(claims);
      await state.hold;
      return found;
    },
    clock: { now: () => state.now },
    bus,
  });
  return { bus, state, me };
}

contract('what is remembered of an account', (parts) => {
  const claims = (accountId: string, sessionId = SESSION) => ({ accountId, sessionId });

  it('is read once in five seconds, and each browser gets its own session', async () => {
    const { id } = await register(parts());
    const { me, state } = instance(parts());
    const first = await me(claims(id));
    expect(await me(claims(id, OTHER_SESSION))).toEqual({ ...first, sessionId: OTHER_SESSION });
    expect(state.reads).toBe(1);
    state.now = new Date(NOON.getTime() + 5_000);
    expect(await me(claims(id))).toEqual(first);
    expect(state.reads).toBe(2);
  });

  it('is read once for all who ask at the same instant, and so it is known when they ask again', async () => {
    const { id } = await register(parts());
    const { me, state } = instance(parts());
    let letGo = (): void => undefined;
    state.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const first = me(claims(id));
    // As each answer brings the browser's next request: somebody asks while others still wait.
    const others = allAtOnce(31, (n) => me(claims(id, n % 2 === 0 ? SESSION : OTHER_SESSION)));
    letGo();
    const found = await first;
    expect(found?.sessionId).toBe(SESSION);
    const all = await others;
    expect(all[0]).toEqual(found);
    expect(all[1]).toEqual({ ...found, sessionId: OTHER_SESSION });
    await me(claims(id));
    expect(state.reads).toBe(1);
  });

  it('is not taken from a read that is five seconds old', async () => {
    const { id } = await register(parts());
    const { me, state } = instance(parts());
    let letGo = (): void => undefined;
    state.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const slow = me(claims(id));
    state.now = new Date(NOON.getTime() + 5_000);
    const late = me(claims(id));
    letGo();
    expect(await late).toEqual(await slow);
    expect(state.reads).toBe(2);
  });

  it('is asked for again after a read that failed, by those who waited for it as well', async () => {
    const { id } = await register(parts());
    const { me, state } = instance(parts());
    let fall = (_error: Error): void => undefined;
    state.hold = new Promise((_resolve, reject) => {
      fall = reject;
    });
    // It fails before the read has come as far as to wait for it.
    state.hold.catch(() => undefined);
    const broken = allAtOnce(3, () => me(claims(id)).catch((error: unknown) => error));
    fall(new Error('the database went away'));
    for (const error of await broken) expect(error).toBeInstanceOf(Error);
    state.hold = Promise.resolve();
    expect(await me(claims(id))).toMatchObject({ accountId: id });
    expect(state.reads).toBe(2);
  });

  it('is five seconds old at most, however long the database took to say it', async () => {
    const { id } = await register(parts());
    const { me, state } = instance(parts());
    let letGo = (): void => undefined;
    state.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const slow = me(claims(id));
    state.now = new Date(NOON.getTime() + 4_000);
    letGo();
    await slow;
    await parts().store.accounts.rename(id, personName('Joana Prado'));
    // No event has come: the instance that renamed it could not reach the others.
    state.now = new Date(NOON.getTime() + 5_000);
    expect(await me(claims(id))).toMatchObject({ name: 'Joana Prado' });
  });

  it('is forgotten with what happens to the account, in the instance where it happens and in others', async () => {
    const { id } = await register(parts());
    const bus = createMemoryEventBus();
    const [here, there] = [instance(parts(), bus), instance(parts(), bus)];
    await allAtOnce(20, (n) => (n % 2 === 0 ? here : there).me(claims(id)));
    await parts().store.accounts.rename(id, personName('Joana Prado'));
    await tellInstances(bus).act({ type: 'name.changed', accountId: id }, NOON);
    for (const { me } of [here, there]) {
      expect(await me(claims(id))).toMatchObject({ name: 'Joana Prado' });
    }
  });

  it('of a blocked account is nothing', async () => {
    const { id } = await register(parts());
    const { me, bus } = instance(parts());
    expect(await me(claims(id))).not.toBeNull();
    await parts().store.transaction((tx) => tx.accounts.block(id, 'admin'));
    const event = { type: 'account.blocked', accountId: id, by: 'owner' } as const;
    await tellInstances(bus).act(event, NOON);
    expect(await me(claims(id))).toBeNull();
    expect(await me(claims(id))).toBeNull();
  });

  it('is not kept where the account changed while it was read', async () => {
    const { id, name } = await register(parts());
    const { me, bus, state } = instance(parts());
    let letGo = (): void => undefined;
    state.hold = new Promise((resolve) => {
      letGo = resolve;
    });
    const early = allAtOnce(5, () => me(claims(id)));
    await parts().store.accounts.rename(id, personName('Joana Prado'));
    await bus.publish('account.changed', { accountId: id });
    letGo();
    for (const found of await early) expect([name, 'Joana Prado']).toContain(found?.name);
    expect(await me(claims(id))).toMatchObject({ name: 'Joana Prado' });
  });
});
