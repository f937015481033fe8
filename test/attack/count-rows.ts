import type { Storage } from './storage.js';

/** SQL that counts every table's rows and measures their longest field, in characters, or bytes. */
const MEASURE: readonly string[] = [
  'CREATE TEMP TABLE measured (name text, rows int, longest int)',
  `DO $$
    DECLARE stored record;
    BEGIN
      FOR stored IN SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      LOOP
        EXECUTE format('INSERT INTO measured SELECT %L, (SELECT count(*) FROM %I),
          (SELECT coalesce(max(CASE WHEN left(f.value, 2) = ''\\x'' THEN length(f.value) / 2 - 1
            ELSE length(f.value) END), 0) FROM %I r, jsonb_each_text(to_jsonb(r)) f)',
          stored.name, stored.name, stored.name);
      END LOOP;
    END $$`,
  'SELECT name, rows, longest FROM measured',
];

/** Rows whose place another one took. */
const SUPERSEDED = ['challenge', 'login_link']
  .map(
    (table) => `SELECT 'superseded_at of ${table}' AS name, count(superseded_at)::int AS rows
      FROM ${table}`,
  )
  .join(' UNION ALL ');

interface TableSize {
  readonly rows: number;
  /** Characters of a text, bytes where bytes are stored. */
  readonly longest: number;
}

/** Every table, by name. */
export type TableSizes = ReadonlyMap<string, TableSize>;

/** Rows of every table and, as `superseded_at of …`, those whose place another one took. */
export type RowCounts = ReadonlyMap<string, number>;

/** To be called while no instance runs. */
export async function measureTables(storage: Pick<Storage, 'change'>): Promise<TableSizes> {
  const rows = await storage.change(MEASURE);
  return new Map(
    rows.map(({ name, rows: count, longest }) => [
      String(name),
      { rows: Number(count), longest: Number(longest) },
    ]),
  );
}

/** To be called while no instance runs. */
export async function countRows(storage: Pick<Storage, 'change'>): Promise<RowCounts> {
  const tables = [...(await measureTables(storage))].map(
    ([name, { rows }]) => [name, rows] as const,
  );
  const superseded = await storage.change([SUPERSEDED]);
  return new Map([
    ...tables,
    ...superseded.map(({ name, rows }) => [String(name), Number(rows)] as const),
  ]);
}
