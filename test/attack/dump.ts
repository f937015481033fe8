import type { Rows } from '../e2e/support/stopped-database.js';

/** SQL that reads every row of every table as text; binary columns stand there as hexadecimal digits. */
export const DUMP: readonly string[] = [
  'CREATE TEMP TABLE dump (line text)',
  `DO $$
    DECLARE stored record;
    BEGIN
      FOR stored IN SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
      LOOP
        EXECUTE format('INSERT INTO dump SELECT %L || r::text FROM %I r', stored.name || ' ', stored.name);
      END LOOP;
    END $$`,
  'SELECT line FROM dump',
];

/** One row a line, each with its table's name before it. */
export function dumpText(rows: Rows): string {
  return rows.map(({ line }) => String(line)).join('\n');
}
