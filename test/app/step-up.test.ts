import { beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '#src/app/chat/effects/all-effects.js';
import { contract, newPhone, newTaxId } from '../contract/parts.js';
import { ADDRESS, createStage, DAY_MS, type Stage } from './stage.js';

contract('a number that has to prove itself', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function identified(person: Awaited<ReturnType<Stage['person']>>) {
    return (await stage.act(person, { type: 'identify' }))[0];
  }

  async function recycled() {
    const person = await stage.person();
    await stage.store.accounts.markIdentityChanged(person.phone, stage.now());
    return person;
  }

  it('is one whose Signal identity changed (case 21)', async () => {
    const person = await recycled();
    expect(await identified(person)).toMatchObject({ person: { stepUp: 'identity_changed' } });
  });

  it('is one that slept 180 days, also when it is asked who it is again and again (case 48)', async () => {
    const person = await stage.person();
    await identified(person);
    stage.pass(180 * DAY_MS - 1);
    expect(await identified(person)).toMatchObject({ person: { stepUp: null } });
    stage.pass(180 * DAY_MS);
    expect(await identified(person)).toMatchObject({ person: { stepUp: 'dormant' } });
    expect(await identified(person)).toMatchObject({ person: { stepUp: 'dormant' } });
  });

  it('is one that stands behind another chat than before (case 16)', async () => {
    const [person, other] = [await stage.person(), await stage.person()];
    const moved = { ...other, chat: person.chat };
    expect(await identified(moved)).toMatchObject({ person: { stepUp: 'identity_changed' } });
  });

  describe('opens nothing, whatever the dialogue asks for', () => {
    const refused: readonly (readonly [Effect, object])[] = [
      [{ type: 'sendAccess', greeting: 'known' }, { outcome: 'blocked' }],
      [{ type: 'listSessions' }, { sessions: [] }],
      [{ type: 'endSession', n: 1 }, { count: 0 }],
      [{ type: 'answerRequest', number: 10 }, { outcome: 'expired' }],
      [{ type: 'confirmNumberChange' }, { outcome: 'nothing_asked' }],
    ];
    it.each(refused)('%o', async (effect, outcome) => {
      const person = await recycled();
      await stage.signIn(person.id);
      await stage.sentTo(person.chat);
      expect((await stage.act(person, effect))[0]).toMatchObject(outcome);
      expect(await stage.sentTo(person.chat)).toEqual([]);
    });

    const thrown = [
      ...(['describeData', 'scheduleDeletion', 'cancelDeletion', 'unblock'] as const),
      ...(['sendGoogleLink', 'sendGoogleUnlink', 'sendPasswordReset'] as const),
    ];
    it.each(thrown)('%s', async (type) => {
      const person = await recycled();
      await expect(stage.act(person, { type })).rejects.toThrow('the dialogue');
    });
  });

  it('can still be blocked and signed out everywhere', async () => {
    const person = await recycled();
    const { sessionId } = await stage.signIn(person.id);
    const ended = await stage.act(person, { type: 'endAllSessions' });
    expect(ended).toEqual([{ type: 'sessionsEnded', count: 1 }]);
    expect(stage.revoked).toEqual([sessionId]);
    await stage.act(person, { type: 'block' });
    expect((await stage.store.accounts.findById(person.id))?.status).toBe('blocked');
  });

  it('is good again once its holder has named the CPF', async () => {
    const person = await recycled();
    const prove = { type: 'proveTaxId', taxId: person.taxId } as const;
    expect(await stage.act(person, prove)).toEqual([{ type: 'taxIdProven', outcome: 'right' }]);
    expect(await identified(person)).toMatchObject({ person: { stepUp: null } });
  });

  it('may name three different CPFs a day, and not the right one after them', async () => {
    const person = await recycled();
    const prove = async (taxId: ReturnType<typeof newTaxId>) =>
      (await stage.act(person, { type: 'proveTaxId', taxId }))[0];
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await prove(newTaxId())).toMatchObject({ outcome: 'wrong' });
    }
    expect(await prove(person.taxId)).toMatchObject({ outcome: 'too_many_tries' });
    expect(await identified(person)).toMatchObject({ person: { stepUp: 'identity_changed' } });
  });

  it('gets no code that a page asks for, and the page sees no difference', async () => {
    const [known, distrusted] = [await stage.person(), await recycled()];
    const ask = (taxId: typeof known.taxId) =>
      stage.requestCode({
        subject: { taxId },
        purpose: 'login',
        browserToken: null,
        known: [],
        address: ADDRESS,
      });
    expect((await ask(known.taxId)).ok).toBe(true);
    expect(await stage.sentTo(known.chat)).toHaveLength(2);
    expect((await ask(distrusted.taxId)).ok).toBe(true);
    expect(await stage.sentTo(distrusted.chat)).toEqual([]);
  });

  it('asks nobody for a CPF whom nobody knows', async () => {
    const stranger = { chat: (await stage.stranger()).chat, phone: newPhone() };
    const [answer] = await stage.act(stranger, { type: 'identify' });
    expect(answer).toMatchObject({ person: null, noPhone: null });
  });
});
