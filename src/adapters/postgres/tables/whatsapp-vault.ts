import { escapeLiteral } from 'pg';
import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { FieldCipher, KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { VaultContents, WhatsAppVault } from '#src/app/ports/tables/whatsapp-vault.js';
import { rowName, type Db } from './table-deps.js';
import { collapseChanges, type CollapsedChanges } from './vault-changes.js';

interface KeyRow {
  readonly type: string;
  readonly keyIndex: Uint8Array;
  readonly box: Uint8Array;
}

/**
 * Rows read and decrypted at a time, some ten milliseconds of work. Between two pages the process does everything else:
 * a bot with 300,000 keys would lose its lease over them otherwise.
 */
const PAGE = 1_000;

/** The content of a key before encryption, as JSON. */
interface KeyContent {
  readonly id: string;
  readonly value: string;
}

export function createWhatsAppVault(deps: {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly index: KeyedIndex;
}): WhatsAppVault {
  const { db, cipher, index } = deps;

  /** The rows to write, and those to delete: of dropped keys, and copies under older index keys. */
  function rowsOf(bot: string, keys: CollapsedChanges['keys']) {
    const stored: KeyRow[] = [];
    const dropped: Pick<KeyRow, 'type' | 'keyIndex'>[] = [];
    for (const { type, id, value } of keys) {
      const [keyIndex, ...older] = index.candidates('signal-key', `${bot}/${type}/${id}`);
      if (keyIndex === undefined) throw new Error('a keyed index has no key');
      for (const copy of older) dropped.push({ type, keyIndex: copy });
      if (value === null) {
        dropped.push({ type, keyIndex });
        continue;
      }
      const content: KeyContent = { id, value };
      const context = keyContext(bot, { type, keyIndex });
      stored.push({ type, keyIndex, box: cipher.encrypt(JSON.stringify(content), context) });
    }
    return { stored, dropped };
  }

  /** The rows behind `last` in the order of the primary key, a page of them; from the first one without `last`. */
  function page(bot: string, last: KeyRow | undefined): Promise<KeyRow[]> {
    const after = last
      ? sql`AND (type, key_index) > (${last.type}::text, ${last.keyIndex}::bytea)`
      : empty;
    return db.query<KeyRow>`
      SELECT type, key_index AS "keyIndex", box FROM whatsapp_key WHERE bot = ${bot} ${after}
      ORDER BY type, key_index LIMIT ${PAGE}`;
  }

  function open(bot: string, row: KeyRow): VaultContents['keys'][number] {
    const content = cipher.decryptText(row.box, keyContext(bot, row));
    return { type: row.type, ...(JSON.parse(content) as KeyContent) };
  }

  return {
    // The loader holds the lease, so no other process writes between two pages.
    load: async (bot): Promise<VaultContents> => {
      const keys: VaultContents['keys'][number][] = [];
      for (let rows = await page(bot, undefined); rows.length > 0;) {
        for (const row of rows) keys.push(open(bot, row));
        rows = rows.length < PAGE ? [] : await page(bot, rows.at(-1));
      }
      const [credentials] = await db.query<Pick<KeyRow, 'box'>>`
        SELECT box FROM whatsapp_credentials WHERE bot = ${bot}`;
      return {
        credentials:
          credentials === undefined
            ? null
            : cipher.decryptText(credentials.box, credentialsContext(bot)),
        keys,
      };
    },
    // One statement is one transaction. The lease's row is locked against a change of owner until the
    // group is in; every write goes through `held`, which is empty when the epoch is stale.
    commit: async ({ bot, epoch, changes }) => {
      const { clear, credentials, keys } = collapseChanges(changes);
      const { stored, dropped } = rowsOf(bot, keys);
      const ciphertext =
        typeof credentials === 'string'
          ? cipher.encrypt(credentials, credentialsContext(bot))
          : undefined;
      const parts = [
        ...(clear ? [sql`removed AS (${removeAllBut(bot, stored)})`] : []),
        ...(!clear && dropped.length > 0 ? [sql`removed AS (${remove(bot, dropped)})`] : []),
        ...(stored.length > 0 ? [sql`kept AS (${store(bot, stored)})`] : []),
        ...(credentials === null ? [sql`credentials AS (${removeCredentials(bot)})`] : []),
        ...(ciphertext === undefined
          ? []
          : [sql`credentials AS (${storeCredentials(bot, ciphertext)})`]),
      ];
      const rows = await db.query<{ held: bigint }>`
        WITH held AS MATERIALIZED (
          SELECT 1 FROM lease WHERE name = ${botLeaseName(bot)} AND epoch = ${epoch} FOR SHARE)
          ${parts.length === 0 ? empty : join(parts, ', ', ', ')}
        SELECT count(*) AS held FROM held`;
      return rows[0]?.held === 1n;
    },
  };
}

function store(bot: string, rows: readonly KeyRow[]): Sql {
  return sql`
    INSERT INTO whatsapp_key (bot, type, key_index, box)
    SELECT ${bot}::text, row.type, row.key_index, row.box
    FROM held, unnest(${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.keyIndex)}::bytea[],
      ${rows.map((row) => row.box)}::bytea[]) AS row (type, key_index, box)
    ON CONFLICT (bot, type, key_index) DO UPDATE SET box = EXCLUDED.box`;
}

function remove(bot: string, rows: readonly Pick<KeyRow, 'type' | 'keyIndex'>[]): Sql {
  return sql`
    DELETE FROM whatsapp_key k USING held, unnest(${rows.map((row) => row.type)}::text[],
      ${rows.map((row) => row.keyIndex)}::bytea[]) AS row (type, key_index)
    WHERE k.bot = ${bot} AND k.type = row.type AND k.key_index = row.key_index`;
}

/** The bot's name stands in the text: how many of the table's rows are its keys decides how they are found. */
function removeAllBut(bot: string, rows: readonly KeyRow[]): Sql {
  return sql`
    DELETE FROM whatsapp_key k USING held
    WHERE k.bot = ${raw(escapeLiteral(bot))} AND NOT EXISTS (
      SELECT 1 FROM unnest(${rows.map((row) => row.type)}::text[],
        ${rows.map((row) => row.keyIndex)}::bytea[]) AS row (type, key_index)
      WHERE k.type = row.type AND k.key_index = row.key_index)`;
}

function removeCredentials(bot: string): Sql {
  return sql`DELETE FROM whatsapp_credentials c USING held WHERE c.bot = ${bot}`;
}

function storeCredentials(bot: string, ciphertext: Uint8Array): Sql {
  return sql`
    INSERT INTO whatsapp_credentials (bot, box, updated_at)
    SELECT ${bot}::text, ${ciphertext}::bytea, now() FROM held
    ON CONFLICT (bot) DO UPDATE SET box = EXCLUDED.box, updated_at = EXCLUDED.updated_at`;
}

function keyContext(bot: string, row: Pick<KeyRow, 'type' | 'keyIndex'>): string {
  return `whatsapp_key.box:${bot}/${row.type}/${rowName(row.keyIndex)}`;
}

function credentialsContext(bot: string): string {
  return `whatsapp_credentials.box:${bot}`;
}
