import { randomUUID } from 'node:crypto';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import type { Jid } from '#src/domain/jid.js';
import type { RequestCode } from '#src/domain/login-request.js';
import type { Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { later, NOON, writerIn, type Parts } from './parts.js';

export const REQUEST_CODE = 'QWERTY29' as RequestCode;

/** A page that asked for a login, a request for another number, a claim. */
export async function leaveTracesOfPages(
  { store, masterKeys }: Parts,
  person: { accountId: string; taxId: TaxId; chat: Jid; phone: Phone; binding: string },
) {
  const { accountId, taxId, chat, phone, binding } = person;
  const digests = createDigests(createKeyRing(masterKeys));
  const code = REQUEST_CODE;
  const expiresAt = later(600_000);
  await store.loginRequests.create({
    ...{ id: randomUUID(), code, number: 42, browser: 'Firefox', system: 'Linux', next: null },
    ...{ bindingDigest: digests.token('browser', binding), expiresAt, now: NOON },
  });
  await store.loginRequests.claim({ code, chat, now: NOON });
  await store.conversations.countRequestTry({ chat, code, since: NOON, now: NOON });
  const from = writerIn(chat);
  await store.numberChanges.ask({ id: randomUUID(), accountId, phone, from, expiresAt, now: NOON });
  await store.numberWaits.ask({
    ...{ id: randomUUID(), accountId, phone, from, opensAt: null, expiresAt, now: NOON },
  });
  await store.claims.record({ id: randomUUID(), accountId, taxId, chat, phone, now: NOON });
  const people = { phones: [phone], chats: [chat] };
  await store.signalErasures.plan({ id: accountId, people, now: NOON });
}
