import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { MAX_PASSWORD_FAILURES } from '#src/domain/password.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { allAtOnce, contract, later, NOON, register } from './parts.js';

const HASH = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g';
const QUARTER_MS = 15 * 60_000;

contract('passwords', (parts) => {
  const passwords = () => parts().bare.passwords;
  const attempt = (taxId: TaxId, now = NOON) =>
    parts().store.tryLimits.takePassword({ id: randomUUID(), taxId, known: [], now });

  it('keeps the hash for its account and nobody else', async () => {
    const { id: accountId, taxId } = await register(parts());
    const { id: strangerId, taxId: strangersTaxId } = await register(parts());
    expect(await passwords().set({ accountId, hash: HASH, now: NOON })).toEqual({ isFirst: true });
    expect(await attempt(taxId)).toMatchObject({ present: { hash: HASH, setAt: NOON } });
    expect(await passwords().find(accountId)).toEqual({ setAt: NOON, failures: 1 });
    expect(await attempt(strangersTaxId)).toMatchObject({ granted: true, present: null });
    expect(await passwords().find(strangerId)).toBeNull();
    expect(await passwords().set({ accountId: randomUUID(), hash: HASH, now: NOON })).toBeNull();
  });

  it('says whether it is the first one, also after it was forgotten and of ten at once', async () => {
    const { id: accountId } = await register(parts());
    const set = () => passwords().set({ accountId, hash: HASH, now: NOON });
    const all = await Promise.all(Array.from({ length: 10 }, set));
    expect(all.filter((one) => one?.isFirst === true)).toHaveLength(1);
    expect(await set()).toEqual({ isFirst: false });
    expect(await passwords().remove(accountId)).toBe(true);
    expect(await passwords().remove(accountId)).toBe(false);
    expect(await set()).toEqual({ isFirst: true });
  });

  it('does not open a box that was moved to another account', async () => {
    const { id: accountId } = await register(parts());
    const { id: thiefId, taxId } = await register(parts());
    await passwords().set({ accountId, hash: HASH, now: NOON });
    const { prisma } = parts().database;
    const { passwordBox } = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
    await prisma.account.update({
      where: { id: thiefId },
      data: { passwordBox, passwordSetAt: NOON },
    });
    await expect(attempt(taxId)).rejects.toThrow();
  });

  it('lets a hundred parallel guessers compare ten times a quarter, and a hundred in all until a new one is set', async () => {
    const { id: accountId, taxId } = await register(parts());
    await passwords().set({ accountId, hash: HASH, now: NOON });
    const compared = async (now: Date) => {
      const taken = await allAtOnce(100, () => attempt(taxId, now));
      return taken.filter(({ granted, present }) => granted && present !== null).length;
    };
    for (let quarter = 0; quarter < MAX_PASSWORD_FAILURES / 10; quarter += 1) {
      expect(await compared(later(quarter * QUARTER_MS))).toBe(10);
    }
    expect(await compared(later(24 * 60 * 60_000))).toBe(0);
    const now = later(24 * 60 * 60_000 + 1);
    await passwords().set({ accountId, hash: HASH, now });
    expect(await passwords().find(accountId)).toEqual({ setAt: now, failures: 0 });
    expect((await attempt(taxId, now)).present).not.toBeNull();
  });

  it('starts anew after a right one, unless it was replaced or the account is blocked', async () => {
    const { accounts, tryLimits } = parts().store;
    const { id: accountId, taxId } = await register(parts());
    await passwords().set({ accountId, hash: HASH, now: NOON });
    const { key } = await attempt(taxId);
    expect(await passwords().accept({ accountId, setAt: NOON })).toBe(true);
    await tryLimits.passwordWasRight({ accountId, key });
    expect(await passwords().find(accountId)).toEqual({ setAt: NOON, failures: 0 });
    await passwords().set({ accountId, hash: HASH, now: later(1) });
    expect(await passwords().accept({ accountId, setAt: NOON })).toBe(false);
    await accounts.block(accountId, 'owner');
    expect(await passwords().accept({ accountId, setAt: later(1) })).toBe(false);
  });
});
