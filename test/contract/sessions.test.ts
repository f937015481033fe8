import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { allAtOnce, contract, digest, later, NOON, register, type Parts } from './parts.js';

const WEEK_MS = 7 * 86_400_000;

function newToken(expiresAt = later(WEEK_MS)) {
  return { id: randomUUID(), digest: digest(), expiresAt };
}

/** A token as it is read before its first use. */
function shown(id: string, sessionId: string) {
  return { id, sessionId, usedAt: null };
}

async function signIn({ store }: Parts, accountId: string, refresh = newToken()) {
  const session = {
    id: randomUUID(),
    accountId,
    method: 'code' as const,
    browser: 'Firefox 144',
    system: null,
  };
  await store.sessions.create({ ...session, refresh, devicesSince: NOON, now: NOON });
  return { ...session, refresh };
}

contract('sessions', (parts) => {
  it('says whether the device was known before, and not since BLOQUEAR', async () => {
    const { store } = parts();
    const { id: accountId } = await register(parts());
    const open = (browser: string | null, now: Date, devicesSince = NOON) =>
      store.sessions.create({
        ...{ id: randomUUID(), accountId, method: 'code', browser, system: null },
        ...{ refresh: newToken(), devicesSince, now },
      });
    expect(await open('Firefox 144', NOON)).toBe(false);
    expect(await open('Firefox 144', later(1))).toBe(true);
    expect(await open(null, later(1))).toBe(false);
    expect(await open('Firefox 144', later(3), later(2))).toBe(false);
    await store.accounts.markWaysClosed(accountId, later(4));
    expect(await open('Firefox 144', later(5))).toBe(false);
    expect(await open('Firefox 144', later(6))).toBe(true);
  });

  it('opens a session with its first refresh token', async () => {
    const { sessions } = parts().store;
    const { id: accountId } = await register(parts());
    const { refresh, ...session } = await signIn(parts(), accountId);
    const times = { createdAt: NOON, lastSeenAt: NOON, revokedAt: null, provenAt: NOON };
    expect(await sessions.find(session.id)).toEqual({ ...session, ...times });
    expect(await sessions.findRefreshToken(refresh.digest)).toEqual({
      id: refresh.id,
      sessionId: session.id,
      accountId,
      expiresAt: refresh.expiresAt,
      usedAt: null,
      spentAt: null,
      parentSpentAt: null,
      sessionCreatedAt: NOON,
      sessionRevokedAt: null,
    });
    expect(await sessions.findRefreshToken(digest())).toBeNull();
    expect(await sessions.find(randomUUID())).toBeNull();
  });

  it('is rotated by one of ten, whose successor everybody finds', async () => {
    const { sessions } = parts().bare;
    const { id: accountId } = await register(parts());
    const { id: sessionId, refresh } = await signIn(parts(), accountId);
    const successors = Array.from({ length: 10 }, () => ({
      successor: randomBytes(32).toString('base64url'),
      next: newToken(),
    }));
    const rotated = await Promise.all(
      successors.map((one) =>
        sessions.rotate({ token: shown(refresh.id, sessionId), ...one, now: later(1) }),
      ),
    );
    expect(rotated.filter(Boolean)).toHaveLength(1);
    const winner = successors[rotated.indexOf(true)];
    const used = await sessions.findRefreshToken(refresh.digest);
    expect(used).toMatchObject({ usedAt: later(1), spentAt: null });
    const newest = await sessions.newestRefreshToken(sessionId);
    expect(newest).toEqual({ plainText: winner?.successor, madeAt: later(1) });
    const stored = await Promise.all(
      successors.map(({ next }) => sessions.findRefreshToken(next.digest)),
    );
    expect(stored.filter((token) => token !== null)).toMatchObject([
      { id: winner?.next.id, sessionId },
    ]);
    expect((await sessions.find(sessionId))?.lastSeenAt).toEqual(later(1));
  });

  it('case A9: of ten replacements of a lost successor one is made, and one of both comes into use', async () => {
    const { sessions } = parts().bare;
    const { id: accountId } = await register(parts());
    const { id: sessionId, refresh } = await signIn(parts(), accountId);
    const lost = newToken();
    const token = shown(refresh.id, sessionId);
    await sessions.rotate({ token, successor: 'lost', next: lost, now: later(1) });
    const second = newToken();
    const replaced = await allAtOnce(10, (number) =>
      sessions.rotate({
        token: { ...token, usedAt: later(1) },
        ...{ successor: `second ${number}`, next: number === 0 ? second : newToken() },
        now: later(2),
      }),
    );
    expect(replaced.filter(Boolean)).toHaveLength(1);
    const newest = await sessions.newestRefreshToken(sessionId);
    expect(newest?.plainText).toBe(`second ${replaced.indexOf(true)}`);
    const rows = await parts().database.prisma.refreshToken.findMany({ where: { sessionId } });
    const unused = rows.filter(({ usedAt }) => usedAt === null);
    expect(unused).toHaveLength(2);
    const inUse = await Promise.all(
      unused.flatMap(({ id }) =>
        ['a', 'b', 'c'].map((successor) =>
          sessions.rotate({
            token: shown(id, sessionId),
            ...{ successor, next: newToken(), now: later(3) },
          }),
        ),
      ),
    );
    expect(inUse.filter(Boolean)).toHaveLength(1);
    expect(await sessions.findRefreshToken(refresh.digest)).toMatchObject({ spentAt: later(3) });
  });

  it('is not rotated once the session is revoked or the token expired', async () => {
    const { sessions } = parts().bare;
    const { id: accountId } = await register(parts());
    const { id: sessionId, refresh } = await signIn(parts(), accountId);
    const token = shown(refresh.id, sessionId);
    const rotation = { token, successor: 'next', next: newToken() };
    expect(await sessions.rotate({ ...rotation, now: later(WEEK_MS) })).toBe(false);
    await sessions.revoke(sessionId, 'token_reuse', NOON);
    expect(await sessions.rotate({ ...rotation, now: NOON })).toBe(false);
    const found = await sessions.findRefreshToken(refresh.digest);
    expect(found).toMatchObject({ usedAt: null, sessionRevokedAt: NOON });
    expect(await sessions.newestRefreshToken(sessionId)).toBeNull();
  });

  it('is revoked once', async () => {
    const { sessions } = parts().store;
    const { id: accountId } = await register(parts());
    const { id } = await signIn(parts(), accountId);
    const revoked = await allAtOnce(3, () => sessions.revoke(id, 'signed_out', later(1)));
    expect(revoked.filter(Boolean)).toHaveLength(1);
    expect((await sessions.find(id))?.revokedAt).toEqual(later(1));
    expect(await sessions.revoke(randomUUID(), 'blocked', NOON)).toBe(false);
  });

  it('ends every other session of the account, and nobody else’s', async () => {
    const { sessions } = parts().store;
    const { id: accountId } = await register(parts());
    const { id: strangerId } = await register(parts());
    const kept = await signIn(parts(), accountId);
    const other = await signIn(parts(), accountId);
    const strangers = await signIn(parts(), strangerId);
    expect(await sessions.revokeOthers(kept, 'password_changed', later(1))).toEqual([other.id]);
    expect(await sessions.revokeOthers(kept, 'password_changed', later(2))).toEqual([]);
    expect((await sessions.find(kept.id))?.revokedAt).toBeNull();
    expect((await sessions.find(strangers.id))?.revokedAt).toBeNull();
  });

  it('sweeps expired tokens and the sessions that have no other', async () => {
    const { sessions } = parts().store;
    const { id: accountId } = await register(parts());
    const over = await signIn(parts(), accountId, newToken(later(-2)));
    const rotated = await signIn(parts(), accountId, newToken(later(5)));
    const next = newToken(later(WEEK_MS));
    const { id: sessionId, refresh } = rotated;
    const token = shown(refresh.id, sessionId);
    await sessions.rotate({ token, successor: 's', next, now: NOON });
    expect(await sessions.sweep({ tokensBefore: later(10), sessionsBefore: later(10) })).toBe(2);
    expect(await sessions.find(over.id)).toBeNull();
    expect(await sessions.find(sessionId)).not.toBeNull();
    expect(await sessions.findRefreshToken(refresh.digest)).toBeNull();
    expect(await sessions.findRefreshToken(next.digest)).not.toBeNull();
    const orphan = { token: shown(next.id, sessionId), successor: 't', next: newToken() };
    expect(await sessions.rotate({ ...orphan, now: later(20) })).toBe(true);
  });
});
