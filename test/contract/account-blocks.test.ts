import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { contract, register } from './parts.js';

contract('a block of an account', (parts) => {
  it('says whether it changed anything', async () => {
    const { accounts } = parts().store;
    const { id } = await register(parts());
    expect(await accounts.block(id, 'owner')).toBe(true);
    expect(await accounts.block(id, 'owner')).toBe(false);
    expect(await accounts.block(id, 'admin')).toBe(true);
    expect(await accounts.block(id, 'owner')).toBe(false);
    expect(await accounts.block(id, 'admin')).toBe(false);
    expect(await accounts.findById(id)).toMatchObject({ status: 'blocked', blockedBy: 'admin' });
    expect(await accounts.unblock(id, 'admin')).toBe(true);
    expect(await accounts.block(id, 'owner')).toBe(true);
    expect(await accounts.block(randomUUID(), 'owner')).toBe(false);
  });

  it('of twenty at once is one', async () => {
    const { accounts } = parts().store;
    const { id } = await register(parts());
    const tries = Array.from({ length: 20 }, () => accounts.block(id, 'owner'));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });
});
