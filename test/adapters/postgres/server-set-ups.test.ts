import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { isDatabaseUnavailable } from '#src/adapters/postgres/database-error.js';
import {
  openDatabase,
  type Database,
  type DatabaseOptions,
} from '#src/adapters/postgres/open-database.js';
import { LIMITS } from '#src/adapters/postgres/session-rules.js';
import { reportFault } from '#src/main/report-fault.js';
import { createParts, register } from '../../contract/parts.js';
import { backendsToTest } from '../../support/backends.js';
import { MIGRATIONS_DIR } from '../../support/embedded-template.js';
import { administer, borrowPostgres, type PostgresServer } from '../../support/postgres-server.js';
import { startingServer } from '../../support/starting-server.js';
import { until } from '../../support/until.js';

const READ_LEVELS = ['repeatable read', 'serializable'] as const;

describe.runIf(backendsToTest().includes('postgres'))('a PostgreSQL as others set it up', () => {
  let server: PostgresServer;
  let databaseUrl: string;
  let database: string;
  const opened: Database[] = [];
  const roles: string[] = [];

  beforeAll(() => {
    server = borrowPostgres(inject('postgresAdminUrl'));
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await server.stop();
    for (const role of roles) await administer(server.adminUrl, `DROP ROLE "${role}"`);
  });

  async function open(url: string, changes: Partial<DatabaseOptions> = {}): Promise<Database> {
    const one = await openDatabase({
      url,
      dataDir: tmpdir(),
      migrationsDir: MIGRATIONS_DIR,
      onFatal: (error) => expect.fail(error.message),
      onConnectionLost: () => undefined,
      ...changes,
    });
    opened.push(one);
    return one;
  }

  async function freshDatabase(): Promise<void> {
    databaseUrl = await server.createDatabase();
    database = new URL(databaseUrl).pathname.slice(1);
  }

  /** The URL of the fresh database for a new role without any right of its own. */
  async function newRole(): Promise<{ role: string; url: string }> {
    const role = `zap_role_${randomUUID().slice(0, 8)}`;
    await administer(server.adminUrl, `CREATE ROLE "${role}" LOGIN`);
    roles.push(role);
    const url = new URL(databaseUrl);
    url.username = role;
    return { role, url: url.href };
  }

  async function refusalOf(opening: Promise<unknown>): Promise<{ text: string; exitCode: number }> {
    const error = await opening.then(
      () => expect.fail('it opened'),
      (reason: unknown) => reason,
    );
    const fault = reportFault(error);
    expect(fault.text).not.toMatch(/\n|error of its own/);
    return fault;
  }

  async function worksWith(one: Database): Promise<void> {
    await register(createParts(one, [randomBytes(32)]));
  }

  it('case D3: a role without rights on public that may make schemas gets one of its own, and finds it again', async () => {
    await freshDatabase();
    const { role, url } = await newRole();
    await administer(databaseUrl, `GRANT ALL ON DATABASE ${database} TO "${role}"`);
    const first = await open(url);
    expect(first.schema).toBe('zap_login');
    await worksWith(first);
    await administer(databaseUrl, `GRANT ALL ON SCHEMA public TO "${role}"`);
    const again = await open(url);
    expect(again.schema).toBe('zap_login');
    expect(await again.prisma.account.count()).toBe(1);
  });

  it('case D3: a role with rights on public alone works there', async () => {
    await freshDatabase();
    const { role, url } = await newRole();
    await administer(databaseUrl, `GRANT ALL ON SCHEMA public TO "${role}"`);
    const one = await open(url);
    expect(one.schema).toBe('public');
    await worksWith(one);
  });

  it('case D3: a role that may do nothing is told the GRANT to run, which helps', async () => {
    await freshDatabase();
    const { role, url } = await newRole();
    const { text, exitCode } = await refusalOf(open(url));
    expect(exitCode).toBe(78);
    const grant = /(GRANT CREATE ON DATABASE [^;]+;)/.exec(text)?.[1] ?? '';
    expect(text).toContain(`user ${role} may not make tables in the schema public`);
    await administer(databaseUrl, grant);
    await worksWith(await open(url));
  });

  it('case D3: a role whose search_path names a schema works there', async () => {
    await freshDatabase();
    const { role, url } = await newRole();
    await administer(
      databaseUrl,
      `CREATE SCHEMA zap AUTHORIZATION "${role}";
       ALTER ROLE "${role}" IN DATABASE ${database} SET search_path = zap`,
    );
    const one = await open(url);
    expect(one.schema).toBe('zap');
    await worksWith(one);
    await worksWith(await open(url));
  });

  it('case D3: ?schema= is honoured: two in one database do not meet', async () => {
    await freshDatabase();
    const urlOf = (schema: string): string => {
      const url = new URL(databaseUrl);
      url.searchParams.set('schema', schema);
      return url.href;
    };
    const [left, right] = await Promise.all([open(urlOf('left')), open(urlOf('Right one'))]);
    await worksWith(left);
    expect(await left.prisma.account.count()).toBe(1);
    expect(await right.prisma.account.count()).toBe(0);
    const tables = await administer(
      databaseUrl,
      `SELECT table_schema AS schema, count(*)::int FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') GROUP BY 1 ORDER BY 1`,
    );
    expect(tables).toHaveLength(2);
    expect(tables).toMatchObject([{ schema: 'Right one' }, { schema: 'left' }]);
  });

  it('case D3: another application’s Prisma database is called that, and a schema beside it works', async () => {
    await freshDatabase();
    await administer(
      databaseUrl,
      `CREATE TABLE "_prisma_migrations" (id text, checksum text, finished_at timestamptz,
         migration_name text, logs text, rolled_back_at timestamptz, started_at timestamptz,
         applied_steps_count int);
       INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at)
         VALUES ('1', 'x', '20990101000000_init_shop', now());
       CREATE TABLE account (id int)`,
    );
    const { text, exitCode } = await refusalOf(open(databaseUrl));
    expect(exitCode).toBe(78);
    expect(text).toMatch(/another application's.*20990101000000_init_shop.*\?schema=zap_login/);
    expect(text).not.toContain('newer version');
    await worksWith(await open(`${databaseUrl}&schema=zap_login`));
  });

  it('case D3: tables of an application without Prisma are called that, too', async () => {
    await freshDatabase();
    await administer(databaseUrl, 'CREATE TABLE account (id int)');
    const { text } = await refusalOf(open(databaseUrl));
    expect(text).toMatch(/another application's.*\?schema=zap_login/);
  });

  it.each(READ_LEVELS)('case D3: a role’s default of %s changes nothing', async (level) => {
    await freshDatabase();
    const { role, url } = await newRole();
    await administer(
      databaseUrl,
      `GRANT ALL ON DATABASE ${database} TO "${role}";
       ALTER ROLE "${role}" SET default_transaction_isolation = '${level}'`,
    );
    const { prisma } = await open(url);
    const alone = await prisma.$queryRaw`SHOW transaction_isolation`;
    const [within] = await prisma.$transaction([prisma.$queryRaw`SHOW transaction_isolation`]);
    expect([alone, within]).toEqual([
      [{ transaction_isolation: 'read committed' }],
      [{ transaction_isolation: 'read committed' }],
    ]);
  });

  it('case D3: a read-only database is said to be so, and served again by itself', async () => {
    await freshDatabase();
    const one = await open(databaseUrl);
    expect(await one.ping()).toBe('ok');
    const set = (value: string): Promise<unknown> =>
      administer(
        server.adminUrl,
        `ALTER DATABASE ${database} SET default_transaction_read_only = ${value};
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
      );
    await set('on');
    await until('the answer', async () => (await one.ping().catch(() => 'down')) === 'read_only');
    const failure = await worksWith(one).catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(reportFault(failure)).toMatchObject({ exitCode: 69 });
    const { text, exitCode } = await refusalOf(
      open(databaseUrl).then(({ prisma }) => prisma.$executeRaw`DELETE FROM lease`),
    );
    expect(exitCode).toBe(69);
    expect(text).toContain('read-only');
    await set('off');
    await until('the answer', async () => (await one.ping().catch(() => 'down')) === 'ok');
    await worksWith(one);
  });

  it('case D3: a connection limit of two is kept to, however many ask at once', async () => {
    await freshDatabase();
    const { role, url } = await newRole();
    await administer(
      databaseUrl,
      `GRANT ALL ON DATABASE ${database} TO "${role}"; ALTER ROLE "${role}" CONNECTION LIMIT 2`,
    );
    const one = await open(url);
    await Promise.all(Array.from({ length: 20 }, () => worksWith(one)));
    expect(await one.prisma.account.count()).toBe(20);
  });

  it('case D3: connections that are all taken are waited for, then one line says what to do', async () => {
    await freshDatabase();
    const { role, url } = await newRole();
    await administer(
      databaseUrl,
      `GRANT ALL ON DATABASE ${database} TO "${role}"; ALTER ROLE "${role}" CONNECTION LIMIT 1`,
    );
    const holder = await open(url);
    await holder.ping();
    const { text, exitCode } = await refusalOf(open(url, { waitForServerMs: 0 }));
    expect(exitCode).toBe(69);
    expect(text).toMatch(/no more connections.*connection_limit.*53300/);
    const waiting = open(url);
    await opened.splice(opened.indexOf(holder), 1)[0]?.close();
    await worksWith(await waiting);
  });

  it('case D3: a server that is starting up is waited for, then one line says so', async () => {
    await freshDatabase();
    const starting = await startingServer(databaseUrl, 2);
    await worksWith(await open(starting.url));
    expect(starting.refused()).toBe(2);
    await Promise.all(opened.splice(0).map((one) => one.close()));
    await starting.stop();
    const never = await startingServer(databaseUrl, 1000);
    const { text, exitCode } = await refusalOf(open(never.url, { waitForServerMs: 0 }));
    await never.stop();
    expect(exitCode).toBe(69);
    expect(text).toMatch(/starting up.*57P03/);
  });

  it('case D3: connection_limit of the URL is kept to', async () => {
    await freshDatabase();
    const one = await open(`${databaseUrl}&connection_limit=3`);
    expect(one.pool.options.max).toBe(3);
    const { exitCode } = await refusalOf(open(`${databaseUrl}&connection_limit=many`));
    expect(exitCode).toBe(78);
  });

  it('case D3: a CA file that is missing is named', async () => {
    await freshDatabase();
    const { text, exitCode } = await refusalOf(
      open(`${databaseUrl}&sslmode=verify-full&sslrootcert=/nowhere/ca.pem`),
    );
    expect(exitCode).toBe(78);
    expect(text).toMatch(/\/nowhere\/ca\.pem.*cannot be read \(ENOENT\).*sslrootcert/);
  });

  it('case C10: each time-out is shorter than what waits for it', async () => {
    await freshDatabase();
    const { prisma } = await open(databaseUrl);
    const rows = await prisma.$queryRaw<{ name: string; setting: string }[]>`
      SELECT name, setting FROM pg_settings WHERE name IN
        ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout')`;
    const figures = Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]));
    expect(figures).toEqual({
      lock_timeout: 10_000,
      statement_timeout: 20_000,
      idle_in_transaction_session_timeout: 30_000,
    });
    const { lockMs, statementMs, transactionMs, idleInTransactionMs } = LIMITS;
    expect([lockMs, statementMs]).toEqual([figures['lock_timeout'], figures['statement_timeout']]);
    expect(transactionMs).toBeGreaterThan(statementMs);
    expect(idleInTransactionMs).toBeGreaterThan(transactionMs);
    expect(LIMITS.connectionMs).toBeLessThan(LIMITS.transactionWaitMs);
  });
});
