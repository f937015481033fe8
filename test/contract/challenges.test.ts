import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Challenges } from '#src/app/ports/challenges.js';
import { allAtOnce, contract, digest, later, NOON, register, type Parts } from './parts.js';

const LIMIT = 5;
const LIFETIME_MS = 300_000;

type NewChallenge = Parameters<Challenges['open']>[0];

async function open({ store }: Parts, changes: Partial<NewChallenge> = {}) {
  const challenge = {
    id: randomUUID(),
    accountId: null,
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

contract('challenges', (parts) => {
  it('keeps a challenge as it was opened', async () => {
    const { id: accountId } = await register(parts());
    const { now, ...opened } = await open(parts(), { accountId });
    expect(await parts().store.challenges.find(opened.id)).toEqual({
      ...opened,
      codeDigest: expect.any(Uint8Array) as unknown,
      bindingDigest: expect.any(Uint8Array) as unknown,
      attempts: 0,
      createdAt: now,
      consumedAt: null,
      supersededAt: null,
    });
    expect(await parts().store.challenges.find(randomUUID())).toBeNull();
  });

  it('gives a hundred parallel guessers five attempts', async () => {
    const { challenges } = parts().store;
    const { id, bindingDigest, codeDigest } = await open(parts());
    const taken = await allAtOnce(100, () =>
      challenges.takeAttempt({ id, bindingDigest, limit: LIMIT, now: NOON }),
    );
    const given = taken.filter((challenge) => challenge !== null);
    expect(given.map(({ attempts }) => attempts).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(given[0]?.codeDigest.toString()).toBe(new Uint8Array(codeDigest).toString());
    expect((await challenges.find(id))?.attempts).toBe(LIMIT);
  });

  it('gives a hundred parallel guessers in chat five attempts', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    await open(parts(), { accountId, bindingDigest: null });
    const taken = await allAtOnce(100, () =>
      challenges.takeChatAttempt({ accountId, purpose: 'login', limit: LIMIT, now: NOON }),
    );
    expect(taken.filter((challenge) => challenge !== null)).toHaveLength(LIMIT);
  });

  describe('gives no attempt', () => {
    it('to another browser', async () => {
      const { id } = await open(parts());
      const attempt = { id, bindingDigest: digest(), limit: LIMIT, now: NOON };
      expect(await parts().store.challenges.takeAttempt(attempt)).toBeNull();
      expect((await parts().store.challenges.find(id))?.attempts).toBe(0);
    });

    it('from the instant of expiry on, but a millisecond before', async () => {
      const { challenges } = parts().store;
      const { id, bindingDigest } = await open(parts());
      const attempt = { id, bindingDigest, limit: LIMIT };
      const expiresAt = later(LIFETIME_MS);
      expect(await challenges.takeAttempt({ ...attempt, now: expiresAt })).toBeNull();
      expect(
        await challenges.takeAttempt({ ...attempt, now: later(LIFETIME_MS - 1) }),
      ).not.toBeNull();
    });

    it('once it is consumed', async () => {
      const { challenges } = parts().store;
      const { id, bindingDigest } = await open(parts());
      await challenges.consume(id, NOON);
      expect(
        await challenges.takeAttempt({ id, bindingDigest, limit: LIMIT, now: NOON }),
      ).toBeNull();
    });

    it('in chat at a code that a page asked for, or for another purpose', async () => {
      const { challenges } = parts().store;
      const { id: accountId } = await register(parts());
      await open(parts(), { accountId });
      await open(parts(), { accountId, bindingDigest: null, purpose: 'reset' });
      expect(
        await challenges.takeChatAttempt({ accountId, purpose: 'login', limit: LIMIT, now: NOON }),
      ).toBeNull();
    });
  });

  it('is consumed by one of two', async () => {
    const { challenges } = parts().store;
    const { id } = await open(parts());
    const consumed = await allAtOnce(2, () => challenges.consume(id, NOON));
    expect(consumed.sort()).toEqual([false, true]);
    expect((await challenges.find(id))?.consumedAt).toEqual(NOON);
  });

  it('is not consumed once expired', async () => {
    const { id } = await open(parts());
    expect(await parts().store.challenges.consume(id, later(LIFETIME_MS))).toBe(false);
  });

  it('supersedes what the same browser asked for before, and nothing else', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    const { id: strangerId } = await register(parts());
    const bindingDigest = digest();
    const earlier = await open(parts(), { accountId, bindingDigest });
    const others = [
      await open(parts(), { accountId }),
      await open(parts(), { accountId, bindingDigest: null }),
      await open(parts(), { accountId, bindingDigest, purpose: 'reset' }),
      await open(parts(), { accountId: strangerId, bindingDigest }),
      await open(parts(), { bindingDigest }),
    ];
    const latest = await open(parts(), { accountId, bindingDigest, now: later(1) });
    expect((await challenges.find(earlier.id))?.supersededAt).toEqual(later(1));
    for (const { id } of [...others, latest]) {
      expect((await challenges.find(id))?.supersededAt).toBeNull();
    }
  });

  it('supersedes the earlier code of the chat', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    const earlier = await open(parts(), { accountId, bindingDigest: null });
    const { id } = await open(parts(), { accountId, bindingDigest: null });
    expect((await challenges.find(earlier.id))?.supersededAt).toEqual(NOON);
    const attempt = { accountId, purpose: 'login', limit: LIMIT, now: NOON } as const;
    expect((await challenges.takeChatAttempt(attempt))?.id).toBe(id);
  });

  it('leaves one open when ten are opened at once', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    const bindingDigest = digest();
    const opened = await allAtOnce(10, () => open(parts(), { accountId, bindingDigest }));
    const found = await Promise.all(opened.map(({ id }) => challenges.find(id)));
    expect(found.filter((challenge) => challenge?.supersededAt === null)).toHaveLength(1);
  });

  it('lets every open challenge of an account die at once', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    await open(parts(), { accountId });
    await open(parts(), { accountId, bindingDigest: null });
    const { id } = await open(parts(), { accountId });
    await challenges.consume(id, NOON);
    expect(await challenges.supersedeAll(accountId, later(1))).toBe(2);
    expect(await challenges.supersedeAll(accountId, later(1))).toBe(0);
  });

  it('counts the codes that were sent in the window, wherever they were asked for', async () => {
    const { challenges } = parts().store;
    const { id: accountId } = await register(parts());
    const issued = (askedIn: 'chat' | 'anywhere', limit = 5) =>
      challenges.issuedSince(accountId, 'login', { since: NOON, askedIn, limit });
    expect(await issued('anywhere')).toEqual([]);
    await open(parts(), { accountId, now: later(-1) });
    await open(parts(), { accountId, now: later(0) });
    await open(parts(), { accountId, now: later(5), bindingDigest: null });
    await open(parts(), { accountId, now: later(6), sent: false });
    await open(parts(), { accountId, now: later(7), purpose: 'reset' });
    expect(await issued('anywhere')).toEqual([later(5), later(0)]);
    expect(await issued('anywhere', 1)).toEqual([later(5)]);
    expect(await issued('chat')).toEqual([later(5)]);
  });

  it('sweeps what expired before', async () => {
    const { challenges } = parts().store;
    const old = await open(parts(), { expiresAt: later(-86_400_000) });
    const young = await open(parts());
    expect(await challenges.sweep(later(-3_600_000))).toBe(1);
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
