import { beforeEach, expect, it } from 'vitest';
import { createNoteHandWritten } from '#src/app/chat/hand-written.js';
import { contract, newMessageId, newText } from '../contract/parts.js';
import { createStage, type Stage, type Writer } from './stage.js';

const MINUTE_MS = 60_000;
const HELLO = { type: 'say', text: 'hello' } as const;
const quiet = (): void => undefined;

contract('a person is answered by hand', (parts) => {
  let stage: Stage;
  let writer: Writer;
  beforeEach(async () => {
    stage = createStage(parts());
    writer = await stage.stranger();
    stage.expect(HELLO);
    await stage.sentTo(writer.chat);
  });

  function byHand(messageId = newMessageId(), agoMs = 0): Promise<void> {
    const log = { info: quiet, warn: quiet, error: quiet };
    const clock = { now: stage.now };
    const note = createNoteHandWritten({ store: stage.store, clock, log, handoffMinutes: 60 });
    const sentAt = new Date(stage.now().getTime() - agoMs);
    return note({ chat: writer.chat, alsoKnownAs: null, messageId, sentAt });
  }

  async function write(text: string): Promise<readonly string[]> {
    await stage.hear(writer, { kind: 'text', text, forwarded: false });
    await stage.takeTurn(writer.chat);
    return stage.sentTo(writer.chat);
  }

  it('case E8: the bot is silent there until MENU', async () => {
    await byHand();
    expect(await write('oi')).toEqual([]);
    expect(await write('menu')).toEqual(['hello']);
    expect(await write('oi')).toEqual(['hello']);
  });

  it('case E8: each message by hand prolongs the silence, and an older one does not shorten it', async () => {
    await byHand();
    stage.pass(30 * MINUTE_MS);
    await byHand();
    await byHand(newMessageId(), 40 * MINUTE_MS);
    stage.pass(59 * MINUTE_MS);
    expect(await write('oi')).toEqual([]);
    stage.pass(2 * MINUTE_MS);
    expect(await write('oi')).toEqual(['bot is back', 'hello']);
  });

  it('case E8: neither the bot’s own message nor an old one silences it', async () => {
    const messageId = newMessageId();
    const expiresAt = new Date(stage.now().getTime() + MINUTE_MS);
    const own = { kind: 'reply', text: 'olá', solicited: true, expiresAt } as const;
    await parts().bare.outbox.enqueue([{ ...own, chat: writer.chat, messageId }], stage.now());
    await byHand(messageId);
    await byHand(newMessageId(), 61 * MINUTE_MS);
    expect(await write('oi')).toContain('hello');
  });

  it('case E7: what is sent to a chat, later notices too, lives as long as its last message', async () => {
    const lives = async () => {
      const claim = { worker: 'test', limit: 100, leaseMs: 1000, now: stage.now() };
      const items = (await stage.store.outbox.claim(claim)).filter(
        ({ chat }) => chat === writer.chat,
      );
      for (const { messageId } of items) await stage.store.outbox.markSent(messageId, stage.now());
      return items.map(({ expiration }) => expiration);
    };
    const receive = async (more: { expiration?: number }) => {
      const message = { ...newText(writer.chat, 'oi'), ...writer, ...more, sentAt: stage.now() };
      await stage.store.inbox.accept({ ...message, messageId: newMessageId() }, stage.now());
      await stage.takeTurn(writer.chat);
    };
    await receive({ expiration: 604_800 });
    expect(await lives()).toEqual([604_800]);
    const expiresAt = new Date(stage.now().getTime() + MINUTE_MS);
    const notice = { kind: 'notice', text: 'entrou', solicited: false, expiresAt } as const;
    const messageId = newMessageId();
    await parts().bare.outbox.enqueue([{ ...notice, chat: writer.chat, messageId }], stage.now());
    expect(await lives()).toEqual([604_800]);
    await receive({});
    expect(await lives()).toEqual([0]);
  });
});
