import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { cpf } from 'cpf-cnpj-validator';
import { beforeAll } from 'vitest';
import { createFieldCipher } from '#src/adapters/crypto/field-cipher.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { createKeyedIndex } from '#src/adapters/crypto/keyed-index.js';
import { createChannelHolds } from '#src/adapters/postgres/tables/channel-holds.js';
import { createInstanceFacts } from '#src/adapters/postgres/tables/instance-facts.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createLeases } from '#src/adapters/postgres/tables/leases.js';
import type { OpenDatabase } from '../support/open-with-prisma.js';
import { createStore } from '#src/adapters/postgres/store.js';
import { createWhatsAppVault } from '#src/adapters/postgres/tables/whatsapp-vault.js';
import type { TrustedSender } from '#src/app/ports/tables/accounts.js';
import type { AuditHead } from '#src/app/ports/tables/audit.js';
import type { InboundMessage } from '#src/app/ports/channel.js';
import { parseJid, type Jid } from '#src/domain/jid.js';
import { parsePersonName, type PersonName } from '#src/domain/person-name.js';
import { parsePhone, type Phone } from '#src/domain/phone.js';
import type { Result } from '#src/domain/result.js';
import { lidOf } from '#src/domain/sender.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import { backendsToTest } from '../support/backends.js';
import { onEachBackend } from '../support/database.js';
import { withEvents } from '../support/events.js';

export type Parts = ReturnType<typeof createParts>;

/** Everything this project keeps in PostgreSQL, over one database and its own keys. */
export function createParts(database: OpenDatabase, masterKeys: readonly Uint8Array[]) {
  const { db, transaction } = database;
  const keyRing = createKeyRing(masterKeys);
  const cipher = createFieldCipher(keyRing);
  const index = createKeyedIndex(keyRing);
  const auditEnds: AuditHead[] = [];
  const bus = createMemoryEventBus();
  const bare = createStore({
    db,
    transaction,
    cipher,
    index,
    onAuditEnd: (end) => auditEnds.push(end),
  });
  return {
    /** What the log of the program would say. */
    auditEnds,
    database,
    masterKeys,
    holds: createChannelHolds({ db }),
    /** Tells what happened in `store`. */
    bus,
    store: withEvents(bare, { bus, clock: { now: () => NOON } }),
    /** The tables themselves, also with what the application calls in a transaction only. */
    bare,
    leases: createLeases({ pool: database.leasePool }),
    vault: createWhatsAppVault({ db, cipher, index }),
    facts: createInstanceFacts({ db }),
  };
}

/** Runs a suite over the embedded and the real database, one database a suite: tests use people of their own. */
export function contract(name: string, suite: (parts: () => Parts) => void): void {
  onEachBackend(name, overParts(suite));
}

/** The same over one database, for what no database can change: how a page looks. */
export function overOneDatabase(name: string, suite: (parts: () => Parts) => void): void {
  onEachBackend(name, overParts(suite), backendsToTest().slice(0, 1));
}

function overParts(suite: (parts: () => Parts) => void): (database: () => OpenDatabase) => void {
  return (database) => {
    let parts: Parts | undefined;
    beforeAll(() => {
      parts = createParts(database(), [randomBytes(32)]);
    });
    suite(() => {
      if (parts === undefined) throw new Error('the database is not open yet');
      return parts;
    });
  };
}

/** A Monday. Far ahead, so that a cookie that ends by this clock does not end by the machine's. */
export const NOON = new Date('2099-11-23T12:00:00.000Z');

/** Noon and some milliseconds. */
export function later(ms: number): Date {
  return new Date(NOON.getTime() + ms);
}

export function digest(): Uint8Array {
  return randomBytes(32);
}

/** Every one of `count` calls, all under way at once. */
export function allAtOnce<Value>(
  count: number,
  call: (number: number) => Promise<Value>,
): Promise<Value[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => call(number)));
}

function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error('a made-up value was refused');
  return result.value;
}

export function newTaxId(): TaxId {
  return must(parseTaxId(cpf.generate()));
}

export function newPhone(): Phone {
  return must(parsePhone(`119${randomInt(71_000_000, 99_999_999)}`, 'br'));
}

export function newChat(): Jid {
  return must(parseJid(`${randomInt(10 ** 12, 10 ** 14)}@lid`));
}

export function personName(name: string): PersonName {
  return must(parsePersonName(name));
}

export function newMessageId(): string {
  return `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;
}

export function newPerson() {
  return {
    id: randomUUID(),
    numberId: randomUUID(),
    taxId: newTaxId(),
    name: personName('Maria das Dores Conceição'),
    phone: newPhone(),
    consentedAt: NOON,
    now: NOON,
  };
}

/** A registered person. */
export async function register(
  { store }: Parts,
  changes: Partial<ReturnType<typeof newPerson>> = {},
) {
  const person = { ...newPerson(), ...changes };
  must(await store.accounts.create(person));
  return person;
}

/** Whoever writes in a chat, on a phone whose key is not known. */
export function writerIn(chat: Jid): TrustedSender {
  return { chat, sender: { lid: lidOf(chat), identityKey: null } };
}

export function newText(chat: Jid, text: string): InboundMessage {
  return {
    chat,
    messageId: newMessageId(),
    phone: null,
    sender: writerIn(chat).sender,
    content: { kind: 'text', text, forwarded: false },
    sentAt: NOON,
  };
}
