import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  allAtOnce,
  contract,
  createParts,
  later,
  newPerson,
  newPhone,
  newTaxId,
  NOON,
  register,
  writerIn,
  newChat,
} from './parts.js';

contract('accounts', (parts) => {
  it('finds a person by id, tax id and phone', async () => {
    const { store } = parts();
    const { id, taxId, name, phone } = await register(parts());
    const account = {
      id,
      taxId,
      name,
      status: 'active',
      consecutiveFailures: 0,
      createdAt: NOON,
      consentedAt: NOON,
      deletionDueAt: null,
      ...{ blockedBy: null, waysClosedAt: null, nameDue: false },
    };
    const seen = {
      ...{ addedAt: NOON, identityChangedAt: null, lastSeenAt: NOON, provenAt: null },
      renewedAt: null,
    };
    const number = { phone, ...seen };
    expect(await store.accounts.findById(id)).toEqual(account);
    expect(await store.accounts.findByTaxId(taxId)).toEqual(account);
    expect(await store.accounts.findByPhone(phone)).toEqual({ account, ...number });
    expect(await store.accounts.numbersOf(id)).toEqual([number]);
  });

  it('finds nobody where there is nobody', async () => {
    const { accounts } = parts().store;
    expect(await accounts.findById(randomUUID())).toBeNull();
    expect(await accounts.findByTaxId(newTaxId())).toBeNull();
    expect(await accounts.findByPhone(newPhone())).toBeNull();
    expect(await accounts.numbersOf(randomUUID())).toEqual([]);
  });

  it('refuses a tax id that is taken and keeps nothing of the attempt', async () => {
    const { accounts } = parts().store;
    const { taxId } = await register(parts());
    const second = { ...newPerson(), taxId };
    expect(await accounts.create(second)).toEqual({ ok: false, error: { code: 'tax_id_taken' } });
    expect(await accounts.findByPhone(second.phone)).toBeNull();
  });

  it('refuses a phone that is taken and keeps nothing of the attempt', async () => {
    const { accounts } = parts().store;
    const { phone } = await register(parts());
    const second = { ...newPerson(), phone };
    expect(await accounts.create(second)).toEqual({ ok: false, error: { code: 'phone_taken' } });
    expect(await accounts.findById(second.id)).toBeNull();
    expect(await accounts.findByTaxId(second.taxId)).toBeNull();
  });

  it('leaves a transaction usable after a refusal', async () => {
    const { store } = parts();
    const { taxId, phone } = await register(parts());
    const third = newPerson();
    await store.transaction(async ({ accounts }) => {
      await accounts.create({ ...newPerson(), taxId });
      await accounts.create({ ...newPerson(), phone });
      await accounts.create(third);
    });
    expect(await store.accounts.findById(third.id)).not.toBeNull();
  });

  describe('of ten who register at the same moment', () => {
    it('lets one have the tax id', async () => {
      const { accounts } = parts().store;
      const taxId = newTaxId();
      const people = Array.from({ length: 10 }, () => ({ ...newPerson(), taxId }));
      const results = await allAtOnce(10, (number) =>
        accounts.create(people[number] ?? newPerson()),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const winner = people[results.findIndex((result) => result.ok)];
      expect((await accounts.findByTaxId(taxId))?.id).toBe(winner?.id);
    });

    it('lets one have the phone, and makes no account for the others', async () => {
      const { accounts } = parts().store;
      const phone = newPhone();
      const people = Array.from({ length: 10 }, () => ({ ...newPerson(), phone }));
      const results = await allAtOnce(10, (number) =>
        accounts.create(people[number] ?? newPerson()),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const made = await Promise.all(people.map(({ id }) => accounts.findById(id)));
      expect(made.filter((account) => account !== null)).toHaveLength(1);
    });
  });

  it('remembers when a number was seen and when its identity changed', async () => {
    const { accounts } = parts().store;
    const { phone } = await register(parts());
    await accounts.markSeen({ ...writerIn(newChat()), phone, memoryVersion: 0, now: later(1) });
    await accounts.markIdentityChanged(phone, later(2));
    const found = await accounts.findByPhone(phone);
    expect(found).toMatchObject({ lastSeenAt: later(1), identityChangedAt: later(2) });
  });

  it('ignores an identity change of a number nobody has', async () => {
    await expect(
      parts().store.accounts.markIdentityChanged(newPhone(), NOON),
    ).resolves.toBeUndefined();
  });

  it('finds people under an older master key, and does not register them again', async () => {
    const { database, masterKeys } = parts();
    const { id, taxId, phone } = await register(parts());
    const { accounts } = createParts(database, [randomBytes(32), ...masterKeys]).store;
    expect((await accounts.findByTaxId(taxId))?.id).toBe(id);
    expect((await accounts.findByPhone(phone))?.account.id).toBe(id);
    expect(await accounts.create({ ...newPerson(), taxId })).toMatchObject({ ok: false });
    expect(await accounts.create({ ...newPerson(), phone })).toMatchObject({ ok: false });
  });
});
