import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { contract, digest, newChat, NOON, register, writerIn } from './parts.js';

contract('signing keys', (parts) => {
  const newKey = (kid: string) => ({
    kid,
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x: 'public' },
    privateJwk: { kty: 'OKP', crv: 'Ed25519', x: 'public', d: 'private' },
    createdAt: NOON,
    retiredAt: null,
  });

  it('has one first key, whoever stores it', async () => {
    const { signingKeys } = parts().store;
    expect(await signingKeys.list()).toEqual([]);
    const keys = Array.from({ length: 5 }, () => newKey(randomUUID()));
    const inForce = await Promise.all(keys.map((key) => signingKeys.insertFirst(key)));
    expect(new Set(inForce.map(({ kid }) => kid)).size).toBe(1);
    expect(keys).toContainEqual(inForce[0]);
    expect(await signingKeys.list()).toEqual([inForce[0]]);
  });
});

contract('instance facts', (parts) => {
  it('are listed by the beginning of their names', async () => {
    const { facts } = parts();
    const value = digest();
    await facts.insertOnce('listed:b', value);
    await facts.insertOnce('listed:a', value);
    await facts.insertOnce('listedelsewhere', value);
    const found = await facts.list('listed:');
    expect(found.map(({ name }) => name)).toEqual(['listed:a', 'listed:b']);
    expect(Buffer.from(found[0]?.value ?? []).equals(value)).toBe(true);
  });

  it('are written once', async () => {
    const { facts } = parts();
    expect(await facts.read('key-check')).toBeNull();
    const values = Array.from({ length: 5 }, digest);
    const inForce = await Promise.all(values.map((value) => facts.insertOnce('key-check', value)));
    const hex = inForce.map((value) => Buffer.from(value).toString('hex'));
    expect(new Set(hex).size).toBe(1);
    expect(values.map((value) => Buffer.from(value).toString('hex'))).toContain(hex[0]);
  });
});

/** Lets nobody go on before `size` have come. */
function createMeeting(size: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length >= size) for (const goOn of waiting) goOn();
    });
}

contract('transactions', (parts) => {
  it('commit everything or nothing', async () => {
    const { store } = parts();
    const { id } = await register(parts());
    const failing = store.transaction(async ({ accounts }) => {
      await accounts.block(id, 'owner');
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect((await store.accounts.findById(id))?.status).toBe('active');
    await store.transaction(({ accounts }) => accounts.block(id, 'owner'));
    expect((await store.accounts.findById(id))?.status).toBe('blocked');
  });

  it('run again when the database ended them to break a deadlock', async () => {
    const { store, database } = parts();
    const [one, two] = [await register(parts()), await register(parts())];
    // The embedded database runs one transaction after the other: there is nobody to meet.
    const meet = createMeeting(database.kind === 'embedded' ? 1 : 2);
    let began = 0;
    const blockBoth = (first: string, second: string) =>
      store.transaction(async ({ accounts }) => {
        began += 1;
        await accounts.block(first, 'owner');
        await meet();
        await accounts.block(second, 'owner');
      });
    await Promise.all([blockBoth(one.id, two.id), blockBoth(two.id, one.id)]);
    // One more than two, or further ones: who runs again may have the second row before the one who waited for it wakes.
    if (database.kind === 'embedded') expect(began).toBe(2);
    else expect(began).toBeGreaterThanOrEqual(3);
    expect((await store.accounts.findById(one.id))?.status).toBe('blocked');
    expect((await store.accounts.findById(two.id))?.status).toBe('blocked');
  });

  it('keep times to the millisecond', async () => {
    const { store } = parts();
    const { phone } = await register(parts());
    const precise = new Date('2026-02-28T23:59:59.987Z');
    const from = { ...writerIn(newChat()), memoryVersion: 0 };
    await store.accounts.markSeen({ ...from, phone, now: precise });
    expect((await store.accounts.findByPhone(phone))?.lastSeenAt).toEqual(precise);
    const { rows } = await parts().database.pool.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM whatsapp_number
        WHERE last_seen_at = '2026-02-28T23:59:59.987Z'::timestamptz) AS found`,
    );
    expect(rows[0]?.found).toBe(true);
  });
});
