import { describe, expect, it } from 'vitest';
import { backendsToTest } from '../../support/backends.js';
import { administer } from '../../support/postgres-server.js';
import { refusalOf, usePostgres, worksWith } from './server-stage.js';

const READ_LEVELS = ['repeatable read', 'serializable'] as const;

describe.runIf(backendsToTest().includes('postgres'))('a PostgreSQL as others set it up', () => {
  const { open, newRole, ...stage } = usePostgres();
  let databaseUrl: string;
  let database: string;

  async function freshDatabase(): Promise<void> {
    ({ databaseUrl, database } = await stage.freshDatabase());
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
});
