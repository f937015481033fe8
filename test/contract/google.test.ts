import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { GoogleSub } from '#src/domain/google-sub.js';
import { allAtOnce, contract, digest, later, NOON, register, type Parts } from './parts.js';

const LIFETIME_MS = 600_000;
const newSub = () => randomUUID().replaceAll('-', '') as GoogleSub;

function linkOf(accountId: string, sub: GoogleSub, now = NOON) {
  return { id: randomUUID(), accountId, sub, email: 'joana@gmail.example', now };
}

contract('Google identities', (parts) => {
  it('opens the account it was linked with', async () => {
    const { googleIdentities } = parts().store;
    const { id: accountId } = await register(parts());
    const sub = newSub();
    const link = linkOf(accountId, sub);
    expect(await googleIdentities.findBySub(sub)).toBeNull();
    expect(await googleIdentities.link(link)).toEqual({ ok: true, value: { isNew: true } });
    const identity = {
      id: link.id,
      accountId,
      sub,
      email: link.email,
      linkedAt: NOON,
      unlinkedAt: null,
      lastUsedAt: null,
    };
    expect(await googleIdentities.findBySub(sub)).toEqual(identity);
    expect(await googleIdentities.linkedTo(accountId)).toEqual(identity);
    await googleIdentities.markUsed(link.id, later(5));
    expect((await googleIdentities.findBySub(sub))?.lastUsedAt).toEqual(later(5));
  });

  it('is linked again with the same account as if nothing had happened', async () => {
    const { googleIdentities } = parts().store;
    const { id: accountId } = await register(parts());
    const sub = newSub();
    await googleIdentities.link(linkOf(accountId, sub));
    const again = await googleIdentities.link(linkOf(accountId, sub, later(1)));
    expect(again).toEqual({ ok: true, value: { isNew: false } });
    expect(await googleIdentities.allOf(accountId)).toMatchObject([{ linkedAt: NOON }]);
  });

  it('never takes the place of another one', async () => {
    const { googleIdentities } = parts().store;
    const { id: accountId } = await register(parts());
    const sub = newSub();
    await googleIdentities.link(linkOf(accountId, sub));
    const second = await googleIdentities.link(linkOf(accountId, newSub()));
    expect(second).toEqual({ ok: false, error: { code: 'account_has_another' } });
    expect((await googleIdentities.findBySub(sub))?.unlinkedAt).toBeNull();
  });

  it('belongs to one account for good, also after it was unlinked (security case 36)', async () => {
    const { googleIdentities } = parts().store;
    const { id: accountId } = await register(parts());
    const { id: otherId } = await register(parts());
    const sub = newSub();
    const taken = { ok: false, error: { code: 'sub_taken' } };
    await googleIdentities.link(linkOf(accountId, sub));
    expect(await googleIdentities.link(linkOf(otherId, sub))).toEqual(taken);
    expect(await googleIdentities.unlink(accountId, later(1))).toBe(true);
    expect(await googleIdentities.unlink(accountId, later(2))).toBe(false);
    expect(await googleIdentities.linkedTo(accountId)).toBeNull();
    expect(await googleIdentities.findBySub(sub)).toMatchObject({ unlinkedAt: later(1) });
    expect(await googleIdentities.link(linkOf(otherId, sub))).toEqual(taken);
    expect((await googleIdentities.link(linkOf(accountId, sub, later(3)))).ok).toBe(true);
    expect(await googleIdentities.linkedTo(accountId)).toMatchObject({
      linkedAt: later(3),
      unlinkedAt: null,
    });
  });

  it('is linked with one of ten accounts at once', async () => {
    const { googleIdentities } = parts().store;
    const people = await allAtOnce(10, () => register(parts()));
    const sub = newSub();
    const linked = await Promise.all(
      people.map(({ id }) => googleIdentities.link(linkOf(id, sub))),
    );
    expect(linked.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('lets one of ten Google accounts in at once', async () => {
    const { googleIdentities } = parts().store;
    const { id: accountId } = await register(parts());
    const linked = await allAtOnce(10, () => googleIdentities.link(linkOf(accountId, newSub())));
    expect(linked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await googleIdentities.allOf(accountId)).toHaveLength(1);
  });

  it('is free for anybody once it was unlinked and released', async () => {
    const { googleIdentities } = parts().store;
    const [one, other] = [await register(parts()), await register(parts())];
    const sub = newSub();
    await googleIdentities.link(linkOf(one.id, sub));
    expect(await googleIdentities.releaseUnlinked(one.id)).toBe(0);
    await googleIdentities.unlink(one.id, later(1));
    expect(await googleIdentities.releaseUnlinked(one.id)).toBe(1);
    expect((await googleIdentities.link(linkOf(other.id, sub))).ok).toBe(true);
  });
});

async function goToGoogle({ store }: Parts, accountId: string | null = null) {
  const signIn = {
    id: randomUUID(),
    intent: 'login' as const,
    accountId,
    sessionId: null,
    nonce: 'a nonce',
    codeVerifier: 'a verifier',
    next: '/conta',
  };
  const key = { stateDigest: digest(), bindingDigest: digest() };
  const expiresAt = later(LIFETIME_MS);
  await store.googleSignIns.create({ ...signIn, ...key, expiresAt, now: NOON });
  return { signIn, key };
}

contract('ways to Google', (parts) => {
  it('comes back once, with what it left with', async () => {
    const { googleSignIns } = parts().store;
    const { signIn, key } = await goToGoogle(parts());
    const back = await allAtOnce(10, () => googleSignIns.consume({ ...key, now: later(1) }));
    expect(back.filter((one) => one !== null)).toEqual([signIn]);
  });

  it('is not used up by another browser (security case 35)', async () => {
    const { googleSignIns } = parts().store;
    const { key } = await goToGoogle(parts());
    const stolen = { ...key, bindingDigest: digest(), now: later(1) };
    expect(await googleSignIns.consume(stolen)).toBeNull();
    expect(await googleSignIns.consume({ ...key, now: later(1) })).not.toBeNull();
  });

  it('goes with the account, one without a session too (security case 38)', async () => {
    const { googleSignIns } = parts().store;
    const { id: accountId } = await register(parts());
    const { signIn } = await goToGoogle(parts(), accountId);
    const { signIn: other } = await goToGoogle(parts());
    await parts().store.transaction((tx) => tx.googleSignIns.removeAll(accountId, null));
    expect(await googleSignIns.exists(signIn.id)).toBe(false);
    expect(await googleSignIns.exists(other.id)).toBe(true);
  });

  it('is over at the instant of expiry, and swept', async () => {
    const { googleSignIns } = parts().store;
    const { key } = await goToGoogle(parts());
    expect(await googleSignIns.consume({ ...key, now: later(LIFETIME_MS) })).toBeNull();
    expect(await googleSignIns.sweep(later(LIFETIME_MS + 1))).toBeGreaterThan(0);
  });
});

async function vouchFor({ store }: Parts) {
  const profile = { sub: newSub(), name: 'Joana Silva', email: 'joana@gmail.example' };
  const key = { id: randomUUID(), bindingDigest: digest(), now: later(1) };
  const expiresAt = later(LIFETIME_MS);
  const link = { ...key, profile, next: null, expiresAt, now: NOON };
  await store.pendingGoogleLinks.create(link);
  return { key, profile };
}

contract('pending Google links', (parts) => {
  it('is found by the browser it belongs to, and by no other (security case 40)', async () => {
    const { pendingGoogleLinks } = parts().store;
    const { key, profile } = await vouchFor(parts());
    const kept = { id: key.id, profile, next: null, attempts: 0, expiresAt: later(LIFETIME_MS) };
    expect(await pendingGoogleLinks.find(key)).toEqual(kept);
    expect(await pendingGoogleLinks.isOpenIn(key.bindingDigest, later(1))).toBe(true);
    const stranger = { ...key, bindingDigest: digest() };
    expect(await pendingGoogleLinks.find(stranger)).toBeNull();
    expect(await pendingGoogleLinks.takeTry({ ...stranger, limit: 5 })).toBeNull();
    expect(await pendingGoogleLinks.consume(stranger)).toBe(false);
    expect(await pendingGoogleLinks.isOpenIn(stranger.bindingDigest, later(1))).toBe(false);
  });

  it('gives five of twenty tries at once', async () => {
    const { pendingGoogleLinks } = parts().store;
    const { key } = await vouchFor(parts());
    const tries = await allAtOnce(20, () => pendingGoogleLinks.takeTry({ ...key, limit: 5 }));
    const given = tries.flatMap((one) => (one === null ? [] : [one.attempts]));
    expect(given.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('is used up by one of ten', async () => {
    const { pendingGoogleLinks } = parts().store;
    const { key } = await vouchFor(parts());
    const used = await allAtOnce(10, () => pendingGoogleLinks.consume(key));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await pendingGoogleLinks.find(key)).toBeNull();
  });

  it('is over at the instant of expiry, and swept', async () => {
    const { pendingGoogleLinks } = parts().store;
    const { key } = await vouchFor(parts());
    const late = { ...key, now: later(LIFETIME_MS) };
    expect(await pendingGoogleLinks.find(late)).toBeNull();
    expect(await pendingGoogleLinks.consume(late)).toBe(false);
    expect(await pendingGoogleLinks.isOpenIn(key.bindingDigest, late.now)).toBe(false);
    expect(await pendingGoogleLinks.sweep(later(LIFETIME_MS + 1))).toBeGreaterThan(0);
  });
});
