import { beforeEach, expect, it } from 'vitest';
import type { IdentityKey, Lid } from '#src/domain/sender.js';
import { lidOf } from '#src/domain/sender.js';
import { contract, newChat, newPhone } from '../contract/parts.js';
import { createStage, type Stage, type Writer } from './stage.js';

const HOUR_MS = 3_600_000;
const KEY = 'the first phone' as IdentityKey;
const OTHER_KEY = 'another phone' as IdentityKey;

contract('case A1: a stranger who has the number of an account', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });
  async function owner() {
    const person = await stage.person();
    const writer = { ...person, sender: { lid: lidOf(person.chat), identityKey: KEY } };
    await stage.act(writer, { type: 'identify' });
    return writer;
  }
  it('case A1: silences nothing in the old chat by writing in one that is addressed by number', async () => {
    const person = await owner();
    const digits = person.phone.slice(1);
    const chat = `${digits.slice(0, 4)}${digits.slice(5)}@s.whatsapp.net` as Writer['chat'];
    const other = {
      chat,
      phone: person.phone,
      sender: { lid: '99887' as Lid, identityKey: OTHER_KEY },
    };
    await stage.act(other, { type: 'identify' });
    expect((await stage.store.accounts.findByPhone(person.phone))?.identityChangedAt).toBeNull();
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
    expect(await stage.sentTo(person.chat)).toHaveLength(1);
  });
  it('case A1: silences nothing in the old chat by writing in one that had another number before', async () => {
    const person = await owner();
    const chat = newChat();
    const sender = { lid: lidOf(chat), identityKey: OTHER_KEY };
    await stage.act({ chat, phone: newPhone(), sender }, { type: 'identify' });
    await stage.sentTo(chat);
    const other = { chat, phone: person.phone, sender };
    await stage.act(other, { type: 'identify' });
    expect((await stage.store.accounts.findByPhone(person.phone))?.identityChangedAt).toBeNull();
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
    expect(await stage.sentTo(person.chat)).toHaveLength(1);
  });
  it('case A1: blocks nothing after a NÃO', async () => {
    const person = await owner();
    const chat = newChat();
    const other = {
      chat,
      phone: person.phone,
      sender: { lid: lidOf(chat), identityKey: OTHER_KEY },
    };
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
    await stage.act(person, { type: 'refuseNumberChange' });
    await expect(stage.act(other, { type: 'block' })).rejects.toThrow('before a step-up');
    expect((await stage.store.accounts.findById(person.id))?.status).toBe('active');
  });
  it('case A1: gets no second wait after a NÃO by a reinstall', async () => {
    const person = await owner();
    const chat = newChat();
    const other = {
      chat,
      phone: person.phone,
      sender: { lid: lidOf(chat), identityKey: OTHER_KEY },
    };
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
    await stage.act(person, { type: 'refuseNumberChange' });
    await stage.sentTo(person.chat);
    const again = { ...other, sender: { lid: lidOf(chat), identityKey: 'third' as IdentityKey } };
    stage.pass(1);
    await stage.act(again, { type: 'proveTaxId', taxId: person.taxId });
    stage.pass(24 * HOUR_MS);
    const [answer] = await stage.act(again, { type: 'identify' });
    expect(answer).toMatchObject({ person: { stepUp: 'new_account', wait: { state: 'refused' } } });
  });
  it('case A1: does not enter by the number alone where a row of before remembers a chat by number', async () => {
    const person = await stage.person();
    const pn = `${person.phone.slice(1)}@s.whatsapp.net` as Writer['chat'];
    await stage.act(
      { chat: pn, phone: person.phone, sender: { lid: null, identityKey: null } },
      { type: 'identify' },
    );
    const { prisma } = parts().database;
    await prisma.$executeRaw`UPDATE whatsapp_number SET lid_index = NULL, identity_digest = NULL WHERE account_id = ${person.id}::uuid`;
    const chat = newChat();
    const other = {
      chat,
      phone: person.phone,
      sender: { lid: lidOf(chat), identityKey: OTHER_KEY },
    };
    const [answer] = await stage.act(other, { type: 'sendAccess', greeting: 'known' });
    expect(answer).toMatchObject({ outcome: 'blocked' });
  });
});
