import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { InboundContent } from '#src/app/ports/channel.js';
import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import type { DialogueEvent } from '#src/app/ports/dialogue.js';
import { contract, newText } from '../contract/parts.js';
import { createStage, type Stage, type Writer } from './stage.js';

const SECOND_MS = 1000;

contract('what is said of an earlier message', (parts) => {
  let stage: Stage;
  let writer: Writer;
  beforeEach(async () => {
    stage = createStage(parts());
    writer = await stage.stranger();
  });

  async function receive(content: InboundContent, messageId = `3A${randomUUID()}`) {
    const message = { ...newText(writer.chat, ''), ...writer, messageId, content };
    await stage.store.inbox.accept({ ...message, sentAt: stage.now() }, stage.now());
    stage.heard.length = 0;
    await stage.takeTurn(writer.chat);
    return { messageId, heard: [...stage.heard] as readonly (DialogueEvent | Outcome)[] };
  }

  const write = () => receive({ kind: 'text', text: 'oi', forwarded: false });
  const edit = (of: string, text: string | null = 'olá') =>
    receive({ kind: 'later', of, by: 'edit', text }, `edit:${randomUUID()}`);

  it('case E1: an edit of the last message within a minute is heard, again and again', async () => {
    const { messageId } = await write();
    stage.pass(59 * SECOND_MS);
    expect((await edit(messageId)).heard).toEqual([{ type: 'later', by: 'edit', text: 'olá' }]);
    expect((await edit(messageId, null)).heard).toEqual([
      { type: 'later', by: 'edit', text: null },
    ]);
  });

  it('case E1: an edit of an older or an unknown message is silence', async () => {
    const { messageId } = await write();
    stage.pass(61 * SECOND_MS);
    expect((await edit(messageId)).heard).toEqual([]);
    await write();
    expect((await edit(messageId)).heard).toEqual([]);
    expect((await edit('3EB0AAAAAAAAAAAAAAAAAA')).heard).toEqual([]);
    expect(await stage.store.inbox.waiting(writer.chat, 1)).toEqual([]);
  });

  it('case E1: nobody edits another chat’s message', async () => {
    const { messageId } = await write();
    writer = await stage.stranger();
    expect((await edit(messageId)).heard).toEqual([]);
  });

  it('case E2: what the phone resends counts until the person has written again', async () => {
    const { messageId, heard } = await receive({ kind: 'missing' });
    expect(heard).toEqual([{ type: 'missing' }]);
    const resent = { kind: 'later', of: messageId, by: 'resent', text: 'oi' } as const;
    const event = { type: 'later', by: 'resent', text: 'oi' };
    expect((await receive(resent, `resent:${messageId}`)).heard).toEqual([event]);
    const second = await receive({ kind: 'missing' });
    await write();
    const late = { ...resent, of: second.messageId };
    expect((await receive(late, `resent:${second.messageId}`)).heard).toEqual([]);
  });
});
