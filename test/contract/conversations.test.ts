import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import {
  allAtOnce,
  contract,
  createParts,
  later,
  newChat,
  newPhone,
  newTaxId,
  NOON,
  type Parts,
  register,
  newPerson,
} from './parts.js';

const DAY_MS = 86_400_000;

/** A turn that only counts: reads the number in the snapshot and saves the next one. */
function countingTurn({ store }: Parts, input: { chat: Jid; phone: Phone | null; now: Date }) {
  return store.transaction(async ({ conversations }) => {
    const { snapshot } = await conversations.lock(input);
    const turns = (typeof snapshot?.state === 'number' ? snapshot.state : 0) + 1;
    const { chat, now } = input;
    const next = { version: 1, state: turns };
    await conversations.save({ chat, snapshot: next, lastInboundAt: now, now });
    return turns;
  });
}

contract('conversations', (parts) => {
  it('starts empty and comes back as it was saved', async () => {
    const { store } = parts();
    const chat = newChat();
    const snapshot = { version: 3, state: { value: 'askingName', context: { tries: 1 } } };
    await store.transaction(async ({ conversations }) => {
      const first = await conversations.lock({ chat, phone: null, now: NOON });
      expect(first).toEqual({
        ...{ chat, snapshot: null, lastInboundAt: null, pausedUntil: null },
        phoneChanged: false,
      });
      await conversations.save({ chat, snapshot, lastInboundAt: later(1), now: later(2) });
    });
    await store.transaction(async ({ conversations }) => {
      const again = await conversations.lock({ chat, phone: null, now: later(3) });
      expect(again).toEqual({
        ...{ chat, snapshot, lastInboundAt: later(1), pausedUntil: null },
        phoneChanged: false,
      });
    });
  });

  it('makes the turns of one chat follow each other, in a new chat too', async () => {
    const chat = newChat();
    const turns = await allAtOnce(8, () => countingTurn(parts(), { chat, phone: null, now: NOON }));
    expect(turns.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('forgets a turn that failed', async () => {
    const { store } = parts();
    const chat = newChat();
    const failing = store.transaction(async ({ conversations }) => {
      await conversations.lock({ chat, phone: null, now: NOON });
      throw new Error('the turn failed');
    });
    await expect(failing).rejects.toThrow('the turn failed');
    expect(await countingTurn(parts(), { chat, phone: null, now: NOON })).toBe(1);
  });

  it('refuses to save what was never locked', async () => {
    const saving = parts().store.conversations.save({
      chat: newChat(),
      snapshot: { version: 1, state: null },
      lastInboundAt: NOON,
      now: NOON,
    });
    await expect(saving).rejects.toThrow('nobody had locked');
  });

  it('finds the chat in which a number wrote last', async () => {
    const { conversations } = parts().store;
    const phone = newPhone();
    const [older, newer] = [newChat(), newChat()];
    expect(await conversations.openChat(phone, NOON)).toBeNull();
    await countingTurn(parts(), { chat: older, phone, now: later(1) });
    await countingTurn(parts(), { chat: newer, phone, now: later(2) });
    expect(await conversations.openChat(phone, NOON)).toBe(newer);
    expect(await conversations.openChat(phone, later(3))).toBeNull();
    await countingTurn(parts(), { chat: older, phone: null, now: later(3) });
    expect(await conversations.openChat(phone, NOON)).toBe(older);
  });

  it('gives a chat to the number that writes in it now', async () => {
    const { conversations } = parts().store;
    const [first, second] = [newPhone(), newPhone()];
    const chat = newChat();
    await countingTurn(parts(), { chat, phone: first, now: NOON });
    await countingTurn(parts(), { chat, phone: second, now: NOON });
    expect(await conversations.openChat(first, NOON)).toBeNull();
    expect(await conversations.openChat(second, NOON)).toBe(chat);
  });

  it('goes on under a new master key', async () => {
    const { database, masterKeys } = parts();
    const chat = newChat();
    const phone = newPhone();
    await countingTurn(parts(), { chat, phone, now: NOON });
    const rotated = createParts(database, [randomBytes(32), ...masterKeys]);
    expect(await rotated.store.conversations.openChat(phone, NOON)).toBe(chat);
    const turns = await allAtOnce(3, () => countingTurn(rotated, { chat, phone, now: NOON }));
    expect(turns.sort()).toEqual([2, 3, 4]);
    expect(await rotated.store.conversations.openChat(phone, NOON)).toBe(chat);
  });

  it('is found with its account, by CPF and by id, unless another chat is the trusted one', async () => {
    const { accounts } = parts().store;
    const [since, chat] = [later(-1), newChat()];
    const trusted = { chat, sender: { lid: null, identityKey: null } };
    const person = newPerson();
    await accounts.create({ ...person, from: trusted });
    const { taxId, id: accountId, phone } = person;
    const found = () => accounts.findWithChats({ taxId }, since);
    expect((await found())?.numbers).toMatchObject([{ phone, chat: null }]);
    await countingTurn(parts(), { chat: newChat(), phone, now: later(2) });
    expect((await found())?.numbers).toMatchObject([{ phone, chat: null }]);
    await countingTurn(parts(), { chat, phone, now: NOON });
    expect(await found()).toEqual({
      account: await accounts.findById(accountId),
      numbers: (await accounts.numbersOf(accountId)).map((number) => ({ ...number, chat })),
    });
    expect(await accounts.findWithChats({ accountId }, since)).toEqual(await found());
    expect((await accounts.findWithChats({ taxId }, later(1)))?.numbers).toMatchObject([
      { chat: null },
    ]);
    expect(await accounts.findWithChats({ taxId: newTaxId() }, since)).toBeNull();
    expect(await accounts.findWithChats({ accountId: randomUUID() }, since)).toBeNull();
  });

  it('is found with its account where chat and number are of different master keys', async () => {
    const { database, masterKeys } = parts();
    const chat = newChat();
    const { taxId, phone } = await register(parts());
    const rotated = createParts(database, [randomBytes(32), ...masterKeys]);
    await countingTurn(rotated, { chat, phone, now: NOON });
    const found = await rotated.store.accounts.findWithChats({ taxId }, NOON);
    expect(found?.numbers).toMatchObject([{ phone, chat }]);
    expect(await rotated.store.accounts.findWithChats({ taxId: newTaxId() }, NOON)).toBeNull();
  });

  it('counts the different CPFs a chat tried within the window', async () => {
    const { conversations } = parts().store;
    const chat = newChat();
    const since = later(-DAY_MS);
    const taxId = newTaxId();
    const tryAt = (now: Date, tried = newTaxId(), inChat = chat) =>
      conversations.countTaxIdTry({ chat: inChat, phone: null, taxId: tried, since, now });
    expect(await tryAt(later(-2 * DAY_MS))).toBe(1);
    expect(await tryAt(NOON, taxId)).toBe(1);
    expect(await tryAt(NOON, taxId)).toBe(1);
    expect(await tryAt(NOON)).toBe(2);
    expect(await tryAt(NOON, taxId, newChat())).toBe(1);
    expect(await tryAt(NOON)).toBe(3);
    expect(await conversations.sweepTries(since)).toBe(1);
  });

  it('counts the CPFs of one phone together, whichever of its chats they are tried in', async () => {
    const { conversations } = parts().store;
    const [byLid, byNumber, phone, other] = [newChat(), newChat(), newPhone(), newPhone()];
    const since = later(-DAY_MS);
    const tryIn = (chat: Jid, from: Phone | null, taxId = newTaxId()) =>
      conversations.countTaxIdTry({ chat, phone: from, taxId, since, now: NOON });
    const again = newTaxId();
    // Before WhatsApp told the number.
    expect(await tryIn(byLid, null, again)).toBe(1);
    expect(await tryIn(byLid, phone)).toBe(2);
    expect(await tryIn(byLid, phone, again)).toBe(2);
    expect(await tryIn(byNumber, phone)).toBe(3);
    expect(await tryIn(byNumber, phone)).toBe(4);
    expect(await tryIn(byNumber, other)).toBe(1);
  });
});
