import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PoolClient } from 'pg';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { applyMigrations } from '#src/adapters/postgres/migration-runner.js';
import type { OpenDatabase } from '../../support/open-with-prisma.js';
import { forEachBackend } from '../../support/database.js';
import { MIGRATIONS_DIR } from '../../support/embedded-template.js';

forEachBackend('the migration runner', (openFresh) => {
  let database: OpenDatabase;
  let migrationsDir: string;

  const write = async (name: string, sql: string) => {
    await mkdir(path.join(migrationsDir, name), { recursive: true });
    await writeFile(path.join(migrationsDir, name, 'migration.sql'), sql);
  };
  const withClient = async <T>(work: (client: PoolClient) => Promise<T>) => {
    const client = await database.pool.connect();
    return work(client).finally(() => client.release());
  };
  const migrate = () => withClient((client) => applyMigrations({ client, migrationsDir }));
  const select = async (sql: string): Promise<unknown[]> => {
    const answer = await database.pool.query<unknown[]>({ text: sql, rowMode: 'array' });
    return answer.rows.flat();
  };

  beforeAll(async () => {
    database = await openFresh();
  });
  beforeEach(async () => {
    // The migrations of the product are applied already; each test brings its own on top, in an empty history.
    await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    migrationsDir = await mkdtemp(path.join(tmpdir(), 'zap-migrations-'));
  });
  afterEach(() => rm(migrationsDir, { recursive: true }));

  it('applies every file in order, once, and has nothing to do the second time', async () => {
    await write('2_b', 'ALTER TABLE a ADD COLUMN two int');
    await write('1_a', 'CREATE TABLE a (one int); INSERT INTO a VALUES (1)');
    expect(await migrate()).toEqual(['1_a', '2_b']);
    expect(await migrate()).toEqual([]);
    expect(await select('SELECT one FROM a')).toEqual([1]);
  });

  it('applies each file by exactly one of four runners that start at once', async () => {
    const names = ['1_a', '2_b', '3_c', '4_d', '5_e'];
    for (const name of names) await write(name, `CREATE TABLE t${name} (id int)`);
    const applied = await Promise.all([migrate(), migrate(), migrate(), migrate()]);
    expect(applied.flat().sort()).toEqual(names);
  });

  it('runs function bodies with semicolons', async () => {
    await write(
      '1_a',
      'CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 7; END; $$ LANGUAGE plpgsql;',
    );
    await migrate();
    expect(await select('SELECT f()')).toEqual([7]);
  });

  it('rolls a failed file back whole, keeps those before it, and goes on once it is mended', async () => {
    await write('1_a', 'CREATE TABLE a (id int)');
    await write('2_b', 'CREATE TABLE b (id int); INSERT INTO missing VALUES (1)');
    await expect(migrate()).rejects.toMatchObject({ name: 'MigrationError', code: 'failed' });
    expect(await select(`SELECT to_regclass('a')::text, to_regclass('b')::text`)).toEqual([
      'a',
      null,
    ]);
    await write('2_b', 'CREATE TABLE b (id int)');
    expect(await migrate()).toEqual(['2_b']);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await write('1_a', 'CREATE TABLE a (id int)');
    await write('2_newer', 'CREATE TABLE b (id int)');
    await migrate();
    await rm(path.join(migrationsDir, '2_newer'), { recursive: true });
    await expect(migrate()).rejects.toMatchObject({
      code: 'newer_database',
      message: expect.stringContaining('2_newer') as string,
    });
  });

  it('refuses a file that was changed after it was applied', async () => {
    await write('1_a', 'CREATE TABLE a (id int)');
    await migrate();
    await write('1_a', 'CREATE TABLE a (id bigint)');
    await expect(migrate()).rejects.toMatchObject({ code: 'edited' });
  });

  it('refuses to go on behind a migration that Prisma began and did not finish', async () => {
    await write('1_a', 'CREATE TABLE a (id int)');
    await migrate();
    await database.pool.query('UPDATE "_prisma_migrations" SET finished_at = NULL');
    await expect(migrate()).rejects.toMatchObject({ code: 'unfinished' });
  });

  it('applies the migrations of the product to an empty database', async () => {
    await cp(MIGRATIONS_DIR, migrationsDir, { recursive: true });
    await migrate();
    expect(await database.prisma.account.count()).toBe(0);
  });
});
