import {
  later,
  newChat,
  newMessageId,
  newPhone,
  newTaxId,
  newText,
  NOON,
} from '../contract/parts.js';
import { newMessage } from '../contract/outbox-messages.js';
import type { RequestCode } from '#src/domain/login-request.js';
import type { Jid } from '#src/domain/jid.js';
import type { CallsOf, World } from './world.js';
import { randomUUID } from 'node:crypto';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CODE = 'K7QM2XWD' as RequestCode;

/** A message in a chat, as it waits to be answered. @returns its number */
async function heard({ store }: World, chat: Jid): Promise<bigint> {
  await store.inbox.accept(newText(chat, 'oi'), NOON);
  const [first] = await store.inbox.waiting(chat, 1);
  if (first === undefined) throw new Error('what was stored does not wait');
  return first.seq;
}

/** An answer in a chat, as it waits to be sent. */
async function said({ store }: World, chat: Jid): Promise<string> {
  const messageId = newMessageId();
  const message = { chat, kind: 'reply', messageId, text: 'Olá', solicited: true } as const;
  await store.outbox.enqueue([{ ...message, expiresAt: later(5 * MINUTE_MS) }], NOON);
  return messageId;
}

/** Messages on their way in and out, and where conversations stand. */
export const CALLS_OF_CHATS: CallsOf<
  'conversations' | 'inbox' | 'turns' | 'outbox' | 'messageLimits'
> = {
  conversations: {
    lock: ({ store }) =>
      store.conversations.lock({ chat: newChat(), phone: newPhone(), now: NOON }),
    save: ({ person }) => person(),
    forgetSilent: ({ store }) => store.conversations.forgetSilent(later(-DAY_MS)),
    pause: async ({ store, person }) =>
      store.conversations.pause((await person()).chat, later(MINUTE_MS)),
    paused: ({ store }) => store.conversations.paused(later(DAY_MS), 50),
    keepListedSessions: async ({ store, person }) =>
      store.conversations.keepListedSessions((await person()).chat, [randomUUID()]),
    listedSessions: async ({ store, person }) =>
      store.conversations.listedSessions((await person()).chat),
    openChat: async ({ store, person }) =>
      store.conversations.openChat((await person()).phone, later(-DAY_MS)),
    countTaxIdTry: async ({ store, person }) => {
      const { chat, phone } = await person();
      const tried = { chat, taxId: newTaxId(), since: later(-DAY_MS), now: NOON };
      await store.conversations.countTaxIdTry({ ...tried, phone });
      await store.conversations.countTaxIdTry({ ...tried, phone: null });
    },
    countRequestTry: async ({ store, person }) => {
      const { chat } = await person();
      const tried = { chat, code: CODE, since: later(-DAY_MS), now: NOON };
      await store.conversations.countRequestTry(tried);
    },
    sweepTries: ({ store }) => store.conversations.sweepTries(later(-DAY_MS)),
  },
  inbox: {
    accept: (world) => heard(world, newChat()),
    acceptAll: ({ store }) =>
      store.inbox.acceptAll([newText(newChat(), 'oi'), newText(newChat(), 'olá')], NOON),
    waitingChats: ({ store }) => store.inbox.waitingChats(20),
    waiting: ({ store }) => store.inbox.waiting(newChat(), 20),
    isLast: ({ store }) =>
      store.inbox.isLast({ chat: newChat(), messageId: 'a', before: 1000n, since: NOON }),
    markTurned: async (world) => {
      const chat = newChat();
      await world.store.inbox.markTurned(chat, [await heard(world, chat)], NOON);
    },
    countFailure: async (world) => {
      const chat = newChat();
      await world.store.inbox.countFailure(chat, await heard(world, chat));
    },
    sweep: ({ store }) => store.inbox.sweep(later(-7 * DAY_MS)),
  },
  turns: {
    end: async ({ store }) => {
      const chat = newChat();
      await store.inbox.accept(newText(chat, 'oi'), NOON);
      await store.transaction(async (tx) => {
        const seqs = (await tx.inbox.waiting(chat, 20)).map(({ seq }) => seq);
        await tx.conversations.lock({ chat, phone: null, now: NOON });
        const answers = [newMessage(chat)];
        const [snapshot, claim] = [
          { version: 1, state: null },
          { worker: 'w', leaseMs: 1000 },
        ];
        await tx.turns.end({ chat, snapshot, seqs, answers, claim, now: NOON });
        await tx.turns.end({ chat, snapshot: null, seqs, answers: [], claim: null, now: NOON });
      });
    },
  },
  outbox: {
    enqueue: (world) => said(world, newChat()),
    claim: async ({ store }) => {
      for (const only of [null, 'solicited', 'unsolicited'] as const) {
        await store.outbox.claim({ worker: 'w', limit: 1, leaseMs: 1000, now: NOON, only });
      }
    },
    releaseClaims: ({ store }) => store.outbox.releaseClaims(NOON),
    markSent: async (world) => world.store.outbox.markSent(await said(world, newChat()), NOON),
    retry: async (world) => world.store.outbox.retry(await said(world, newChat()), NOON, 'x'),
    markFailed: async (world) =>
      world.store.outbox.markFailed(await said(world, newChat()), 'x', NOON),
    refuse: async (world) => {
      const messageId = await said(world, newChat());
      await world.store.outbox.refuse({ messageId, again: later(MINUTE_MS), now: NOON });
    },
    expire: ({ store }) => store.outbox.expire(NOON),
    record: async (world) => {
      for (const status of ['sent', 'delivered', 'read', 'failed'] as const) {
        const messageId = await said(world, newChat());
        await world.store.outbox.record([{ messageId, status, failure: null }], NOON);
      }
    },
    isOwn: ({ store }) => store.outbox.isOwn(newMessageId()),
    recentText: ({ store }) =>
      store.outbox.recentText({ messageId: newMessageId(), chat: newChat(), now: NOON }),
    lastKind: ({ store }) => store.outbox.lastKind(newChat()),
    nextDueAt: async ({ store }) => {
      await store.outbox.nextDueAt();
      await store.outbox.nextDueAt({ only: 'solicited' });
    },
    sweep: ({ store }) =>
      store.outbox.sweep({
        ...{ textBefore: later(-10 * MINUTE_MS), decoyBefore: later(-10 * MINUTE_MS), now: NOON },
        rowBefore: later(-30 * DAY_MS),
      }),
  },
  messageLimits: {
    askFromPage: ({ store }) =>
      store.messageLimits.askFromPage({
        ...{ id: randomUUID(), taxId: newTaxId(), sendable: true, now: NOON },
      }),
    askInChat: ({ store }) =>
      store.messageLimits.askInChat({
        ...{ id: randomUUID(), taxId: newTaxId(), purpose: 'access', countOnly: false, now: NOON },
      }),
    chatCodeDied: async ({ store, person }) =>
      store.messageLimits.chatCodeDied((await person()).id),
  },
};
