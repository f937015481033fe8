import {
  BufferJSON,
  proto,
  type AuthenticationCreds,
  type SignalDataSet,
  type SignalDataTypeMap,
  type SignalKeyStore,
} from '@whiskeysockets/baileys';

import type { ErasedPeople } from '#src/app/ports/tables/signal-erasures.js';
import type { VaultChange, VaultContents } from '#src/app/ports/tables/whatsapp-vault.js';
import type { Jid } from '#src/domain/jid.js';
import { phoneFromWhatsAppUser, type Phone } from '#src/domain/phone.js';

import { lidOf, type IdentityKey } from '#src/domain/sender.js';

import { readAddress, readIdentities } from './identity-changes.js';
import type { OrderedCommits } from './ordered-commits.js';
import {
  forEachInPieces,
  rowOf,
  TOKEN_LIST,
  traceChange,
  usersIn,
  withoutTokenless,
} from './signal-traces.js';

/**
 * The Signal state of the bot, in memory on the one owner of the number. Each send holds one account-wide lock while it
 * reads and writes keys, so the latency of the store would be the ceiling of throughput; every change is queued for the
 * vault instead.
 */
export interface SignalKeyMemory {
  /**
   * The store for one socket. What it still writes once the state is wiped, or its connection over, is dropped: nothing
   * of it has left or was acknowledged, and the next socket is at work on the same keys.
   */
  openStore(isOver: () => boolean): SignalKeyStore;
  /** The credentials as they were loaded, or null before the first pairing. */
  readonly credentials: AuthenticationCreds | null;
  saveCredentials(credentials: AuthenticationCreds): void;
  /** Forgets every key and the credentials, here and in the vault: after a logout. */
  wipe(): void;
  /**
   * Forgets every key that names one of these people by number or LID, here and in the vault, also under a LID that one
   * of the numbers had before. Of lists of many people only their entries go. What the library stores later, when one
   * of them writes again, is kept.
   */
  forget(people: ErasedPeople): Promise<void>;
  /** The phone number behind a LID as WhatsApp told it, as digits, or null. LID digits are never a number. */
  numberOfLid(lidUser: string): string | null;
  /**
   * The identity key of the phone behind a chat, its first device: linked computers have keys of their own, which say
   * nothing about the phone. Read under the address that Baileys decrypts the chat's messages with. Null while none is
   * known.
   */
  identityOf(chat: Jid): IdentityKey | null;
}

type Stored = SignalDataTypeMap[keyof SignalDataTypeMap];

/**
 * @param deps.onIdentityChange a contact's identity key is another one than before; called before the message that
 *   showed it is delivered
 */
