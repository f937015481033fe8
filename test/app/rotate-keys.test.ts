import { decodeProtectedHeader } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { createAccessTokens, makeSigningKey } from '#src/adapters/crypto/access-tokens.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createRotateKeys } from '#src/app/upkeep/rotate-keys.js';
import { KEY_LEAD_MS, KEY_TRAIL_MS } from '#src/domain/signing-key.js';
import { contract, NOON, type Parts } from '../contract/parts.js';
import { withEvents } from '../support/events.js';

const ISSUER = 'https://login.example';
const DAY_MS = 86_400_000;
const claims = {
  accountId: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000002',
};

/** Two instances over one database; time moves when a test says so. */
async function createInstances({ bare }: Parts) {
  let now = NOON;
  const clock = { now: () => now };
  const bus = createMemoryEventBus();
  const store = withEvents(bare, { bus, clock });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const instance = async () => {
    const tokens = await createAccessTokens({
      signingKeys: store.signingKeys,
      issuer: ISSUER,
      clock,
    });
    const keys = createRotateKeys({
      ...{ store, clock, log, makeKey: makeSigningKey, maxAgeDays: 90 },
    });
    return { tokens, keys };
  };
  return {
    instances: await Promise.all([instance(), instance()] as const),
    bus,
    now: () => now,
    pass: (ms: number) => void (now = new Date(now.getTime() + ms)),
  };
}

contract('the rotation of signing keys', (parts) => {
  let world: Awaited<ReturnType<typeof createInstances>>;
  const instance = (at: 0 | 1) => world.instances[at];
  const issue = (at: 0 | 1) => instance(at).tokens.issue(claims, world.now());
  const served = async (at: 0 | 1) => {
    const { keys } = await instance(at).tokens.jwks();
    return keys.map((key) => key['kid']);
  };
  const kidOf = (token: string) => decodeProtectedHeader(token).kid;

  beforeAll(async () => {
    world = await createInstances(parts());
  });

  it('publishes the new key before it signs, and the old one until its last token is over', async () => {
    const old = kidOf(await issue(0));
    expect(await instance(0).keys.rotate()).toBe(true);
    await instance(0).tokens.reload();
    expect(await served(0)).toHaveLength(2);
    const early = await issue(0);
    expect(kidOf(early)).toBe(old);

    // The other instance has only its own re-reading.
    await instance(1).tokens.reload();
    world.pass(KEY_LEAD_MS - 1);
    const last = await issue(1);
    expect(kidOf(last)).toBe(old);
    world.pass(1);
    const first = await issue(1);
    expect(kidOf(first)).not.toBe(old);
    for (const token of [early, last, first]) {
      expect(await instance(0).tokens.verify(token, world.now())).toMatchObject({ ok: true });
    }

    world.pass(KEY_TRAIL_MS - 1);
    expect(await served(1)).toContain(old);
    world.pass(1);
    expect(await served(1)).not.toContain(old);
    await parts().store.signingKeys.sweep(world.now());
    expect(await parts().store.signingKeys.list()).toHaveLength(1);
  });

  it('rotates by age, and once when two instances notice together', async () => {
    expect(await instance(0).keys.rotateIfDue()).toBe(false);
    world.pass(90 * DAY_MS);
    const rotated = await Promise.all(
      [instance(0), instance(1)].map(({ keys }) => keys.rotateIfDue()),
    );
    expect(rotated.filter(Boolean)).toHaveLength(1);
    expect(await parts().store.signingKeys.list()).toHaveLength(2);
    expect(await instance(0).keys.rotateIfDue()).toBe(false);
  });

  it('tells the other instances', async () => {
    let told = 0;
    world.bus.subscribe('signing_keys.changed', () => void (told += 1));
    await instance(0).keys.rotate();
    expect(told).toBe(1);
  });
});
