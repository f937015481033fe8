import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWithPrisma, type OpenDatabase } from '../../support/open-with-prisma.js';
import { copyEmbeddedTemplate, MIGRATIONS_DIR } from '../../support/embedded-template.js';
import { wasmFlags } from '../../support/wasm-flags.js';

const WRITER = path.join(import.meta.dirname, 'embedded-writer.ts');

describe('the embedded database', () => {
  let dataDir = '';
  let database: OpenDatabase | null = null;
  const broken: Error[] = [];
  let onFatal: (error: Error) => unknown;

  const open = async (): Promise<OpenDatabase> => {
    database = await openWithPrisma({
      dataDir,
      migrationsDir: MIGRATIONS_DIR,
      onFatal: (error) => onFatal(error),
      onConnectionLost: () => undefined,
    });
    return database;
  };

  beforeEach(async () => {
    onFatal = (error) => broken.push(error);
    dataDir = await mkdtemp(path.join(tmpdir(), 'zap-embedded-'));
    await copyEmbeddedTemplate(dataDir);
  });
  afterEach(async () => {
    await database?.close();
    database = null;
    await rm(dataDir, { recursive: true });
    expect(broken).toEqual([]);
  });

  it('keeps queries of several connections apart, also long ones that arrive in pieces', async () => {
    const { pool } = await open();
    const ask = async (number: number): Promise<void> => {
      const sent = `${number}:${'x'.repeat(number % 3 === 0 ? 300_000 : 3)}`;
      const answer =
        number % 2 === 0
          ? await pool.query<{ got: string }>('SELECT $1::text AS got', [sent])
          : await pool.query<{ got: string }>('SELECT $2::text AS got, $1::int', [number, sent]);
      expect(answer.rows[0]?.got === sent).toBe(true);
    };
    await Promise.all(Array.from({ length: 120 }, (_, number) => ask(number)));
  });

  it('keeps an error in one connection out of the others', async () => {
    const { pool } = await open();
    const wrong = Array.from({ length: 20 }, () => pool.query('SELECT $1::int / 0', [1]));
    const right = Array.from({ length: 20 }, (_, number) => pool.query('SELECT $1::int', [number]));
    const [failed, answered] = await Promise.all([Promise.allSettled(wrong), Promise.all(right)]);
    expect(failed.every(({ status }) => status === 'rejected')).toBe(true);
    expect(answered).toHaveLength(20);
  });

  it('rolls back the transaction of a connection that is cut off, and lets the others go on', async () => {
    const { pool } = await open();
    await pool.query('CREATE TABLE kept (id int)');
    const client = await pool.connect();
    await client.query('BEGIN');
    await client.query('INSERT INTO kept VALUES (1)');
    const other = pool.query('SELECT count(*)::int AS rows FROM kept');
    client.release(new Error('cut off'));
    expect((await other).rows).toEqual([{ rows: 0 }]);
  });

  it('runs interactive transactions of many callers one after the other', async () => {
    const { prisma } = await open();
    await prisma.$executeRaw`CREATE TABLE counter (n int)`;
    await prisma.$executeRaw`INSERT INTO counter VALUES (0)`;
    const increment = () =>
      prisma.$transaction(async (transaction) => {
        const [row] = await transaction.$queryRaw<{ n: number }[]>`SELECT n FROM counter`;
        await transaction.$executeRaw`UPDATE counter SET n = ${(row?.n ?? 0) + 1}`;
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    expect(await prisma.$queryRaw`SELECT n FROM counter`).toEqual([{ n: 20 }]);
  });

  it('has every acknowledged row after its process was killed', async () => {
    const options = [
      ...wasmFlags(),
      '--conditions=development',
      '--import',
      'tsx',
      WRITER,
      dataDir,
      MIGRATIONS_DIR,
    ];
    const writer = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    for await (const line of readline.createInterface({ input: writer.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === 200) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    const { pool } = await open();
    const rows = await pool.query<{ rows: number }>('SELECT count(*)::int AS rows FROM written');
    expect(acknowledged).toBeGreaterThanOrEqual(200);
    expect(rows.rows[0]?.rows).toBeGreaterThanOrEqual(acknowledged);
  });

  it('refuses a second process on the same folder', async () => {
    await open();
    const second = openWithPrisma({
      dataDir,
      migrationsDir: MIGRATIONS_DIR,
      onFatal: () => undefined,
      onConnectionLost: () => undefined,
    });
    await expect(second).rejects.toMatchObject({ code: 'in_use' });
  });

  it('tells that the process must end when the engine breaks', async () => {
    const { pool } = await open();
    const told = new Promise<Error>((resolve) => (onFatal = resolve));
    await rm(path.join(dataDir, 'db', 'pg_wal'), { recursive: true });
    await expect(pool.query('SELECT pg_switch_wal()')).rejects.toThrow();
    expect(await told).toMatchObject({
      message: 'The embedded database broke.',
      cause: 'The engine panicked.',
    });
  });

  it('says which folder it could not open, and frees it', async () => {
    await rm(path.join(dataDir, 'db', 'PG_VERSION'));
    await writeFile(path.join(dataDir, 'db', 'PG_VERSION'), '9\n');
    await expect(open()).rejects.toThrow(
      `The embedded database in ${dataDir}/db cannot be opened.`,
    );
    await expect(open()).rejects.toThrow('cannot be opened');
  });

  it('leaves a folder alone that is not empty and holds no database', async () => {
    const folder = path.join(dataDir, 'db');
    await rm(folder, { recursive: true });
    await mkdir(folder);
    await writeFile(path.join(folder, 'mine.txt'), 'mine');
    await expect(open()).rejects.toMatchObject({
      code: 'no_database',
      message: expect.stringContaining(`${folder} is not empty and holds no database`) as string,
    });
    expect(await readdir(folder)).toEqual(['mine.txt']);
    await rm(path.join(folder, 'mine.txt'));
    const { pool } = await open();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('works in a folder with a path too long for a unix socket', async () => {
    const parent = dataDir;
    dataDir = path.join(parent, 'z'.repeat(120));
    await copyEmbeddedTemplate(dataDir);
    const { pool } = await open();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await database?.close();
    database = null;
    dataDir = parent;
  });
});
