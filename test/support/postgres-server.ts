import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const SYSTEM_USER = 'postgres';
/** Nothing here outlives the test, so nothing has to reach the disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'listen_addresses='];

/** A PostgreSQL server for tests. */
export interface PostgresServer {
  /** Where databases are made. */
  readonly adminUrl: string;
  /** Makes an empty database of its own. @returns its URL */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** @returns the folder of PostgreSQL's programs on this machine, or null */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.sort((left, right) => Number(right) - Number(left));
  const folders = [
    ...newestFirst.map((version) => path.join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(path.delimiter),
  ];
  const isWhole = (folder: string) =>
    ['initdb', 'postgres'].every((program) => existsSync(path.join(folder, program)));
  return folders.find(isWhole) ?? null;
}

/** PostgreSQL refuses to run as root. `setpriv` also ends the server when the test process is killed. */
export function asServerUser(program: string, args: readonly string[]): [string, string[]] {
  if (process.platform !== 'linux') return [program, [...args]];
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? [`--reuid=${SYSTEM_USER}`, `--regid=${SYSTEM_USER}`, '--clear-groups'] : [];
  return ['setpriv', [...user, '--pdeathsig=SIGKILL', '--', program, ...args]];
}

async function makeCluster(programs: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-pg-'));
  if (process.getuid?.() === 0) execFileSync('chown', [SYSTEM_USER, folder]);
  const options = [
    '-D',
    `${folder}/data`,
    '-U',
    SYSTEM_USER,
    '--auth=trust',
    '--no-sync',
    '--encoding=UTF8',
    '--locale=C',
  ];
  await run(...asServerUser(path.join(programs, 'initdb'), options));
  return folder;
}

async function startProcess(programs: string, folder: string): Promise<ChildProcess> {
  const settings = FAST.flatMap((setting) => ['-c', setting]);
  const options = ['-D', `${folder}/data`, '-k', folder, ...settings];
  const [program, args] = asServerUser(path.join(programs, 'postgres'), options);
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const told: string[] = [];
  for await (const line of readline.createInterface({ input: server.stderr })) {
    told.push(line);
    if (line.includes('ready to accept connections')) {
      // Keeps the pipe from filling up.
      server.stderr.resume();
      return server;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${told.join('\n')}`);
}

/** Runs statements on a server as the user of the URL. @returns the rows of the last one */
export async function administer(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results: unknown = await client.query(sql);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult<object>;
    return last.rows;
  } finally {
    await client.end();
  }
}

interface Databases {
  readonly createDatabase: () => Promise<string>;
  readonly dropAll: () => Promise<void>;
}

function databasesAt(adminUrl: string, family = 'one'): Databases {
  const made: string[] = [];
  return {
    createDatabase: async () => {
      const name = `zap_test_${family}_${randomUUID().replaceAll('-', '')}`;
      await administer(adminUrl, `CREATE DATABASE ${name}`);
      made.push(name);
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return url.href;
    },
    dropAll: async () => {
      for (const name of made) await administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Uses the server behind `adminUrl` (the user may create databases); what was made there is dropped on stop. */
export function borrowPostgres(adminUrl: string): PostgresServer {
  const databases = databasesAt(adminUrl);
  return { adminUrl, createDatabase: databases.createDatabase, stop: databases.dropAll };
}

/** Makes an empty database that another process drops with its family. @returns its URL */
export function createInFamily(adminUrl: string, family: string): Promise<string> {
  return databasesAt(adminUrl, family).createDatabase();
}

/** Drops all that `createInFamily` made, in whichever process. @param family small letters and digits */
export async function dropFamily(adminUrl: string, family: string): Promise<void> {
  const rows = (await administer(
    adminUrl,
    `SELECT datname AS name FROM pg_database WHERE datname LIKE 'zap\\_test\\_${family}\\_%'`,
  )) as { name: string }[];
  for (const { name } of rows) await administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
}

/** Starts a private server in a temporary folder, on a unix socket there; it is gone after stop. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = await makeCluster(programs);
  const server = await startProcess(programs, folder);
  const ended = once(server, 'exit');
  const adminUrl = `postgresql://${SYSTEM_USER}@localhost/postgres?host=${encodeURIComponent(folder)}`;
  return {
    adminUrl,
    createDatabase: databasesAt(adminUrl).createDatabase,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown.
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
