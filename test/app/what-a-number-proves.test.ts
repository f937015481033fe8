import { beforeEach, expect, it } from 'vitest';
import type { IdentityKey, Lid } from '#src/domain/sender.js';
import { contract } from '../contract/parts.js';
import { KEY, numberProof, OTHER_KEY, stranger, withKey } from './number-proof.js';
import { ADDRESS, createStage, type Stage, type Writer } from './stage.js';

const HOUR_MS = 3_600_000;

contract('a number that is known with its WhatsApp account and phone', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });
  const { owner, identified, access } = numberProof(() => stage);

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
