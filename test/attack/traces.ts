import assert from 'node:assert/strict';
import type { Field, Person } from './field.js';
import { runOnBuild } from './run-build.js';

/** What leads to a person: the account's id, the index of everything under every master key, names of Signal keys. */
export interface Traces {
  readonly accountId: string;
  /** Hexadecimal digits. */
  readonly indexes: readonly string[];
  /** Digits of the number and of the LID, as names of Signal keys have them. */
  readonly users: readonly string[];
}

const FIND = `
const { rows: [account] } = await database.pool.query(
  'SELECT id FROM account WHERE tax_id_index = ANY($1)', [index.candidates('tax-id', input.taxId)]);
const phone = (await store.accounts.numbersOf(account.id))[0].phone;
const chat = await store.conversations.openChat(phone, new Date(0));
const indexes = [['tax-id', input.taxId], ['phone', phone], ['jid', chat]]
  .flatMap(([kind, value]) => index.candidates(kind, value))
  .map((bytes) => Buffer.from(bytes).toString('hex'));
// With and without the ninth digit: WhatsApp has it one way or the other.
const users = [phone.slice(-8), chat.split('@')[0]];
console.log(JSON.stringify({ accountId: account.id, indexes, users }));
`;

/** Every key opened, one a line: its type, its name and what it holds, also where that is base64 of text. */
const OPEN_KEYS = `
const { rows } = await database.pool.query('SELECT DISTINCT bot FROM whatsapp_key');
for (const { bot } of rows) {
  for (const { type, id, value } of (await vault.load(bot)).keys) {
    const inside = [...value.matchAll(/"data":"([^"]*)"/g)].map(([, data]) =>
      Buffer.from(data, 'base64').toString('latin1').replace(/[^ -~]/g, ' '));
    console.log([type, id, value, ...inside].join(' '));
  }
}
`;

type Env = Readonly<Record<string, string>>;

/** To be called while no instance runs, as long as the account is there. */
export async function tracesOf(field: Field, env: Env, { cpf }: Person): Promise<Traces> {
  const printed = await runOnBuild({ root: field.root, env }, FIND, { taxId: cpf });
  const traces = JSON.parse(printed) as Traces;
  assert.ok(traces.indexes.length >= 3 && traces.users.every((digits) => digits.length >= 8));
  return traces;
}

/** Types of the bot's Signal keys that name the person. To be called while no instance runs. */
export async function signalKeysOf(
  field: Field,
  env: Env,
  { users }: Traces,
): Promise<readonly string[]> {
  const printed = await runOnBuild({ root: field.root, env }, OPEN_KEYS);
  const named = printed
    .split('\n')
    .filter((line) => users.some((digits) => line.includes(digits)))
    .map((line) => line.slice(0, line.indexOf(' ')));
  return [...new Set(named)].sort();
}
