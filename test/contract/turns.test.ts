import { beforeEach, expect, it } from 'vitest';
import type { Jid } from '#src/domain/jid.js';
import { allAtOnce, contract, later, newChat, newText, NOON, type Parts } from './parts.js';
import { claim, enqueue, LEASE_MS, newMessage, rowOf } from './outbox-messages.js';

const CLAIM = { worker: 'the bot', leaseMs: 10_000 };
const SNAPSHOT = { version: 1, state: 'asked' };

/** Ends a turn of this chat as `createChatTurn` does. */
async function endTurn(
  { bare }: Parts,
  input: {
    readonly chat: Jid;
    readonly texts: readonly string[];
    readonly snapshot?: typeof SNAPSHOT | null;
    readonly claim?: typeof CLAIM | null;
    readonly now?: Date;
  },
) {
  const { chat, texts, now = NOON } = input;
  const { snapshot = SNAPSHOT, claim = CLAIM } = input;
  await bare.inbox.accept(newText(chat, 'oi'), NOON);
  const answers = texts.map((text) => newMessage(chat, { text }));
  const ended = await bare.transaction(async (tx) => {
    const seqs = (await tx.inbox.waiting(chat, 20)).map(({ seq }) => seq);
    await tx.conversations.lock({ chat, phone: null, expiration: 3_600, now });
    return tx.turns.end({ chat, snapshot, seqs, answers, claim, now });
  });
  return { ...ended, ids: answers.map(({ messageId }) => messageId) };
}

contract('the end of a turn', (parts) => {
  beforeEach(async () => {
    await parts().database.prisma.outboxMessage.deleteMany();
  });

  it('keeps the state, the answers and what was read', async () => {
    const chat = newChat();
    const { turned, ids } = await endTurn(parts(), { chat, texts: ['Olá!', 'CPF?'], claim: null });
    expect(turned).toBe(1);
    const { store } = parts();
    expect(await store.inbox.waiting(chat, 20)).toEqual([]);
    const again = await store.transaction((tx) =>
      tx.conversations.lock({ chat, phone: null, now: later(1) }),
    );
    expect(again).toMatchObject({ snapshot: SNAPSHOT, lastInboundAt: NOON });
    expect(await claim(parts(), NOON)).toEqual(ids.slice(0, 1));
  });

  it('leaves the state as it was where there is none, and needs no answer', async () => {
    const chat = newChat();
    await endTurn(parts(), { chat, texts: [] });
    const silent = { chat, texts: [], snapshot: null, now: later(5) };
    expect(await endTurn(parts(), silent)).toMatchObject({ turned: 1, claimed: null });
    const { store } = parts();
    const again = await store.transaction((tx) =>
      tx.conversations.lock({ chat, phone: null, now: later(9) }),
    );
    expect(again).toMatchObject({ snapshot: SNAPSHOT, lastInboundAt: NOON });
  });

  it('claims the first answer of the chat, and says whether more stand behind it', async () => {
    const chat = newChat();
    const { claimed, ids } = await endTurn(parts(), { chat, texts: ['link', 'code'] });
    expect(claimed).toMatchObject({
      ...{ chat, text: 'link', messageId: ids[0], attempts: 1, expiration: 3_600 },
      ...{ solicited: true, decoy: false, more: true },
    });
    expect(await rowOf(parts(), ids[0] ?? '')).toMatchObject({
      ...{ status: 'sending', attempts: 1, lockedBy: 'the bot', lockedUntil: later(10_000) },
      seq: claimed?.seq,
    });
    expect(await rowOf(parts(), ids[1] ?? '')).toMatchObject({ status: 'queued', attempts: 0 });
    expect(await claim(parts(), NOON)).toEqual([]);
    await parts().store.outbox.markSent(ids[0] ?? '', NOON);
    expect(await claim(parts(), NOON)).toEqual(ids.slice(1));
    const alone = await endTurn(parts(), { chat: newChat(), texts: ['Olá!'] });
    expect(alone.claimed?.more).toBe(false);
  });

  it('claims none while an earlier message of the chat is on the way', async () => {
    const chat = newChat();
    const [before] = await enqueue(parts(), newMessage(chat));
    const { claimed, ids } = await endTurn(parts(), { chat, texts: ['Olá!'] });
    expect(claimed).toBeNull();
    expect(await claim(parts(), NOON)).toEqual([before]);
    await parts().store.outbox.markSent(before ?? '', NOON);
    expect(await claim(parts(), NOON)).toEqual(ids);
  });

  it('gives a claim that nobody heard of back when its time is over', async () => {
    const chat = newChat();
    const { ids } = await endTurn(parts(), { chat, texts: ['Olá!'] });
    expect(await claim(parts(), later(CLAIM.leaseMs - 1))).toEqual([]);
    expect(await claim(parts(), later(CLAIM.leaseMs))).toEqual(ids);
    expect(await claim(parts(), later(CLAIM.leaseMs + LEASE_MS - 1))).toEqual([]);
  });

  it('is one of many turns of a chat at the same instant: one answer is claimed', async () => {
    const chat = newChat();
    const ended = await allAtOnce(6, () => endTurn(parts(), { chat, texts: ['Olá!'] }));
    expect(ended.filter(({ claimed }) => claimed !== null)).toHaveLength(1);
    const [first] = ended.flatMap(({ claimed }) => (claimed === null ? [] : [claimed.seq]));
    const rows = await parts().database.prisma.outboxMessage.findMany({ orderBy: { seq: 'asc' } });
    const ids = ended.flatMap((one) => one.ids);
    expect(rows.find(({ messageId }) => ids.includes(messageId))?.seq).toBe(first);
  });

  it('refuses a chat that nobody has locked', async () => {
    const chat = newChat();
    const ending = parts().bare.transaction((tx) =>
      tx.turns.end({ chat, snapshot: SNAPSHOT, seqs: [], answers: [], claim: null, now: NOON }),
    );
    await expect(ending).rejects.toThrow('nobody had locked');
  });
});
