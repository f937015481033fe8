import { expect, it } from 'vitest';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import type { Sessions } from '#src/app/ports/tables/sessions.js';
import { createSessionGuard } from '#src/app/session/session-guard.js';
import { ok } from '#src/domain/result.js';
import { allAtOnce, contract, NOON, register, type Parts } from '../contract/parts.js';
import { createStage } from './stage.js';

const accessTokens = {
  issue: () => Promise.reject(new Error('nobody signs here')),
  verify: (token: string) => {
    const [accountId = '', sessionId = ''] = token.split(' ');
    return Promise.resolve(ok({ accountId, sessionId }));
  },
  jwks: () => Promise.resolve({ keys: [] }),
};

function later() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A guard whose reads of sessions wait until they are let go, after they have read. */
function heldGuard({ store }: Parts) {
  const bus = createMemoryEventBus();
  const { promise: gate, resolve: letGo } = later();
  const { promise: read, resolve: hasRead } = later();
  const find: Sessions['find'] = async (id) => {
    const session = await store.sessions.find(id);
    hasRead();
    await gate;
    return session;
  };
  const held = { ...store, sessions: { ...store.sessions, find } };
  const guard = createSessionGuard({
    ...{ store: held, bus, accessTokens, clock: { now: () => NOON } },
  });
  return { bus, guard, letGo, read };
}

contract('the guard of sessions', (parts) => {
  it('case A10: a read begun before the revocation does not let the session live on', async () => {
    const stage = createStage(parts());
    const { id: accountId } = await register(parts());
    const { sessionId } = await stage.signIn(accountId);
    const { bus, guard, letGo, read } = heldGuard(parts());
    const token = `${accountId} ${sessionId}`;

    const early = allAtOnce(20, () => guard.check(token));
    await read;
    await parts().store.sessions.revoke(sessionId, 'signed_out', NOON);
    await bus.publish('session.revoked', { sessionId });
    letGo();
    expect((await early).some(({ ok: isOk }) => isOk)).toBe(false);
    expect(await guard.check(token)).toEqual({ ok: false, error: { code: 'session_expired' } });
  });

  it('case A10: asks the database once for a session that lives, and forgets it when it is told', async () => {
    const stage = createStage(parts());
    const { id: accountId } = await register(parts());
    const { sessionId } = await stage.signIn(accountId);
    const { bus, guard, letGo } = heldGuard(parts());
    letGo();
    const token = `${accountId} ${sessionId}`;
    expect((await guard.check(token)).ok).toBe(true);
    await parts().store.sessions.revoke(sessionId, 'signed_out', NOON);
    expect((await guard.check(token)).ok).toBe(true);
    await bus.publish('session.revoked', { sessionId });
    expect((await guard.check(token)).ok).toBe(false);
  });
});
