import type { SignalDataSet } from '@whiskeysockets/baileys';

import type { ErasedPeople } from '#src/app/ports/tables/signal-erasures.js';
import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';
import { whatsAppUsersOf } from '#src/domain/phone.js';

/** Where Baileys lists who has a `tctoken` (its tc-token-utils), among the tokens themselves. */
export const TOKEN_LIST = '__index';

/** Types whose ids are numbers of their own kind or WhatsApp's names of collections: they do not identify a person. */
const NAMELESS = new Set(['pre-key', 'app-state-sync-key', 'app-state-sync-version']);

/** Rows looked at before the process does something else. */
const PIECE = 2_000;

type KeyChange = Extract<VaultChange, { kind: 'key' }>;
type Rows = ReadonlyMap<string, string>;

/** The name of a key in memory. */
export function rowOf(type: string, id: string): string {
  return `${type} ${id}`;
}

/** Visits all rows, with a turn of the event loop now and then: a bot may have 300,000 keys. */
export async function forEachInPieces(
  rows: Rows,
  visit: (row: readonly [string, string]) => void,
): Promise<void> {
  let seen = 0;
  for (const row of rows) {
    visit(row);
    seen += 1;
    if (seen % PIECE === 0) await new Promise(setImmediate);
  }
}

/** Every user part under which keys may name these people: numbers as WhatsApp has them, and LIDs. */
export async function usersIn(rows: Rows, people: ErasedPeople): Promise<ReadonlySet<string>> {
  const numbers = new Set(people.phones.flatMap(whatsAppUsersOf));
  const users = new Set([...numbers, ...people.chats.map((chat) => digitsOf(chat)[0] ?? '')]);
  await forEachInPieces(rows, ([row, value]) => {
    const { type, id } = nameOf(row);
    if (type !== 'lid-mapping') return;
    const [from = '', to = ''] = [digitsOf(id)[0], digitsOf(value)[0]];
    // `number → LID`, or `LID_reverse → number`.
    if (id.endsWith('_reverse') && numbers.has(to)) users.add(from);
    if (!id.endsWith('_reverse') && numbers.has(from)) users.add(to);
  });
  users.delete('');
  return users;
}

/** What is to happen to a key for these people to be gone from it; null when it does not name them. */
export function traceChange(input: {
  readonly row: string;
  readonly value: string;
  readonly users: ReadonlySet<string>;
}): KeyChange | null {
  const { row, value, users } = input;
  const { type, id } = nameOf(row);
  if (NAMELESS.has(type)) return null;
  const names = (text: string): boolean => digitsOf(text).some((digits) => users.has(digits));
  if (names(id)) return { kind: 'key', type, id, value: null };
  if (type === 'lid-mapping' && names(value)) return { kind: 'key', type, id, value: null };
  if (type !== 'sender-key-memory' || !names(value)) return null;
  const known = Object.entries(JSON.parse(value) as Record<string, boolean>);
  const others = Object.fromEntries(known.filter(([device]) => !names(device)));
  return { kind: 'key', type, id, value: JSON.stringify(others) };
}

/**
 * Removes those without a token from the library's list of tokens. The library keeps a copy of the list for as long as
 * it is connected and stores it again, with those who were forgotten meanwhile.
 */
export function withoutTokenless(
  data: SignalDataSet,
  isStored: (jid: string) => boolean,
): SignalDataSet {
  const tokens = data.tctoken;
  const list = tokens?.[TOKEN_LIST];
  if (!tokens || !list) return data;
  const listed = JSON.parse(Buffer.from(list.token).toString() || '[]') as readonly string[];
  const has = (jid: string): boolean =>
    tokens[jid] === undefined ? isStored(jid) : tokens[jid] !== null;
  const token = Buffer.from(JSON.stringify(listed.filter(has)));
  return { ...data, tctoken: { ...tokens, [TOKEN_LIST]: { ...list, token } } };
}

function nameOf(row: string): { readonly type: string; readonly id: string } {
  const end = row.indexOf(' ');
  return { type: row.slice(0, end), id: row.slice(end + 1) };
}

function digitsOf(text: string): readonly string[] {
  return text.match(/\d+/g) ?? [];
}
