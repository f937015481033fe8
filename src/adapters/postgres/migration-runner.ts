import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { inEach } from '#src/domain/locale.js';
import { databaseCodeOf } from './database-error.js';
import { DATABASE_WORDS, type DatabaseWords } from './words/catalogue.js';

/** The database and the migrations of this build do not fit. */
export class MigrationError extends OperatorFault {
  override readonly name = 'MigrationError';
  readonly code: 'newer_database' | 'foreign_database' | 'edited' | 'unfinished' | 'failed';

  constructor(
    code: MigrationError['code'],
    say: (words: DatabaseWords['migration']) => string,
    options?: ErrorOptions,
  ) {
    super(
      inEach(DATABASE_WORDS, ({ migration }) => say(migration)),
      options,
    );
    this.code = code;
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly checksum: string;
}

interface AppliedRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** The key of Prisma's own schema engine, so that `prisma migrate deploy` and this runner exclude each other. */
export const MIGRATION_LOCK = 72_707_369;

/**
 * Prisma's first migration begins with this. It is left out: the schema was chosen before, and not every user may make
 * one.
 */
const MAKES_SCHEMA = 'CREATE SCHEMA IF NOT EXISTS "public";';
/** PostgreSQL appendix A: duplicate_table, insufficient_privilege. */
const TABLE_IS_THERE = '42P07';
const NOT_ALLOWED = '42501';
/** Prisma's own table, column for column: its commands and this runner read each other's rows. */
const CREATE_TABLE = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).sort();
}

/** By which a database of this program is known. @throws when the folder holds no migration */
export async function firstMigrationName(folder: string): Promise<string> {
  const [first] = await migrationNames(folder);
  if (first === undefined) throw new Error(`${folder} holds no migration`);
  return first;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = await migrationNames(folder);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function hasTable(client: ClientBase): Promise<boolean> {
  const table = await client.query<{ found: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`,
  );
  return table.rows[0]?.found === true;
}

async function readApplied(client: ClientBase): Promise<AppliedRow[]> {
  if (!(await hasTable(client))) await client.query(CREATE_TABLE);
  const applied = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  return applied.rows;
}

/**
 * The database of a newer version holds our first migration and names that sort after our last. Another application has
 * other names.
 */
function isNewer(name: string, applied: readonly AppliedRow[], known: readonly Migration[]) {
  const holdsOurs = applied.some((row) => row.migration_name === known[0]?.name);
  return holdsOurs && name > (known.at(-1)?.name ?? '');
}

function checkApplied(applied: readonly AppliedRow[], known: readonly Migration[]): void {
  for (const row of applied) {
    const name = row.migration_name;
    const migration = known.find((one) => one.name === name);
    if (!migration && !isNewer(name, applied, known)) {
      throw new MigrationError('foreign_database', (words) => words.foreign(name));
    }
    if (!migration) {
      throw new MigrationError('newer_database', (words) => words.newer(name));
    }
    if (row.finished_at === null) {
      throw new MigrationError('unfinished', (words) => words.unfinished(name));
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationError('edited', (words) => words.edited(name));
    }
  }
}

/** Runs work between BEGIN and COMMIT; rolls back when it fails. */
export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

function whyFailed(words: DatabaseWords['migration'], cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const code = databaseCodeOf(cause);
  if (code === TABLE_IS_THERE) return words.tableIsThere(reason);
  if (code === NOT_ALLOWED) return words.notAllowed(reason);
  return reason;
}

/** @returns the name of the migration it applied, or null when none was left */
async function applyNext(client: ClientBase, known: readonly Migration[]): Promise<string | null> {
  // Held to the end of the transaction. A session's lock would not do: all connections to the embedded database share
  // one session, which may take it as often as it likes.
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const applied = await readApplied(client);
  checkApplied(applied, known);
  const done = new Set(applied.map((row) => row.migration_name));
  const next = known.find(({ name }) => !done.has(name));
  if (!next) return null;
  try {
    await client.query(next.sql.replace(MAKES_SCHEMA, ''));
  } catch (cause) {
    const { name } = next;
    throw new MigrationError('failed', (words) => words.failed(name, whyFailed(words, cause)), {
      cause,
    });
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), next.checksum, next.name],
  );
  return next.name;
}

/**
 * Reads what {@link applyMigrations} would do. Writes nothing.
 * @returns the first migration that is missing in a database that holds others, or null: none is, or the database is
 *   new
 * @throws MigrationError as `applyMigrations` does before it begins
 */
export async function firstPending(input: {
  readonly client: ClientBase;
  readonly migrationsDir: string;
}): Promise<string | null> {
  if (!(await hasTable(input.client))) return null;
  const known = await readMigrations(input.migrationsDir);
  const applied = await readApplied(input.client);
  checkApplied(applied, known);
  if (applied.length === 0) return null;
  const done = new Set(applied.map((row) => row.migration_name));
  return known.find(({ name }) => !done.has(name))?.name ?? null;
}

/**
 * Brings the database to the migrations in a folder of `prisma migrate`, each file in one transaction (so no
 * CREATE INDEX CONCURRENTLY). Any number of processes may do so at once: each migration is applied by one of them.
 * @returns the names it applied, in order
 * @throws MigrationError `newer_database`, `foreign_database`, `edited`, `unfinished`, or `failed` (the failed file
 *   left nothing behind, the ones before it stay applied)
 */
export async function applyMigrations(input: {
  readonly client: ClientBase;
  readonly migrationsDir: string;
}): Promise<string[]> {
  const { client } = input;
  const known = await readMigrations(input.migrationsDir);
  const applied: string[] = [];
  for (;;) {
    const name = await inTransaction(client, async () => {
      await client.query('SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0');
      return applyNext(client, known);
    });
    if (name === null) return applied;
    applied.push(name);
  }
}
