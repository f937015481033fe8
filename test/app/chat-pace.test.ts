import { beforeEach, expect, it } from 'vitest';
import { contract } from '../contract/parts.js';
import { createStage, type Stage } from './stage.js';

const MINUTE_MS = 60_000;
const HELLO = { type: 'say', text: 'hello' } as const;

contract('a chat that writes too much', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  async function write(writer: Parameters<Stage['hear']>[0], text: string): Promise<void> {
    await stage.hear(writer, { kind: 'text', text, forwarded: false });
    await stage.takeTurn(writer.chat);
  }

  it('gets twenty answers to three hundred messages, then one word, then silence', async () => {
    const { chat, phone } = await stage.stranger();
    stage.expect(HELLO);
    for (let at = 0; at < 300; at += 1) await write({ chat, phone }, 'menu');
    // The first turn of the chat was the stage's own.
    expect(await stage.sentTo(chat)).toEqual([...Array<string>(19).fill('hello'), 'pausing']);
    expect(await stage.store.inbox.waiting(chat, 10)).toEqual([]);
  });

  it('is answered again when the minute is over, and told again when it goes on', async () => {
    const writer = await stage.stranger();
    stage.expect(HELLO);
    for (let at = 0; at < 25; at += 1) await write(writer, 'menu');
    await stage.sentTo(writer.chat);
    stage.pass(MINUTE_MS);
    for (let at = 0; at < 25; at += 1) await write(writer, 'menu');
    const told = [...Array<string>(20).fill('hello'), 'pausing'];
    expect(await stage.sentTo(writer.chat)).toEqual(told);
  });

  it('gets a hundred answers an hour at most', async () => {
    const writer = await stage.stranger();
    stage.expect(HELLO);
    for (let minute = 0; minute < 12; minute += 1) {
      for (let at = 0; at < 15; at += 1) await write(writer, 'menu');
      stage.pass(MINUTE_MS);
    }
    expect(await stage.sentTo(writer.chat)).toEqual([
      ...Array<string>(99).fill('hello'),
      'pausing',
    ]);
    stage.pass(60 * MINUTE_MS);
    await write(writer, 'menu');
    expect(await stage.sentTo(writer.chat)).toEqual(['hello']);
  });

  it('can always block its account, and is told so once', async () => {
    const person = await stage.person();
    stage.expect(HELLO);
    for (let at = 0; at < 30; at += 1) await write(person, 'menu');
    await stage.sentTo(person.chat);
    stage.expect({ type: 'block' }, { type: 'say', text: 'locked' });
    await write(person, 'menu');
    expect((await stage.store.accounts.findById(person.id))?.status).toBe('active');
    for (let at = 0; at < 3; at += 1) await write(person, 'bloquear');
    expect((await stage.store.accounts.findById(person.id))?.status).toBe('blocked');
    expect(await stage.sentTo(person.chat)).toEqual(['locked']);
  });

  it('takes nothing from other chats', async () => {
    const [loud, quiet] = [await stage.stranger(), await stage.stranger()];
    stage.expect(HELLO);
    for (let at = 0; at < 30; at += 1) await write(loud, 'menu');
    await write(quiet, 'menu');
    expect(await stage.sentTo(quiet.chat)).toEqual(['hello']);
  });

  it('is not charged for turns that failed', async () => {
    const writer = await stage.stranger();
    // An effect that nobody has asked for: the turn throws and is rolled back.
    stage.expect({ type: 'unblock' });
    for (let at = 0; at < 30; at += 1) await expect(write(writer, 'menu')).rejects.toThrow();
    stage.expect(HELLO);
    await stage.takeTurn(writer.chat);
    expect(await stage.sentTo(writer.chat)).toContain('hello');
  });
});
