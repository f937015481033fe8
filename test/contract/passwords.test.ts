import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { allAtOnce, contract, later, NOON, register } from './parts.js';

const HASH = '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g';
const LIMIT = 5;

contract('passwords', (parts) => {
  const passwords = () => parts().store.passwords;
  const attempt = (accountId: string) => passwords().takeAttempt({ accountId, limit: LIMIT });

  it('keeps the hash for its account and nobody else', async () => {
    const { id: accountId } = await register(parts());
    const { id: strangerId } = await register(parts());
    expect(await passwords().set({ accountId, hash: HASH, now: NOON })).toBe(true);
    expect(await attempt(accountId)).toEqual({ hash: HASH, setAt: NOON });
    expect(await passwords().find(accountId)).toEqual({ setAt: NOON, failures: 1 });
    expect(await attempt(strangerId)).toBeNull();
    expect(await passwords().find(strangerId)).toBeNull();
    expect(await passwords().set({ accountId: randomUUID(), hash: HASH, now: NOON })).toBe(false);
  });

  it('does not open a box that was moved to another account', async () => {
    const { id: accountId } = await register(parts());
    const { id: thiefId } = await register(parts());
    await passwords().set({ accountId, hash: HASH, now: NOON });
    const { prisma } = parts().database;
    const { passwordBox } = await prisma.account.findUniqueOrThrow({ where: { id: accountId } });
    await prisma.account.update({
      where: { id: thiefId },
      data: { passwordBox, passwordSetAt: NOON },
    });
    await expect(attempt(thiefId)).rejects.toThrow();
  });

  it('lets a hundred parallel guessers compare five times, until a new one is set', async () => {
    const { id: accountId } = await register(parts());
    await passwords().set({ accountId, hash: HASH, now: NOON });
    const taken = await allAtOnce(100, () => attempt(accountId));
    expect(taken.filter((hash) => hash !== null)).toHaveLength(LIMIT);
    expect(await attempt(accountId)).toBeNull();
    await passwords().set({ accountId, hash: HASH, now: later(1) });
    expect(await passwords().find(accountId)).toEqual({ setAt: later(1), failures: 0 });
    expect(await attempt(accountId)).not.toBeNull();
  });

  it('starts anew after a right one, unless it was replaced or the account is blocked', async () => {
    const { accounts } = parts().store;
    const { id: accountId } = await register(parts());
    await passwords().set({ accountId, hash: HASH, now: NOON });
    await attempt(accountId);
    expect(await passwords().accept({ accountId, setAt: NOON })).toBe(true);
    expect(await passwords().find(accountId)).toEqual({ setAt: NOON, failures: 0 });
    await passwords().set({ accountId, hash: HASH, now: later(1) });
    expect(await passwords().accept({ accountId, setAt: NOON })).toBe(false);
    await accounts.setStatus(accountId, 'blocked');
    expect(await passwords().accept({ accountId, setAt: later(1) })).toBe(false);
  });
});
