import { createHash } from 'node:crypto';
import type { OpenDatabase } from './open-with-prisma.js';
import type { Backend } from './backends.js';

interface Lent {
  readonly database: OpenDatabase;
  /** Empties it for the next one. Throws when its schema was changed: then it is closed. */
  readonly giveBack: () => Promise<void>;
}

/** Columns, indexes, constraints, triggers and functions, as one text. */
const SCHEMA = `
  SELECT coalesce(string_agg(line, E'\\n' ORDER BY line), '') AS lines FROM (
    SELECT format('%s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) AS line
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      WHERE c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE NOT t.tgisinternal
    UNION ALL SELECT proname || ' ' || prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  ) AS all_of_it(line)`;

async function schemaOf({ pool }: OpenDatabase): Promise<string> {
  const { rows } = await pool.query<{ lines: string }>(SCHEMA);
  return createHash('sha256')
    .update(rows[0]?.lines ?? '')
    .digest('hex');
}

/** Takes every row out and begins every sequence anew; what the migration runner remembers stays. */
async function empty({ pool }: OpenDatabase): Promise<void> {
  const { rows } = await pool.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await pool.query(`TRUNCATE ${rows[0]?.tables ?? ''} RESTART IDENTITY CASCADE`);
}

/**
 * Databases that suites of one process have one after the other: an engine takes two seconds to start and the migrations
 * half a second, emptying all tables takes a twentieth of one.
 */
export function createLending() {
  const resting: Record<Backend, { readonly database: OpenDatabase; readonly schema: string }[]> = {
    embedded: [],
    postgres: [],
  };

  /** @param open makes a migrated, empty one where none is free; it has to last as long as the process */
  return async (backend: Backend, open: () => Promise<OpenDatabase>): Promise<Lent> => {
    let lent = resting[backend].pop();
    if (lent === undefined) {
      const database = await open();
      lent = { database, schema: await schemaOf(database) };
    }
    const { database, schema } = lent;
    return {
      database,
      giveBack: async () => {
        if ((await schemaOf(database)) !== schema) {
          await database.close();
          throw new Error('a suite that changes the schema opens a database of its own');
        }
        await empty(database);
        resting[backend].push({ database, schema });
      },
    };
  };
}

/** What all files of this process lend each other, where their project has no isolation. */
export const lendDatabase = createLending();
