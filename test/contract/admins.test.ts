import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { allAtOnce, contract, digest, later, NOON } from './parts.js';

const HOUR_MS = 3_600_000;

contract('admins', (parts) => {
  beforeEach(async () => {
    const { prisma } = parts().database;
    await prisma.admin.deleteMany();
    await prisma.adminSetupLink.deleteMany();
  });

  async function issue(now = NOON) {
    const tokenDigest = digest();
    const expiresAt = new Date(now.getTime() + HOUR_MS);
    await parts().store.admins.issueSetupLink({ tokenDigest, expiresAt, now });
    return tokenDigest;
  }

  function create(tokenDigest: Uint8Array, now = NOON) {
    const admin = { id: randomUUID(), passwordHash: '$argon2id$v=19$…', tokenDigest, now };
    return parts().store.admins.createWithSetupLink(admin);
  }

  it('is made once through the set-up link', async () => {
    const { admins } = parts().store;
    expect(await admins.exists()).toBe(false);
    expect(await admins.find()).toBeNull();
    const link = await issue();
    expect(await admins.setupLinkIsOpen(link, NOON)).toBe(true);
    const created = await allAtOnce(5, () => create(link));
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(await admins.exists()).toBe(true);
    expect(await admins.find()).toMatchObject({ passwordHash: '$argon2id$v=19$…' });
    expect(await admins.setupLinkIsOpen(link, NOON)).toBe(false);
  });

  it('is not made with a link that is unknown, expired or replaced', async () => {
    const { admins } = parts().store;
    const earlier = await issue();
    const link = await issue();
    expect(await create(digest())).toBe(false);
    expect(await create(earlier)).toBe(false);
    expect(await admins.setupLinkIsOpen(earlier, NOON)).toBe(false);
    expect(await create(link, later(HOUR_MS))).toBe(false);
    expect(await admins.setupLinkIsOpen(link, later(HOUR_MS))).toBe(false);
    expect(await admins.exists()).toBe(false);
    expect(await create(link, later(HOUR_MS - 1))).toBe(true);
  });

  it('is not made a second time, with a fresh link either', async () => {
    await create(await issue());
    const second = await issue();
    expect(await parts().store.admins.setupLinkIsOpen(second, NOON)).toBe(false);
    expect(await create(second)).toBe(false);
  });

  it('leaves one link open when several instances start at once', async () => {
    const { admins } = parts().store;
    const links = await allAtOnce(5, () => issue());
    const open = await Promise.all(links.map((link) => admins.setupLinkIsOpen(link, NOON)));
    expect(open.filter(Boolean)).toHaveLength(1);
  });

  describe('has sessions that', () => {
    let adminId = '';

    beforeEach(async () => {
      await create(await issue());
      adminId = (await parts().store.admins.find())?.id ?? '';
    });

    const BOUNDS = { idleSince: NOON, signedInSince: later(-1) };

    async function signIn() {
      const session = { id: randomUUID(), adminId, tokenDigest: digest() };
      await parts().store.admins.createSession({ ...session, now: NOON });
      return session;
    }

    it('live while they are used', async () => {
      const { admins } = parts().store;
      const { id, tokenDigest } = await signIn();
      const touch = { ...BOUNDS, tokenDigest, now: later(5) };
      const times = { createdAt: NOON, lastSeenAt: later(5), steppedUpAt: NOON };
      expect(await admins.touchSession(touch)).toEqual({ id, adminId, ...times });
      expect(
        await admins.touchSession({ ...touch, idleSince: later(6), now: later(7) }),
      ).toBeNull();
      expect(await admins.touchSession({ ...touch, tokenDigest: digest() })).toBeNull();
    });

    it('are looked at without being touched', async () => {
      const { admins } = parts().store;
      const { id, tokenDigest } = await signIn();
      const times = { createdAt: NOON, lastSeenAt: NOON, steppedUpAt: NOON };
      const found = await admins.findSession({ ...BOUNDS, tokenDigest });
      expect(found).toEqual({ id, adminId, ...times });
      expect(await admins.findSession({ ...BOUNDS, tokenDigest, idleSince: later(1) })).toBeNull();
    });

    it('go with the admin, and so does every set-up link', async () => {
      const { admins } = parts().store;
      const { tokenDigest } = await signIn();
      await admins.remove();
      expect(await admins.exists()).toBe(false);
      expect(await admins.findSession({ ...BOUNDS, tokenDigest })).toBeNull();
      const link = await issue();
      expect(await create(link)).toBe(true);
    });

    it('get a new token with a fresh proof, and the old one dies', async () => {
      const { admins } = parts().store;
      const { id, tokenDigest: old } = await signIn();
      const tokenDigest = digest();
      await admins.stepUp({ id, tokenDigest, now: later(3) });
      const touch = { ...BOUNDS, now: later(4) };
      expect(await admins.touchSession({ ...touch, tokenDigest: old })).toBeNull();
      const stepped = await admins.touchSession({ ...touch, tokenDigest });
      expect(stepped).toMatchObject({ id, steppedUpAt: later(3) });
    });

    it('end at logout or are swept when idle', async () => {
      const { admins } = parts().store;
      const ended = await signIn();
      await signIn();
      await admins.endSession(ended.tokenDigest);
      const touch = { ...BOUNDS, tokenDigest: ended.tokenDigest, now: NOON };
      expect(await admins.touchSession(touch)).toBeNull();
      expect(await admins.sweep(BOUNDS)).toBe(0);
      expect(await admins.sweep({ ...BOUNDS, idleSince: later(1) })).toBe(1);
    });

    it('case A12: end and are swept by age however lately they were used', async () => {
      const { admins } = parts().store;
      const { id, tokenDigest } = await signIn();
      const touch = { tokenDigest, idleSince: NOON, now: later(5) };
      const stillYoung = { signedInSince: later(-1) };
      const tooOld = { signedInSince: NOON };
      expect(await admins.touchSession({ ...touch, ...stillYoung })).toMatchObject({ id });
      expect(await admins.touchSession({ ...touch, ...tooOld })).toBeNull();
      expect(await admins.findSession({ ...touch, ...tooOld })).toBeNull();
      await admins.stepUp({ id, tokenDigest, now: later(6) });
      expect(await admins.findSession({ ...touch, ...tooOld })).toBeNull();
      expect(await admins.sweep({ idleSince: NOON, ...stillYoung })).toBe(0);
      expect(await admins.sweep({ idleSince: NOON, ...tooOld })).toBe(1);
    });
  });
});
