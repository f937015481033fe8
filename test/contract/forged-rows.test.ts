import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sealPlainAdmin } from '#src/adapters/postgres/tables/admins.js';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import type { Jid } from '#src/domain/jid.js';
import type { RequestCode } from '#src/domain/login-request.js';
import { contract, digest, later, NOON, register, type Parts } from './parts.js';

const PLAIN = '$argon2id$v=19$m=19456,t=2,p=1$bWluZQ$bWluZQ';
const SEALED_BY = '20261129070001_sealed_doors';
const FOREVER = { idleSince: new Date(0), signedInSince: new Date(0) };

// Somebody writes the database and has no master key.
contract('case A19: forged rows', (parts) => {
  const sql = (text: string, values: unknown[] = []) => parts().database.pool.query(text, values);

  async function signIn({ store }: Parts, accountId: string) {
    const id = randomUUID();
    const token = digest();
    const opened = { method: 'login_link', browser: null, system: null } as const;
    const refresh = { id: randomUUID(), digest: token, expiresAt: later(600_000) };
    await store.sessions.create({
      id,
      accountId,
      ...opened,
      refresh,
      devicesSince: NOON,
      now: NOON,
    });
    return { id, token };
  }

  describe('of the admin', () => {
    const seal = (applied: readonly string[]) => {
      const { database, masterKeys } = parts();
      const cipher = createFieldCipher(createKeyRing(masterKeys));
      return sealPlainAdmin({ db: database.db, cipher, applied });
    };

    beforeEach(async () => {
      await parts().store.admins.remove();
    });

    it('case A19: a hash of one’s own making opens nothing', async () => {
      await sql(`INSERT INTO admin (id, password_hash, created_at) VALUES ($1, $2, now())`, [
        randomUUID(),
        PLAIN,
      ]);
      expect(await parts().store.admins.find()).toBeNull();
      await seal([]);
      expect(await parts().store.admins.find()).toBeNull();
    });

    it('case A19: a hash from before is sealed by the start that adds the box', async () => {
      await sql(`INSERT INTO admin (id, password_hash, created_at) VALUES ($1, $2, now())`, [
        randomUUID(),
        PLAIN,
      ]);
      await seal([SEALED_BY]);
      expect(await parts().store.admins.find()).toMatchObject({ passwordHash: PLAIN });
      const { rows } = await sql('SELECT password_hash FROM admin');
      expect(rows).toEqual([{ password_hash: null }]);
    });

    it.each([
      [
        'another admin',
        `UPDATE admin_session SET admin_id = (SELECT max(id::text)::uuid FROM admin)`,
      ],
      ['a younger age', `UPDATE admin_session SET created_at = created_at + interval '1 hour'`],
      [
        'a fresh step-up',
        `UPDATE admin_session SET stepped_up_at = stepped_up_at + interval '1 hour'`,
      ],
      ['a token of another', `UPDATE admin_session SET tag = decode('00', 'hex')`],
    ])('case A19: a session with %s is none', async (_what, forgery) => {
      const { admins } = parts().store;
      const low = '00000000-0000-4000-8000-000000000000';
      for (const id of [low, 'ffffffff-ffff-4fff-8fff-ffffffffffff']) {
        await sql(`INSERT INTO admin (id, created_at) VALUES ($1, now())`, [id]);
      }
      const tokenDigest = digest();
      await admins.createSession({ id: randomUUID(), adminId: low, tokenDigest, now: NOON });
      expect(await admins.findSession({ tokenDigest, ...FOREVER })).not.toBeNull();
      await sql(forgery);
      expect(await admins.findSession({ tokenDigest, ...FOREVER })).toBeNull();
      expect(await admins.touchSession({ tokenDigest, ...FOREVER, now: later(1) })).toBeNull();
    });
  });

  describe('of people', () => {
    it('case A19: a session moved to another account, or a token to another session, opens nothing', async () => {
      const [victim, thief] = [await register(parts()), await register(parts())];
      const { sessions } = parts().store;
      const [theirs, own] = [await signIn(parts(), victim.id), await signIn(parts(), thief.id)];
      expect(await sessions.findRefreshToken(own.token)).toMatchObject({ accountId: thief.id });
      await sql('UPDATE session SET account_id = $1 WHERE id = $2', [victim.id, own.id]);
      expect(await sessions.findRefreshToken(own.token)).toBeNull();
      await sql('UPDATE session SET account_id = $1 WHERE id = $2', [thief.id, own.id]);
      expect(await sessions.findRefreshToken(own.token)).not.toBeNull();
      await sql('UPDATE refresh_token SET session_id = $1 WHERE session_id = $2', [
        theirs.id,
        own.id,
      ]);
      expect(await sessions.findRefreshToken(own.token)).toBeNull();
      expect(await sessions.findRefreshToken(theirs.token)).toMatchObject({ accountId: victim.id });
    });

    it('case A19: a number moved to another account, or under another index, opens nothing', async () => {
      const [victim, thief] = [await register(parts()), await register(parts())];
      const { accounts } = parts().store;
      await sql('UPDATE whatsapp_number SET account_id = $1 WHERE id = $2', [
        victim.id,
        thief.numberId,
      ]);
      await expect(accounts.findByPhone(thief.phone)).rejects.toThrow();
      const other = await register(parts());
      await sql(
        `WITH gone AS (DELETE FROM whatsapp_number WHERE id = $1 RETURNING phone_index)
         SELECT phone_index FROM gone`,
        [thief.numberId],
      ).then(({ rows }) =>
        sql('UPDATE whatsapp_number SET phone_index = $1 WHERE id = $2', [
          (rows[0] as { phone_index: Uint8Array }).phone_index,
          other.numberId,
        ]),
      );
      await expect(accounts.findByPhone(thief.phone)).rejects.toThrow('index of another');
    });

    it('case A19: a Google account moved to another account opens nothing', async () => {
      const [victim, thief] = [await register(parts()), await register(parts())];
      const sub = String(10n ** 20n + BigInt(Date.parse('2026-11-29'))) as GoogleSub;
      const { googleIdentities } = parts().store;
      const link = { id: randomUUID(), accountId: thief.id, sub, email: null, now: NOON };
      await googleIdentities.link(link);
      expect(await googleIdentities.findBySub(sub)).toMatchObject({ accountId: thief.id });
      await sql('UPDATE google_identity SET account_id = $1, linked_to = $1', [victim.id]);
      await expect(googleIdentities.findBySub(sub)).rejects.toThrow();
    });

    it('case A19: a link moved to another account, or made to lead elsewhere, is none', async () => {
      const [victim, thief] = [await register(parts()), await register(parts())];
      const { loginLinks } = parts().store;
      const key = { tokenDigest: digest(), purpose: 'login' } as const;
      const link = { id: randomUUID(), accountId: thief.id, ...key, next: '/a' };
      await loginLinks.issue({ ...link, expiresAt: later(600_000), now: NOON });
      expect(await loginLinks.find(key)).toMatchObject({ accountId: thief.id, next: '/a' });
      const forgeries = [
        ['account_id', victim.id],
        ['next', '/b'],
        ['tag', null],
      ] as const;
      for (const [column, value] of forgeries) {
        const { rows } = await sql(`SELECT ${column} AS was FROM login_link WHERE id = $1`, [
          link.id,
        ]);
        const forge = `UPDATE login_link SET ${column} = $1 WHERE id = $2`;
        await sql(forge, [value, link.id]);
        expect(await loginLinks.find(key), column).toBeNull();
        await sql(forge, [(rows[0] as { was: unknown }).was, link.id]);
        expect(await loginLinks.find(key), column).not.toBeNull();
      }
      await sql('UPDATE login_link SET account_id = $1 WHERE id = $2', [victim.id, link.id]);
      expect(await loginLinks.consume(key, NOON)).toBeNull();
    });

    it('case A19: a request that was approved for another account or browser opens nothing', async () => {
      const [victim, thief] = [await register(parts()), await register(parts())];
      const { loginRequests } = parts().store;
      const request = { id: randomUUID(), bindingDigest: digest() };
      const chat = `${thief.phone}@s.whatsapp.net` as Jid;
      const code = randomUUID().slice(0, 8) as RequestCode;
      const page = { code, browser: null, system: null, number: 42, next: null };
      await loginRequests.create({ ...request, ...page, expiresAt: later(600_000), now: NOON });
      await loginRequests.claim({ code, chat, now: NOON });
      const answer = { chat, accountId: thief.id, number: 42, now: NOON };
      await loginRequests.answer({ ...answer, completeUntil: later(600_000) });
      const find = () => loginRequests.find(request.id, request.bindingDigest);
      expect(await find()).toMatchObject({ status: 'approved', accountId: thief.id });
      await sql('UPDATE login_request SET account_id = $1 WHERE id = $2', [victim.id, request.id]);
      await expect(loginRequests.consume({ ...request, now: NOON })).rejects.toThrow();
      const other = digest();
      await sql('UPDATE login_request SET account_id = $1, binding_digest = $2 WHERE id = $3', [
        ...[thief.id, other, request.id],
      ]);
      await expect(loginRequests.find(request.id, other)).rejects.toThrow();
    });

    it('case A19: a page that stranger’s Google waits on, moved to another browser, links nothing', async () => {
      const { pendingGoogleLinks, googleSignIns } = parts().store;
      const [own, other] = [digest(), digest()];
      const sub = String(10n ** 20n + 7n) as GoogleSub;
      const link = { id: randomUUID(), bindingDigest: own, expiresAt: later(600_000), now: NOON };
      const profile = { sub, name: null, email: null };
      await pendingGoogleLinks.create({ ...link, profile, next: null });
      expect(await pendingGoogleLinks.find(link)).toMatchObject({ profile: { sub } });
      await sql('UPDATE pending_google_link SET binding_digest = $1 WHERE id = $2', [
        ...[other, link.id],
      ]);
      await expect(pendingGoogleLinks.find({ ...link, bindingDigest: other })).rejects.toThrow();

      const [victim, thief] = [await register(parts()), await register(parts())];
      const session = await signIn(parts(), thief.id);
      const state = { stateDigest: digest(), bindingDigest: own };
      await googleSignIns.create({
        ...{ ...link, ...state, intent: 'link', accountId: thief.id, sessionId: session.id },
        ...{ nonce: 'n', codeVerifier: 'v', next: null },
      });
      await sql('UPDATE google_sign_in SET account_id = $1 WHERE id = $2', [victim.id, link.id]);
      await expect(googleSignIns.consume({ ...state, now: NOON })).rejects.toThrow();
    });

    it('case A19: a request for another number, moved to another account, changes nothing', async () => {
      const [victim, thief] = [await register(parts()), await register(parts())];
      const { numberChanges } = parts().store;
      const numberChangeRequest = { id: randomUUID(), accountId: thief.id, phone: thief.phone };
      const chat = `${thief.phone}@s.whatsapp.net` as Jid;
      const from = { chat, sender: { lid: null, identityKey: null } };
      await numberChanges.ask({
        ...numberChangeRequest,
        from,
        expiresAt: later(600_000),
        now: NOON,
      });
      await sql('UPDATE number_change SET account_id = $1 WHERE id = $2', [
        victim.id,
        numberChangeRequest.id,
      ]);
      await expect(numberChanges.take(victim.id, NOON)).rejects.toThrow();
    });
  });
});
