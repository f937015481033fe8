import type { Pool, QueryConfig } from 'pg';

const HOURS_MS = 3 * 60 * 60_000;

/** A column's value in the row number `i` of `:rows`, in SQL. `:now` is the moment at which the statements run. */
type Columns = Readonly<Record<string, string>>;

/** A moment in the last so many days, the older rows first, as rows come into a table. */
function within(days: number): string {
  return `(:now - (1 - i::float8 / :rows) * interval '${days} days')`;
}

/** Every thousandth row, or another share. */
function seldom(value: string, every = 1000): string {
  return `CASE WHEN i % ${every} = 0 THEN ${value} END`;
}

const uuidOf = (what: string): string => `md5('${what} ' || i)::uuid`;
const digestOf = (what: string): string => `sha256(convert_to('${what} ' || i, 'UTF8'))`;
const BOX = `'\\x0102030405060708'::bytea`;
const ACCOUNT = uuidOf('account');
/** The chat of forty rows: people write and are answered often, and the planner takes each chat to have many messages. */
const OFTEN = `sha256(convert_to('chat ' || i / 40, 'UTF8'))`;
/** The newest rows, as many as a sweep that runs every five minutes leaves of what strangers make in ten minutes. */
const DECOYS = `i > :rows * 0.99`;

/** Which row of one table belongs to which of another; what no row has is left out here and in TABLES. */
const SHARED: Columns = {
  account_id: ACCOUNT,
  chat_index: digestOf('chat'),
  phone_index: digestOf('phone'),
  tax_id_index: digestOf('tax id'),
  lid_index: digestOf('lid'),
  identity_digest: digestOf('identity'),
  session_id: uuidOf('session'),
};

/**
 * Every table that grows with the people, in an order in which rows refer to those before. What is not named is a default
 * or null, or, where it must be there, made up from its type. Rows are as old as the sweep lets them become, and what
 * waits for somebody is a thousandth of them.
 */
export const TABLES: Readonly<Record<string, Columns>> = {
  account: {
    created_at: within(700),
    consented_at: within(700),
    deletion_due_at: seldom(`:now + interval '3 days'`),
  },
  whatsapp_number: {
    ...{ chat_index: '', lid_index: '', identity_digest: '' },
    ...{ created_at: within(700), last_seen_at: within(200) },
  },
  allowance: {
    ...{ key: digestOf('tax id'), touched_at: within(1) },
    password_failures: `CASE WHEN i % 1000 = 0 THEN 1 ELSE 0 END`,
  },
  known_browser: { created_at: within(400) },
  challenge: {
    account_id: `CASE WHEN NOT ${DECOYS} THEN ${ACCOUNT} END`,
    ...{ purpose: `'login'`, sent: 'true', created_at: within(1), expires_at: within(1) },
    consumed_at: within(1),
  },
  login_link: {
    account_id: `CASE WHEN NOT ${DECOYS} THEN ${ACCOUNT} END`,
    decoy_of: `CASE WHEN ${DECOYS} THEN ${digestOf('tax id')} END`,
    ...{ created_at: within(1), expires_at: within(1), consumed_at: within(1) },
  },
  login_request: {
    ...{ account_id: '', chat_index: '', status: `'approved'` },
    ...{ created_at: within(1), expires_at: within(1), answered_at: within(1) },
    consumed_at: within(1),
  },
  number_change: {
    account_id: `CASE WHEN NOT ${DECOYS} THEN ${ACCOUNT} END`,
    ...{ chat_index: '', created_at: within(1), expires_at: within(1), settled_at: within(1) },
  },
  number_wait: {
    number_id: uuidOf('whatsapp_number'),
    ...{ created_at: within(30), expires_at: within(30), settled_at: within(30) },
    outcome: `'opened'`,
  },
  claim: {
    // What waits is about CPFs that nobody has registered: nobody opens its boxes.
    account_id: `CASE WHEN i % 1000 <> 0 THEN ${ACCOUNT} END`,
    asked_at: within(180),
    settled_at: `CASE WHEN i % 1000 <> 0 THEN ${within(180)} END`,
    outcome: `CASE WHEN i % 1000 <> 0 THEN 'rejected' END`,
  },
  session: { way: `'code'`, created_at: within(90), last_seen_at: within(90) },
  refresh_token: {
    ...{ created_at: within(61), expires_at: `${within(61)} + interval '30 days'` },
  },
  owner_notice: {
    ...{ topic: `'sign_in'`, opened_at: within(1) },
    due_at: seldom(`:now + interval '1 hour'`),
    held: seldom('1').replace('END', 'ELSE 0 END'),
    text_box: seldom(BOX),
  },
  google_identity: { linked_to: ACCOUNT, linked_at: within(700) },
  google_sign_in: {
    ...{ account_id: '', session_id: '', intent: `'login'` },
    ...{ created_at: within(0.01), expires_at: within(0.01) },
  },
  pending_google_link: { created_at: within(0.01), expires_at: within(0.01) },
  audit_event: { seq: '1000000000 + i', account_id: '', at: within(700), actor: `'owner'` },
  conversation: {
    ...{ phone_index: '', last_inbound_at: within(100), updated_at: within(100) },
    snapshot_box: `CASE WHEN ${DECOYS} THEN ${BOX} END`,
    paused_until: seldom(`:now - interval '1 minute'`),
  },
  chat_tax_id_try: { tried_at: within(1) },
  chat_request_try: { tried_at: within(1) },
  inbound_message: { chat_index: OFTEN, received_at: within(7), turned_at: within(7) },
  outbox_message: {
    chat_index: OFTEN,
    ...{ kind: `'reply'`, solicited: 'true', run_at: within(30), expires_at: within(30) },
    status: `CASE WHEN i % 1000 = 0 AND ${DECOYS} THEN 'void' ELSE 'read' END`,
    ...{ created_at: within(30), sent_at: within(30), settled_at: within(30) },
    text_box: `CASE WHEN i > :rows * 0.999 THEN ${BOX} END`,
  },
  whatsapp_key: { bot: `'of another number'`, type: `'session'` },
  former_number: { left_at: within(700) },
  signal_erasure: { busy_at: `${within(1)} + interval '1 day'` },
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
}

