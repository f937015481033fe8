import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { allAtOnce, contract, digest, later, NOON, register, writerIn, newChat } from './parts.js';

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
