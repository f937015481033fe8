import type { MessageGroup, Outbox } from '#src/app/ports/tables/outbox.js';
import type { Jid } from '#src/domain/jid.js';
import { later, newMessageId, NOON, type Parts } from './parts.js';

export const LEASE_MS = 1_000;
export const LIFETIME_MS = 60_000;

type NewMessage = Parameters<Outbox['enqueue']>[0][number];

export function newMessage(chat: Jid, changes: Partial<NewMessage> = {}): NewMessage {
  return {
    chat,
    kind: 'reply',
    messageId: newMessageId(),
    text: 'Olá!',
    solicited: true,
    expiresAt: later(LIFETIME_MS),
    ...changes,
  };
}

export async function enqueue(
  { bare }: Parts,
  ...messages: readonly NewMessage[]
): Promise<string[]> {
  await bare.outbox.enqueue(messages, NOON);
  return messages.map(({ messageId }) => messageId);
}

/** Claims at `now` and says which messages. */
export async function claim({ store }: Parts, now: Date, more: { only?: MessageGroup } = {}) {
  const input = { worker: 'a worker', limit: 10, leaseMs: LEASE_MS, now, ...more };
  return (await store.outbox.claim(input)).map(({ messageId }) => messageId);
}

export async function rowOf({ database }: Parts, messageId: string) {
  return database.prisma.outboxMessage.findUniqueOrThrow({ where: { messageId } });
}
