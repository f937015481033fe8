import { beforeEach, describe, expect, it } from 'vitest';
import { createJoinedNotices } from '#src/app/delivery/joined-notices.js';
import { allAtOnce, contract } from '../contract/parts.js';
import { numberProof, stranger } from './number-proof.js';
import { createStage, DAY_MS, type Stage } from './stage.js';

const HOUR_MS = 3_600_000;

contract('a number that is known with its WhatsApp account and phone', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });
  const { owner, identified, access } = numberProof(() => stage);

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
});
