import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Challenges } from '#src/app/ports/tables/challenges.js';
import {
  allAtOnce,
  contract,
  digest,
  later,
  newTaxId,
  NOON,
  register,
  type Parts,
} from './parts.js';

const LIFETIME_MS = 300_000;

type NewChallenge = Parameters<Challenges['open']>[0];

async function open({ store }: Parts, changes: Partial<NewChallenge> = {}) {
  const challenge = {
    id: randomUUID(),
    accountId: null,
    taxId: newTaxId(),
    purpose: 'login',
    codeDigest: digest(),
    sent: true,
    expiresAt: later(LIFETIME_MS),
    now: NOON,
    ...changes,
    bindingDigest: changes.bindingDigest === undefined ? digest() : changes.bindingDigest,
  } satisfies NewChallenge;
  await store.challenges.open(challenge);
  return { ...challenge, bindingDigest: challenge.bindingDigest ?? new Uint8Array() };
}

/** Uses the right code of a challenge up. */
function use(
  { store }: Parts,
  { id, accountId }: Pick<NewChallenge, 'id' | 'accountId'>,
  now = NOON,
) {
  const whose = { accountId: accountId ?? '', key: new Uint8Array() };
  return store.tryLimits.useCode({ challengeId: id, ...whose, now });
}

contract('challenges', (parts) => {
  it('keeps a challenge as it was opened', async () => {
    const { id: accountId, taxId } = await register(parts());
    const opened = await open(parts(), { accountId, taxId });
    const { now, taxId: typed, ...kept } = opened;
    expect(typed).toBe(taxId);
    expect(await parts().store.challenges.find(opened.id)).toEqual({
      ...kept,
      codeDigest: expect.any(Uint8Array) as unknown,
      bindingDigest: expect.any(Uint8Array) as unknown,
      attempts: 0,
      createdAt: now,
      consumedAt: null,
      supersededAt: null,
      disarmedAt: null,
    });
    expect(await parts().store.challenges.find(randomUUID())).toBeNull();
  });

  it('is consumed by one of two', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    const opened = await open(parts(), { accountId });
    const used = await allAtOnce(2, () => use(parts(), opened));
    expect(used.sort()).toEqual([false, true]);
    expect((await challenges.find(opened.id))?.consumedAt).toEqual(NOON);
  });

  it('is not consumed once expired', async () => {
    const { id: accountId } = await register(parts());
    const opened = await open(parts(), { accountId });
    expect(await use(parts(), opened, later(LIFETIME_MS))).toBe(false);
  });

  it('ends every other open code of the account when one is used, and nobody else’s', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    const { id: strangerId } = await register(parts());
    const [used, fromChat] = [
      await open(parts(), { accountId }),
      await open(parts(), { accountId, bindingDigest: null }),
    ];
    const theirs = await open(parts(), { accountId: strangerId });
    expect(await use(parts(), used)).toBe(true);
    const disarmed = await Promise.all(
      [used, fromChat, theirs].map(async ({ id }) => (await challenges.find(id))?.disarmedAt),
    );
    expect(disarmed).toEqual([null, NOON, null]);
    expect(await use(parts(), fromChat)).toBe(false);
  });

  it('supersedes what the same browser asked for before, and nothing else', async () => {
    const { challenges } = parts().store;
    const { id: accountId, taxId } = await register(parts());
    const { id: strangerId } = await register(parts());
    const bindingDigest = digest();
    const mine = { accountId, taxId };
    const earlier = await open(parts(), { ...mine, bindingDigest });
    const others = [
      await open(parts(), mine),
      await open(parts(), { ...mine, bindingDigest: null }),
      await open(parts(), { ...mine, bindingDigest, purpose: 'reset' }),
      await open(parts(), { accountId: strangerId, bindingDigest }),
      await open(parts(), { bindingDigest }),
    ];
    const latest = await open(parts(), { ...mine, bindingDigest, now: later(1) });
    expect((await challenges.find(earlier.id))?.supersededAt).toEqual(later(1));
    for (const { id } of [...others, latest]) {
      expect((await challenges.find(id))?.supersededAt).toBeNull();
    }
  });

  it('supersedes the earlier code of the chat', async () => {
    const { challenges } = parts().store;
    const { id: accountId, taxId } = await register(parts());
    const earlier = await open(parts(), { accountId, taxId, bindingDigest: null });
    const { id } = await open(parts(), { accountId, taxId, bindingDigest: null });
    expect((await challenges.find(earlier.id))?.supersededAt).toEqual(NOON);
    expect((await challenges.find(id))?.supersededAt).toBeNull();
  });

  it('case B2: leaves one open when ten are opened at once, of a CPF that nobody has, too', async () => {
    const { challenges } = parts().store;
    const { id: accountId, taxId } = await register(parts());
    for (const whose of [
      { accountId, taxId },
      { accountId: null, taxId: newTaxId() },
    ]) {
      const bindingDigest = digest();
      const opened = await allAtOnce(10, () => open(parts(), { ...whose, bindingDigest }));
      const found = await Promise.all(opened.map(({ id }) => challenges.find(id)));
      expect(found.filter((challenge) => challenge?.supersededAt === null)).toHaveLength(1);
    }
  });

  it('lets every open challenge of an account die at once', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    await open(parts(), { accountId });
    await open(parts(), { accountId, bindingDigest: null });
    expect(await challenges.supersedeAll(accountId, later(1))).toBe(2);
    expect(await challenges.supersedeAll(accountId, later(1))).toBe(0);
  });

  it('sweeps what expired before', async () => {
    const { challenges } = parts().store;
    const old = await open(parts(), { expiresAt: later(-86_400_000) });
    const young = await open(parts());
    expect(await challenges.sweep(later(-3_600_000), later(-3_600_000))).toBe(1);
    expect(await challenges.find(old.id)).toBeNull();
    expect(await challenges.find(young.id)).not.toBeNull();
  });

  it('goes with its account', async () => {
    const { id: accountId } = await register(parts());
    const { id } = await open(parts(), { accountId });
    await parts().database.prisma.account.delete({ where: { id: accountId } });
    expect(await parts().store.challenges.find(id)).toBeNull();
  });
});
