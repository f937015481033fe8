import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { createEraseSignalKeys } from '#src/app/account/erase-signal-keys.js';
import { contract, newChat, newPhone, register } from '../contract/parts.js';
import { connect, group, inVault, keysOf, list } from './signal-keys.js';
import { createStage, DAY_MS, type Stage, type Writer } from './stage.js';
import { tablesWith } from './tables-with.js';

const MINUTE_MS = 60_000;

contract('the Signal keys of a deleted account', (parts) => {
  let stage: Stage;
  let bot = '';
  beforeEach(() => {
    stage = createStage(parts());
    bot = randomUUID();
  });

  const unreadable = vi.fn();
  const log = { info: vi.fn(), warn: vi.fn(), error: unreadable };
  const eraser = (forget: Parameters<typeof createEraseSignalKeys>[0]['forget']) =>
    createEraseSignalKeys({ store: stage.store, clock: { now: stage.now }, log, forget });

  async function erased() {
    const person = await stage.person();
    await stage.act(person, { type: 'scheduleDeletion' });
    await stage.sentTo(person.chat);
    stage.pass(7 * DAY_MS);
    await stage.eraseAccounts();
    return person;
  }

  const lidOf = ({ chat }: Writer) => chat.replace('@lid', '');
  it('case A13: one plan that no key opens is told and stops no other', async () => {
    const [spoilt, person] = [await erased(), await erased()];
    await parts().database.pool.query('UPDATE signal_erasure SET people_box = $1 WHERE id = $2', [
      Buffer.from('00', 'hex'),
      spoilt.id,
    ]);
    await stage.sentTo(person.chat);
    stage.pass(3 * MINUTE_MS);
    const forgotten: string[] = [];
    await eraser(({ phones }) => {
      forgotten.push(...phones);
      return Promise.resolve(true);
    })();
    expect(forgotten).toContain(person.phone);
    expect(unreadable).toHaveBeenCalledWith('erasure.plan_unreadable', expect.anything());
    await parts().database.pool.query('DELETE FROM signal_erasure WHERE id = $1', [spoilt.id]);
  });

  const planned = async () =>
    (await parts().database.pool.query('SELECT 1 FROM signal_erasure')).rowCount ?? 0;

  it('case A13: are gone with the number and the LID, in memory and in the vault, and so is the index of the chat', async () => {
    const connection = await connect(parts(), bot);
    const stranger = await stage.stranger();
    const person = await stage.person();
    const lid = lidOf(person);
    await connection.store.set(keysOf(person.phone, lid, [stranger.chat]));
    await stage.act(person, { type: 'scheduleDeletion' });
    await stage.sentTo(person.chat);
    stage.pass(7 * DAY_MS);
    expect(await stage.eraseAccounts()).toBe(1);
    const erase = eraser(connection.forget);

    // The last word waits, and is sent with these keys.
    stage.pass(10 * MINUTE_MS);
    await erase();
    await connection.commits.settle(10_000);
    expect(await inVault(parts(), bot)).toContain(lid);
    expect(await stage.sentTo(person.chat)).toEqual(['deleted']);
    stage.pass(MINUTE_MS);
    await erase();
    expect(await inVault(parts(), bot)).toContain(lid);

    stage.pass(2 * MINUTE_MS);
    await erase();
    const stored = await inVault(parts(), bot);
    const number = person.phone.slice(-8);
    expect(stored).not.toContain(lid);
    expect(stored).not.toContain(number);
    expect(stored).not.toContain('4455667788');
    expect(stored).toContain(stranger.chat);
    expect(stored).toContain('pre-key 4711');
    expect(await connection.store.get('session', [`${lid}_1.0`])).toEqual({});
    const { __index } = await connection.store.get('tctoken', ['__index']);
    expect(__index).toEqual(list(stranger.chat));
    const memory = await connection.store.get('sender-key-memory', [group]);
    expect(memory).toEqual({ [group]: { [stranger.chat]: true } });
    const index = createKeyedIndex(createKeyRing(parts().masterKeys));
    const traces = [
      ...index.candidates('tax-id', person.taxId),
      ...index.candidates('phone', person.phone),
      ...index.candidates('jid', person.chat),
    ];
    expect(await tablesWith(parts(), traces)).toEqual([]);
    expect(await planned()).toBe(0);
  });

  it('case A13: do not come back with the list of tokens that the library still has', async () => {
    const { store, forget } = await connect(parts(), bot);
    const stranger = await stage.stranger();
    const person = await stage.person();
    await store.set(keysOf(person.phone, lidOf(person), [stranger.chat]));
    await forget({ phones: [person.phone], chats: [person.chat] });
    await store.set({ tctoken: { __index: list(person.chat, stranger.chat) } });
    const again = await store.get('tctoken', ['__index']);
    expect(again['__index']).toEqual(list(stranger.chat));
    // Somebody who writes again has a token again.
    const token = { token: Buffer.from('new'), timestamp: '10' };
    await store.set({
      tctoken: { [person.chat]: token, __index: list(person.chat, stranger.chat) },
    });
    expect(await store.get('tctoken', ['__index'])).toEqual({
      __index: list(person.chat, stranger.chat),
    });
  });

  it('case A13: are gone after the next start when the first one could not make it durable', async () => {
    const connection = await connect(parts(), bot);
    const person = await erased();
    await connection.store.set(keysOf(person.phone, lidOf(person), ['1@lid']));
    await connection.commits.settle(10_000);
    await stage.sentTo(person.chat);
    stage.pass(5 * MINUTE_MS);
    connection.commits.stop();
    await eraser(connection.forget)();
    expect(await inVault(parts(), bot)).toContain(lidOf(person));
    const next = await connect(parts(), bot);
    stage.pass(5 * MINUTE_MS);
    await eraser(next.forget)();
    expect(await inVault(parts(), bot)).not.toContain(lidOf(person));
    expect(await planned()).toBe(0);
  });

  it('case A13: wait while the person writes, and a rolled back deletion plans nothing', async () => {
    const person = await erased();
    await stage.sentTo(person.chat);
    stage.pass(5 * MINUTE_MS);
    await stage.hear(
      { chat: person.chat, phone: person.phone },
      {
        ...{ kind: 'text', text: 'oi', forwarded: false },
      },
    );
    const asked: unknown[] = [];
    const forget = (people: unknown) => Promise.resolve(asked.push(people) > 0);
    await eraser(forget)();
    expect(asked).toEqual([]);
    stage.expect();
    await stage.takeTurn(person.chat);
    stage.pass(5 * MINUTE_MS);
    await eraser(forget)();
    expect(asked).toEqual([{ phones: [person.phone], chats: [person.chat] }]);
    const other = await stage.person();
    const undone = stage.store.transaction(async (tables) => {
      await tables.accounts.scheduleDeletion(other.id, stage.now());
      const due = await tables.erasure.lockDue(other.id, stage.now());
      if (due === null) throw new Error('nobody is due');
      await tables.erasure.erase(due, stage.now());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await planned()).toBe(0);
  });

  it('case A13: and what was said under a number from before a number change go with the account', async () => {
    const person = await stage.person();
    const to = { phone: newPhone(), memory: null };
    const old = person.phone;
    await stage.sentTo(person.chat);
    expect(await stage.store.accounts.replacePhone({ from: old, to, now: stage.now() })).toBe(true);
    stage.pass(DAY_MS);
    await stage.store.accounts.scheduleDeletion(person.id, stage.now());
    expect(await stage.eraseAccounts()).toBe(1);
    const index = createKeyedIndex(createKeyRing(parts().masterKeys));
    const traces = [
      ...[old, to.phone].flatMap((phone) => index.candidates('phone', phone)),
      ...index.candidates('jid', person.chat),
    ];
    expect(await tablesWith(parts(), traces)).toEqual([]);
    stage.pass(5 * MINUTE_MS);
    const asked: unknown[] = [];
    await eraser((people) => Promise.resolve(asked.push(people) > 0))();
    expect(asked).toEqual([{ phones: [to.phone, old], chats: [person.chat] }]);
  });

  it('case A13: leave the number and chat of another account that has an old number by now', async () => {
    const person = await stage.person();
    const old = person.phone;
    const to = { phone: newPhone(), memory: null };
    await stage.store.accounts.replacePhone({ from: old, to, now: stage.now() });
    stage.pass(DAY_MS);
    await register(parts(), { phone: old, now: stage.now() });
    const next = { chat: newChat(), phone: old };
    stage.pass(MINUTE_MS);
    await stage.hear(next, { kind: 'text', text: 'oi', forwarded: false });
    stage.expect();
    await stage.takeTurn(next.chat);
    await stage.store.accounts.scheduleDeletion(person.id, stage.now());
    expect(await stage.eraseAccounts()).toBe(1);
    const index = createKeyedIndex(createKeyRing(parts().masterKeys));
    expect(await tablesWith(parts(), index.candidates('jid', person.chat))).toEqual([]);
    expect(await tablesWith(parts(), index.candidates('jid', next.chat))).toContain('conversation');
    expect(await tablesWith(parts(), index.candidates('phone', old))).toContain('whatsapp_number');
    stage.pass(5 * MINUTE_MS);
    const asked: unknown[] = [];
    await eraser((people) => Promise.resolve(asked.push(people) > 0))();
    expect(asked).toEqual([{ phones: [to.phone], chats: [person.chat] }]);
  });
});