export function createSignalKeyMemory(deps: {
  readonly contents: VaultContents;
  readonly commits: Pick<OrderedCommits, 'push'>;
  readonly onIdentityChange: (phone: Phone) => void;
}): SignalKeyMemory {
  const { contents, commits } = deps;
  // Values stay serialized: a reader gets a copy it may change, and memory equals what a restart will load.
  const rows = new Map(contents.keys.map(({ type, id, value }) => [rowOf(type, id), value]));
  const unnamed = new Set<string>();
  let wipes = 0;

  function read<T extends keyof SignalDataTypeMap>(
    type: T,
    id: string,
  ): SignalDataTypeMap[T] | null {
    const text = rows.get(rowOf(type, id));
    if (text === undefined) return null;
    const value: unknown = JSON.parse(text, BufferJSON.reviver);
    const revived: unknown =
      type === 'app-state-sync-key'
        ? proto.Message.AppStateSyncKeyData.fromObject(value as object)
        : value;
    return revived as SignalDataTypeMap[T];
  }

  function write(data: SignalDataSet): void {
    const changes: VaultChange[] = [];
    const kept = withoutTokenless(data, (jid) => rows.has(rowOf('tctoken', jid)));
    for (const [type, entries] of Object.entries(kept)) {
      for (const [id, entry] of Object.entries(entries as Record<string, Stored | null>)) {
        const value = entry === null ? null : JSON.stringify(entry, BufferJSON.replacer);
        if (value === null) rows.delete(rowOf(type, id));
        else rows.set(rowOf(type, id), value);
        changes.push({ kind: 'key', type, id, value });
      }
    }
    commits.push(changes);
  }

  function numberOfLid(lidUser: string): string | null {
    return read('lid-mapping', `${lidUser}_reverse`);
  }

  function identityOf(chat: Jid): IdentityKey | null {
    const number = lidOf(chat) === null ? chat.slice(0, chat.indexOf('@')) : null;
    const lid = number === null ? lidOf(chat) : read('lid-mapping', number);
    const key =
      (lid === null ? null : read('identity-key', `${lid}_1.0`)) ??
      (number === null ? null : read('identity-key', `${number}.0`));
    return key ? (Buffer.from(key).toString('base64') as IdentityKey) : null;
  }

  function knownIdentity(address: string): string | null {
    const own = read('identity-key', address);
    if (own) return Buffer.from(own).toString('base64');
    const { user, isLid } = readAddress(address);
    const otherUser = isLid ? numberOfLid(user) : read('lid-mapping', user);
    if (!otherUser) return null;
    const device = address.slice(address.indexOf('.'));
    const other = read('identity-key', `${otherUser}${isLid ? '' : '_1'}${device}`);
    return other ? Buffer.from(other).toString('base64') : null;
  }

  function tellIdentityChange(user: string, isLid: boolean): void {
    const number = isLid ? numberOfLid(user) : user;
    if (number === null) {
      unnamed.add(user);
      return;
    }
    unnamed.delete(user);
    const phone = phoneFromWhatsAppUser(number, 'any');
    if (phone.ok) deps.onIdentityChange(phone.value);
  }

  function update(data: SignalDataSet): void {
    const { changed, learned } = readIdentities(data, knownIdentity);
    const identities = { ...learned, ...data['identity-key'] };
    write(Object.keys(identities).length > 0 ? { ...data, 'identity-key': identities } : data);
    for (const address of changed) {
      const { user, isLid } = readAddress(address);
      tellIdentityChange(user, isLid);
    }
    // A change seen while the LID had no number yet is told as soon as it has one.
    if (data['lid-mapping'] && unnamed.size > 0)
      for (const user of [...unnamed]) tellIdentityChange(user, true);
  }

  function openStore(isOver: () => boolean): SignalKeyStore {
    const openedAt = wipes;
    return {
      get(type, ids) {
        const found: Record<string, SignalDataTypeMap[typeof type]> = {};
        for (const id of ids) {
          const value = read(type, id);
          if (value !== null) found[id] = value;
        }
        return found;
      },
      set(data) {
        if (openedAt === wipes && !isOver()) update(data);
      },
      clear: wipe,
    };
  }

  async function forget(people: ErasedPeople): Promise<void> {
    const users = await usersIn(rows, people);
    await forEachInPieces(rows, ([row, value]) => {
      const change = traceChange({ row, value, users });
      if (change === null) return;
      if (change.value === null) rows.delete(row);
      else rows.set(row, change.value);
      commits.push([change]);
    });
    for (const user of users) unnamed.delete(user);
    // The list of who has a token: without those who have none any more.
    const list = read('tctoken', TOKEN_LIST);
    if (list) write({ tctoken: { [TOKEN_LIST]: list } });
  }

  function wipe(): void {
    wipes += 1;
    rows.clear();
    unnamed.clear();
    commits.push([{ kind: 'clear' }]);
  }

  return {
    openStore,
    credentials:
      contents.credentials === null
        ? null
        : (JSON.parse(contents.credentials, BufferJSON.reviver) as AuthenticationCreds),
    saveCredentials(credentials) {
      const value = JSON.stringify(credentials, BufferJSON.replacer);
      commits.push([{ kind: 'credentials', value }]);
    },
    wipe,
    forget,
    numberOfLid,
    identityOf,
  };
}