/** The columns of a table; `needed` are those without a default that must have a value. */
async function columnsOf(pool: Pool, table: string): Promise<readonly Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT column_name AS name, udt_name AS type,
       is_nullable = 'NO' AND column_default IS NULL AS needed
     FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  return rows;
}

function madeUp(table: string, { name, type }: Column): string {
  if (name.endsWith('_box')) return BOX;
  const made: Columns = {
    bytea: digestOf(`${table}.${name}`),
    uuid: uuidOf(name === 'id' ? table : `${table}.${name}`),
    text: `'${name} ' || i`,
  };
  const value = made[type];
  if (value === undefined) throw new Error(`no value for ${table}.${name}, which is ${type}`);
  return value;
}

function insertInto(table: string, columns: readonly Column[]): string {
  const named = TABLES[table] ?? {};
  const wanted = columns.filter(({ name, needed }) => needed || named[name] !== undefined);
  // Nothing but its name: the value that all tables share.
  const valueOf = (column: Column): string =>
    (named[column.name] ?? '') || (SHARED[column.name] ?? madeUp(table, column));
  return `INSERT INTO ${table} (${wanted.map(({ name }) => name).join(', ')})
    SELECT ${wanted.map(valueOf).join(', ')} FROM generate_series(1, :rows) i`;
}

/** A statement that the pool would give up after half a minute; the types know that setting of a whole pool only. */
function withoutLimit(text: string): QueryConfig {
  const query: QueryConfig & { readonly query_timeout: number } = { text, query_timeout: HOURS_MS };
  return query;
}

/** Fills tables of TABLES with so many rows and tells the planner about them. It takes as long as it takes. */
export async function fill(
  pool: Pool,
  input: { readonly rows: number; readonly now: Date; readonly tables?: readonly string[] },
): Promise<void> {
  const { rows, now, tables = Object.keys(TABLES) } = input;
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    for (const table of tables) {
      const sql = insertInto(table, await columnsOf(pool, table));
      const moment = `'${now.toISOString()}'::timestamptz`;
      const text = sql.replaceAll(':rows', String(rows)).replaceAll(':now', moment);
      await client.query(withoutLimit(text));
    }
    await client.query(withoutLimit('VACUUM ANALYZE'));
  } finally {
    // Its setting ends with it.
    client.release(true);
  }
}
