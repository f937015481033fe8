import { beforeEach, describe, expect, it } from 'vitest';
import { createJoinedNotices } from '#src/app/delivery/joined-notices.js';
import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { IdentityKey, Lid } from '#src/domain/sender.js';
import { lidOf } from '#src/domain/sender.js';
import { allAtOnce, contract, newChat } from '../contract/parts.js';
import { ADDRESS, createStage, DAY_MS, type Stage, type Writer } from './stage.js';

const HOUR_MS = 3_600_000;
const KEY = 'the first phone' as IdentityKey;
const OTHER_KEY = 'another phone' as IdentityKey;

contract('a number that is known with its WhatsApp account and phone', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  /** A person whose number remembers chat, LID and key. */
  async function owner() {
    const person = await stage.person();
    const writer = withKey(person, KEY);
    await stage.act(writer, { type: 'identify' });
    return { ...person, ...writer };
  }

  function withKey<Who extends Writer>(who: Who, identityKey: IdentityKey | null) {
    return { ...who, sender: { lid: lidOf(who.chat), identityKey } };
  }

  /** The number as it is on WhatsApp after it was registered anew: another LID, another key. */
  function stranger(person: Writer) {
    return withKey({ chat: newChat(), phone: person.phone }, OTHER_KEY);
  }

  async function identified(who: Writer) {
    const [answer] = await stage.act(who, { type: 'identify' });
    return (answer as Extract<Outcome, { type: 'identified' }>).person;
  }

  async function access(who: Writer) {
    return (await stage.act(who, { type: 'sendAccess', greeting: 'known' }))[0];
  }

  it('case A1: opens to the same account on the same phone, and learns the key once', async () => {
    const person = await owner();
    expect(await identified(person)).toMatchObject({ stepUp: null });
    expect(await access(person)).toMatchObject({ outcome: 'sent' });
  });

  it('case A1: the same account on another phone names the CPF, and is known then', async () => {
    const person = await owner();
    const reinstalled = withKey(person, OTHER_KEY);
    expect(await access(reinstalled)).toMatchObject({ outcome: 'blocked' });
    expect(await identified(reinstalled)).toMatchObject({ stepUp: 'identity_changed' });
    const prove = { type: 'proveTaxId', taxId: person.taxId } as const;
    expect(await stage.act(reinstalled, prove)).toMatchObject([{ outcome: 'right' }]);
    expect(await access(reinstalled)).toMatchObject({ outcome: 'sent' });
    expect((await stage.store.accounts.findByPhone(person.phone))?.renewedAt).toEqual(stage.now());
    expect(await identified(person)).toMatchObject({ stepUp: 'identity_changed' });
  });

  it('case A1: another account opens nothing by number and CPF, and the old chat is told', async () => {
    const person = await owner();
    const other = stranger(person);
    expect(await identified(other)).toMatchObject({ stepUp: 'new_account', wait: null });
    const prove = { type: 'proveTaxId', taxId: person.taxId } as const;
    expect(await stage.act(other, prove)).toMatchObject([{ outcome: 'not_enough' }]);
    const opensAt = new Date(stage.now().getTime() + 24 * HOUR_MS);
    expect(await identified(other)).toMatchObject({ wait: { state: 'waits', opensAt } });
    expect(await access(other)).toMatchObject({ outcome: 'blocked' });
    expect(await stage.sentTo(person.chat)).toEqual([`number wait asked ${opensAt.toISOString()}`]);
    await stage.act(other, prove);
    expect(await stage.sentTo(person.chat)).toEqual([]);
  });

  it('case A1: codes of a page, reset links and alerts go to the trusted chat only', async () => {
    const person = await owner();
    const other = stranger(person);
    await stage.act(other, { type: 'identify' });
    const asked = { subject: { taxId: person.taxId }, purpose: 'login', address: ADDRESS } as const;
    await stage.requestCode({ ...asked, known: [], browserToken: null });
    expect(await stage.sentTo(person.chat)).toHaveLength(2);
    stage.pass(HOUR_MS);
    await stage.requestReset({ taxId: person.taxId, known: [], address: ADDRESS });
    await stage.signIn(person.id);
    expect(await stage.sentTo(person.chat)).toHaveLength(2);
    expect(await stage.sentTo(other.chat)).toEqual([]);
  });

  it('case A1: a chat addressed by number gets nothing once a stranger writes in it', async () => {
    const person = await stage.person();
    const chat = `${person.phone.slice(1)}@s.whatsapp.net` as Writer['chat'];
    const from = (lid: string, identityKey: IdentityKey) =>
      ({ chat, phone: person.phone, sender: { lid: lid as Lid, identityKey } }) as const;
    expect(await identified(from('111', KEY))).toMatchObject({ stepUp: null });
    const ask = () =>
      stage.requestCode({
        ...({ subject: { taxId: person.taxId }, purpose: 'login', browserToken: null } as const),
        known: [],
        address: ADDRESS,
      });
    await ask();
    expect(await stage.sentTo(chat)).toHaveLength(2);
    expect(await identified(from('222', OTHER_KEY))).toMatchObject({ stepUp: 'new_account' });
    stage.pass(HOUR_MS);
    await ask();
    await stage.signIn(person.id);
    expect(await stage.sentTo(chat)).toEqual([]);
  });

  it('case A1: in a chat by number without a LID only the same key is known', async () => {
    const person = await owner();
    const chat = `${person.phone.slice(1)}@s.whatsapp.net` as Writer['chat'];
    const silent = { chat, phone: person.phone };
    const sender = { lid: null, identityKey: KEY };
    expect(await identified({ ...silent, sender })).toMatchObject({ stepUp: null });
    const other = { ...silent, sender: { lid: null, identityKey: OTHER_KEY } };
    expect(await identified(other)).toMatchObject({ stepUp: 'new_account' });
    expect(await stage.sentTo(chat)).toEqual([]);
  });

  describe('case A1: a wait', () => {
    async function waiting() {
      const person = await owner();
      const other = stranger(person);
      stage.pass(1);
      await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
      await stage.sentTo(person.chat);
      return { person, other };
    }

    it('opens when its time has come and nobody said no, also after a restart', async () => {
      const { other } = await waiting();
      stage.pass(24 * HOUR_MS - 1);
      expect(await identified(other)).toMatchObject({ stepUp: 'new_account' });
      stage.pass(1);
      const now = stage.now();
      stage = createStage(parts());
      stage.pass(now.getTime() - stage.now().getTime());
      expect(await identified(other)).toMatchObject({ stepUp: null });
      expect(await access(other)).toMatchObject({ outcome: 'sent' });
    });

    it('opens to nobody else, and not when the old chat is in use', async () => {
      const { person, other } = await waiting();
      stage.pass(24 * HOUR_MS);
      expect(await identified(stranger(person))).toMatchObject({ stepUp: 'new_account' });
      await stage.act(person, { type: 'identify' });
      expect(await identified(other)).toMatchObject({ wait: { state: 'unconfirmed' } });
    });

    it('does not open while a session of the account is used, and the yes on the page opens it', async () => {
      const person = await owner();
      const signedIn = await stage.signIn(person.id);
      stage.pass(HOUR_MS);
      const other = stranger(person);
      await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
      expect(await identified(other)).toMatchObject({ wait: { state: 'waits' } });
      await stage.refreshSession(signedIn.refreshToken);
      expect(await identified(other)).toMatchObject({ wait: { state: 'unconfirmed' } });
      stage.pass(24 * HOUR_MS);
      expect(await access(other)).toMatchObject({ outcome: 'blocked' });
      expect(await identified(other)).toMatchObject({
        stepUp: 'new_account',
        wait: { state: 'unconfirmed' },
      });
      const now = stage.now();
      await stage.store.numberWaits.accept({ accountId: person.id, now });
      expect(await identified(other)).toMatchObject({ stepUp: null });
    });

    it('does not open after a sign-in, also when that session ended', async () => {
      const { person, other } = await waiting();
      await stage.signIn(person.id);
      await stage.store.sessions.revokeAll(person.id, 'signed_out', stage.now());
      stage.pass(24 * HOUR_MS);
      expect(await identified(other)).toMatchObject({ wait: { state: 'unconfirmed' } });
    });

    it('opens where a session is left that nobody uses', async () => {
      const person = await owner();
      await stage.signIn(person.id);
      stage.pass(HOUR_MS);
      const other = stranger(person);
      await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
      stage.pass(24 * HOUR_MS);
      expect(await identified(other)).toMatchObject({ stepUp: null });
    });

    it('does not open where there is a password', async () => {
      const { person, other } = await waiting();
      await stage.store.passwords.set({ accountId: person.id, hash: 'hash', now: stage.now() });
      stage.pass(24 * HOUR_MS);
      expect(await identified(other)).toMatchObject({ wait: { state: 'proof' } });
    });

    it('ends by NÃO, for thirty days', async () => {
      const { person, other } = await waiting();
      const no = await stage.act(person, { type: 'refuseNumberChange' });
      expect(no).toEqual([{ type: 'numberChangeRefused', outcome: 'refused' }]);
      stage.pass(24 * HOUR_MS);
      expect(await identified(other)).toMatchObject({ wait: { state: 'refused' } });
      await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
      expect(await stage.sentTo(person.chat)).toEqual([]);
      stage.pass(30 * DAY_MS);
      expect(await identified(other)).toMatchObject({ wait: null });
    });

    it('opens at once by TROCAR, and the old chat opens nothing then', async () => {
      const { person, other } = await waiting();
      const yes = await stage.act(person, { type: 'confirmNumberChange' });
      expect(yes).toEqual([{ type: 'numberChanged', outcome: 'changed' }]);
      expect(await stage.sentTo(other.chat)).toEqual(['number wait accepted']);
      expect(await access(other)).toMatchObject({ outcome: 'sent' });
      expect(await access(person)).toMatchObject({ outcome: 'blocked' });
    });

    it('is taken over by three in a week at most, each told of in as few messages as can be', async () => {
      const person = await owner();
      const others = [1, 2, 3, 4].map(() => stranger(person));
      for (const other of others) {
        stage.pass(1000);
        await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
      }
      const [, , third, fourth] = others;
      if (third === undefined || fourth === undefined) throw new Error('four ask');
      const opensAt = new Date(stage.now().getTime() - 1000 + 24 * HOUR_MS);
      expect(await identified(fourth)).toMatchObject({ wait: { state: 'crowded' } });
      expect(await identified(third)).toMatchObject({ wait: { state: 'waits', opensAt } });
      expect(await stage.sentTo(person.chat)).toHaveLength(1);
      stage.pass(5 * 60_000);
      const { random, copy } = { ...stage.basics };
      const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const clock = { now: stage.now };
      await createJoinedNotices({ store: stage.store, clock, random, log, copy })();
      const last = `2 number_wait number wait asked ${opensAt.toISOString()}`;
      expect(await stage.sentTo(person.chat)).toEqual([last]);
      stage.pass(DAY_MS);
      await stage.act(fourth, { type: 'proveTaxId', taxId: person.taxId });
      expect(await identified(fourth)).toMatchObject({ wait: { state: 'crowded' } });
      expect(await access(third)).toMatchObject({ outcome: 'blocked' });
      expect(await identified(third)).toMatchObject({ stepUp: null });
    });

    it('of ten yes and no at the same moment has one end', async () => {
      const { person, other } = await waiting();
      stage.pass(24 * HOUR_MS);
      const { numberWaits } = parts().store;
      const now = stage.now();
      const ends = await allAtOnce(12, async (at) => {
        if (at % 3 === 0) return (await numberWaits.accept({ accountId: person.id, now })) !== null;
        if (at % 3 === 1) return numberWaits.refuse(person.id, now);
        return numberWaits.openDue({ accountId: person.id, from: other, now });
      });
      expect(ends.filter(Boolean)).toHaveLength(1);
    });
  });

  it('case A1: trusts one of two that come first at the same moment', async () => {
    const person = await stage.person();
    const [one, two] = [withKey(person, null), stranger(person)];
    const { accounts } = stage.store;
    const seen = await Promise.all(
      [one, two].map((from) =>
        accounts.markSeen({ ...from, phone: person.phone, memoryVersion: 0, now: stage.now() }),
      ),
    );
    expect(seen.filter(Boolean)).toHaveLength(1);
  });

  it('case A1: does not end sessions, kill codes or block for another account without the CPF', async () => {
    const person = await owner();
    await stage.signIn(person.id);
    const other = stranger(person);
    expect(await stage.act(other, { type: 'endAllSessions' })).toMatchObject([{ count: 0 }]);
    await expect(stage.act(other, { type: 'block' })).rejects.toThrow('before a step-up');
    expect((await stage.store.accounts.findById(person.id))?.status).toBe('active');
  });
});
