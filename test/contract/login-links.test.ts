import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { LinkPurpose } from '#src/domain/login-link.js';
import { allAtOnce, contract, digest, later, NOON, register, type Parts } from './parts.js';

const LIFETIME_MS = 600_000;

async function issueLink(
  { store }: Parts,
  accountId: string,
  { now = NOON, purpose = 'login' }: { now?: Date; purpose?: LinkPurpose } = {},
) {
  const link = {
    id: randomUUID(),
    accountId,
    purpose,
    tokenDigest: digest(),
    next: '/account/data.json',
    expiresAt: later(LIFETIME_MS),
  };
  await store.loginLinks.issue({ ...link, now });
  return link;
}

contract('login links', (parts) => {
  it('finds an open link by the digest of its token', async () => {
    const { id: accountId } = await register(parts());
    const { tokenDigest, purpose, ...link } = await issueLink(parts(), accountId);
    const open = { ...link, consumedAt: null, supersededAt: null };
    expect(await parts().store.loginLinks.find({ tokenDigest, purpose })).toEqual(open);
    expect(await parts().store.loginLinks.find({ tokenDigest: digest(), purpose })).toBeNull();
  });

  it('is consumed by one of ten', async () => {
    const { loginLinks } = parts().store;
    const { id: accountId } = await register(parts());
    const link = await issueLink(parts(), accountId);
    const consumed = await allAtOnce(10, () => loginLinks.consume(link, later(1)));
    const given = consumed.filter((link) => link !== null);
    expect(given).toMatchObject([{ id: link.id, accountId, consumedAt: later(1) }]);
  });

  it('is redeemed by one of ten, which clears the account’s failures', async () => {
    const { store } = parts();
    const person = await register(parts());
    const link = await issueLink(parts(), person.id);
    const failures = async () =>
      (await parts().store.accounts.findById(person.id))?.consecutiveFailures;
    await parts().database.pool.query(
      `INSERT INTO allowance (key, code_failures, touched_at)
       SELECT tax_id_index, 3, now() FROM account WHERE id = $1`,
      [person.id],
    );
    expect(await failures()).toBe(3);
    const redeemed = await allAtOnce(10, () =>
      store.transaction((tx) => tx.loginLinks.redeem(link, later(1))),
    );
    const given = redeemed.filter((one) => one !== null);
    expect(given).toMatchObject([{ id: link.id, accountId: person.id, consumedAt: later(1) }]);
    expect(await failures()).toBe(0);
  });

  it('is neither redeemed nor used up while its account is blocked', async () => {
    const { store } = parts();
    const { id: accountId } = await register(parts());
    const link = await issueLink(parts(), accountId);
    await store.accounts.block(accountId, 'owner');
    expect(await store.transaction((tx) => tx.loginLinks.redeem(link, later(1)))).toBeNull();
    expect((await store.loginLinks.find(link))?.consumedAt).toBeNull();
  });

  it('is dead at the instant of expiry', async () => {
    const { id: accountId } = await register(parts());
    const link = await issueLink(parts(), accountId);
    expect(await parts().store.loginLinks.consume(link, later(LIFETIME_MS))).toBeNull();
  });

  it('supersedes the account’s earlier links, and no consumed one', async () => {
    const { loginLinks } = parts().store;
    const { id: accountId } = await register(parts());
    const { id: strangerId } = await register(parts());
    const used = await issueLink(parts(), accountId);
    await loginLinks.consume(used, NOON);
    const earlier = await issueLink(parts(), accountId);
    const other = await issueLink(parts(), strangerId);
    await issueLink(parts(), accountId, { now: later(1) });
    expect(await loginLinks.consume(earlier, later(1))).toBeNull();
    expect((await loginLinks.find(earlier))?.supersededAt).toEqual(later(1));
    expect((await loginLinks.find(used))?.supersededAt).toBeNull();
    expect(await loginLinks.consume(other, later(1))).not.toBeNull();
  });

  it('opens nothing as a link of another purpose, and outlives a new one of it', async () => {
    const { loginLinks } = parts().store;
    const { id: accountId } = await register(parts());
    const reset = await issueLink(parts(), accountId, { purpose: 'password_reset' });
    const login = await issueLink(parts(), accountId, { now: later(1) });
    const { tokenDigest } = reset;
    expect(await loginLinks.find({ tokenDigest, purpose: 'login' })).toBeNull();
    expect(await loginLinks.consume({ tokenDigest, purpose: 'login' }, later(1))).toBeNull();
    expect(await loginLinks.consume(reset, later(1))).not.toBeNull();
    expect(await loginLinks.consume(login, later(1))).not.toBeNull();
  });

  it('leaves one open when ten are issued at once', async () => {
    const { loginLinks } = parts().store;
    const { id: accountId } = await register(parts());
    const issued = await allAtOnce(10, () => issueLink(parts(), accountId));
    const found = await Promise.all(issued.map((link) => loginLinks.find(link)));
    expect(found.filter((link) => link?.supersededAt === null)).toHaveLength(1);
  });

  it('sweeps what expired before', async () => {
    const { loginLinks } = parts().store;
    const { id: accountId } = await register(parts());
    const link = await issueLink(parts(), accountId);
    await loginLinks.sweep(later(LIFETIME_MS), NOON);
    expect(await loginLinks.find(link)).not.toBeNull();
    expect(await loginLinks.sweep(later(LIFETIME_MS + 1), NOON)).toBeGreaterThan(0);
    expect(await loginLinks.find(link)).toBeNull();
  });
});
