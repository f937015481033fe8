import { randomUUID } from 'node:crypto';
import type { BareStore, TxTables } from '#src/app/ports/tables/store.js';
import type { TrustedSender } from '#src/app/ports/tables/accounts.js';
import type { Jid } from '#src/domain/jid.js';
import { lidOf, type IdentityKey } from '#src/domain/sender.js';
import { digest, later, newChat, NOON, register, type Parts } from '../contract/parts.js';

/** Somebody who is registered and has written. */
export type Person = Awaited<ReturnType<typeof createPerson>>;

export interface World {
  readonly parts: Parts;
  readonly store: BareStore;
  /** Makes somebody new. */
  readonly person: () => Promise<Person>;
  /** A session of theirs. @returns its id, and those of its refresh token */
  readonly session: (person: Person) => Promise<OpenSession>;
}

interface OpenSession {
  readonly id: string;
  readonly token: { readonly id: string; readonly sessionId: string; readonly usedAt: null };
  readonly digest: Uint8Array;
  readonly known: Uint8Array;
}

/** A call of each method of the tables named, which sends whatever the method can send. */
export type CallsOf<Names extends keyof TxTables> = {
  readonly [Name in Names]: {
    readonly [Method in keyof TxTables[Name]]: (world: World) => Promise<unknown>;
  };
};

async function createPerson(parts: Parts) {
  const chat: Jid = newChat();
  const from: TrustedSender = {
    chat,
    sender: { lid: lidOf(chat), identityKey: randomUUID() as IdentityKey },
  };
  const person = await register(parts, {});
  const { conversations } = parts.bare;
  await conversations.lock({ chat, phone: person.phone, now: NOON });
  const snapshot = { version: 1, state: null };
  await conversations.save({ chat, snapshot, lastInboundAt: NOON, now: NOON });
  return { ...person, chat, from, accountId: person.id };
}

export function createWorld(parts: Parts): World {
  const { bare: store } = parts;
  return {
    parts,
    store,
    person: () => createPerson(parts),
    session: async ({ accountId }) => {
      const [id, tokenId, token, known] = [randomUUID(), randomUUID(), digest(), digest()];
      await store.sessions.create({
        ...{ id, accountId, method: 'code', browser: 'Chrome', system: null },
        refresh: { id: tokenId, digest: token, expiresAt: later(30 * 86_400_000) },
        ...{ knownDigest: known, devicesSince: later(-90 * 86_400_000), now: NOON },
      });
      return { id, token: { id: tokenId, sessionId: id, usedAt: null }, digest: token, known };
    },
  };
}
