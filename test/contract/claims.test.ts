import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { isContested } from '#src/app/account/has-open-claim.js';
import {
  allAtOnce,
  contract,
  createParts,
  later,
  newChat,
  newPhone,
  NOON,
  register,
} from './parts.js';

const REST_MS = 30 * 24 * 60 * 60_000;

contract('claims', (parts) => {
  async function claimed() {
    const { store } = parts();
    const { id: accountId, taxId } = await register(parts());
    const claim = { id: randomUUID(), accountId, taxId, chat: newChat(), phone: newPhone() };
    await store.claims.record({ ...claim, now: NOON });
    return claim;
  }

  const open = (id: string) => parts().store.transaction(({ claims }) => claims.lockOpen(id));

  it('contest an account until they are settled, once', async () => {
    const { store } = parts();
    const { id, accountId, chat, phone } = await claimed();
    expect(await isContested(store, accountId)).toBe(true);
    expect(await isContested(store, (await register(parts())).id)).toBe(false);
    const claim = { id, accountId, chat, phone, askedAt: NOON, held: false };
    expect(await open(id)).toEqual(claim);
    expect(await store.claims.open(1000)).toContainEqual(claim);
    const settled = await allAtOnce(10, () =>
      store.claims.settle({ id, outcome: 'rejected', now: later(1) }),
    );
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await isContested(store, accountId)).toBe(false);
    expect(await open(id)).toBeNull();
    expect(await store.claims.open(1000)).not.toContainEqual(claim);
  });

  it('keep their id when they are repeated, with the number of the last time', async () => {
    const { store } = parts();
    const claim = await claimed();
    const phone = newPhone();
    await store.claims.record({ ...claim, id: randomUUID(), phone, now: later(5) });
    expect(await open(claim.id)).toMatchObject({ phone, askedAt: later(5) });
  });

  it('are held for thirty days once one was rejected: nobody stops an account by asking again', async () => {
    const { store } = parts();
    const claim = await claimed();
    await store.claims.settle({ id: claim.id, outcome: 'rejected', now: later(1) });
    const again = { ...claim, id: randomUUID(), phone: null };
    await store.claims.record({ ...again, now: later(REST_MS) });
    expect(await open(again.id)).toMatchObject({ held: true });
    expect(await isContested(store, claim.accountId)).toBe(false);
    await store.claims.record({ ...again, now: later(REST_MS + 1) });
    expect(await open(again.id)).toMatchObject({ held: false });
    expect(await isContested(store, claim.accountId)).toBe(true);
  });

  it('case A8: a held claim contests once the admin allows it, and is settled like any other', async () => {
    const { store } = parts();
    const claim = await claimed();
    await store.claims.settle({ id: claim.id, outcome: 'rejected', now: later(1) });
    const next = { ...claim, id: randomUUID(), chat: newChat() };
    await store.claims.record({ ...next, now: later(2) });
    expect(await isContested(store, claim.accountId)).toBe(false);
    const allowed = await allAtOnce(10, () => store.claims.allow(next.id));
    expect(allowed.filter(Boolean)).toHaveLength(1);
    expect(await isContested(store, claim.accountId)).toBe(true);
    await store.claims.record({ ...next, id: randomUUID(), now: later(3) });
    expect(await open(next.id)).toMatchObject({ held: false, askedAt: later(3) });
    await store.claims.settle({ id: next.id, outcome: 'rejected', now: later(4) });
    expect(await store.claims.allow(next.id)).toBe(false);
  });

  it('case A8: a rejection under an earlier master key counts', async () => {
    const { store, database, masterKeys } = parts();
    const claim = await claimed();
    await store.claims.settle({ id: claim.id, outcome: 'rejected', now: later(1) });
    const rotated = createParts(database, [randomBytes(32), ...masterKeys]);
    await rotated.store.claims.record({
      ...claim,
      id: randomUUID(),
      chat: newChat(),
      now: later(2),
    });
    expect(await isContested(store, claim.accountId)).toBe(false);
  });

  it('case A8: of twenty strangers at once three contest a CPF, ten are held, and all after a rejection', async () => {
    const { store, database } = parts();
    const { id: accountId, taxId } = await register(parts());
    const byStranger = (now: Date) =>
      store.claims.record({
        ...{ id: randomUUID(), accountId, taxId, chat: newChat(), phone: newPhone(), now },
      });
    await allAtOnce(20, () => byStranger(NOON));
    const claims = await database.prisma.claim.findMany({ where: { accountId } });
    expect(claims.filter(({ held }) => !held)).toHaveLength(3);
    expect(claims.filter(({ held }) => held)).toHaveLength(10);
    for (const { id } of claims) await store.claims.settle({ id, outcome: 'rejected', now: NOON });
    await allAtOnce(10, () => byStranger(later(REST_MS - 1)));
    expect(await isContested(store, accountId)).toBe(false);
    await byStranger(later(REST_MS));
    expect(await isContested(store, accountId)).toBe(true);
  });

  it('are made anew under a new id once they were settled', async () => {
    const { store } = parts();
    const claim = await claimed();
    await store.claims.settle({ id: claim.id, outcome: 'rejected', now: later(1) });
    const id = randomUUID();
    await store.claims.record({ ...claim, id, phone: null, now: later(REST_MS + 1) });
    expect(await open(id)).toMatchObject({ phone: null });
    expect(await isContested(store, claim.accountId)).toBe(true);
    const outdated = { id: claim.id, outcome: 'upheld', now: later(REST_MS + 2) } as const;
    expect(await store.claims.settle(outdated)).toBe(false);
  });
});
