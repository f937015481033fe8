import { describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from '#src/adapters/postgres/database-error.js';
import { LIMITS } from '#src/adapters/postgres/session-rules.js';
import { reportFault } from '#src/main/report-fault.js';
import { backendsToTest } from '../../support/backends.js';
import { administer } from '../../support/postgres-server.js';
import { startingServer } from '../../support/starting-server.js';
import { until } from '../../support/until.js';
import { refusalOf, usePostgres, worksWith } from './server-stage.js';

describe.runIf(backendsToTest().includes('postgres'))('a PostgreSQL as others set it up', () => {
  const { server, opened, open, newRole, ...stage } = usePostgres();
  let databaseUrl: string;
  let database: string;

  async function freshDatabase(): Promise<void> {
    ({ databaseUrl, database } = await stage.freshDatabase());
  }

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
    expect(reportFault(failure, 'en')).toMatchObject({ exitCode: 69 });
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
