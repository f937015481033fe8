import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openWithPrisma, type OpenDatabase } from '../../support/open-with-prisma.js';
import {
  allAtOnce,
  createParts,
  later,
  newChat,
  newText,
  NOON,
  register,
} from '../../contract/parts.js';
import { backendsToTest } from '../../support/backends.js';
import { MIGRATIONS_DIR } from '../../support/embedded-template.js';
import { startPgbouncer, type Pooler } from '../../support/pgbouncer.js';
import { administer, borrowPostgres, type PostgresServer } from '../../support/postgres-server.js';

describe.runIf(backendsToTest().includes('postgres'))('behind pgbouncer as it comes', () => {
  const role = `zap_role_${randomUUID().slice(0, 8)}`;
  let server: PostgresServer;
  let pooler: Pooler;
  let url: string;
  let direct: string;
  let database: OpenDatabase;

  beforeAll(async () => {
    server = borrowPostgres(inject('postgresAdminUrl'));
    direct = await server.createDatabase();
    // All that a role can have as its default, and none of it what is needed.
    await administer(
      direct,
      `CREATE ROLE "${role}" LOGIN;
       GRANT ALL ON DATABASE ${new URL(direct).pathname.slice(1)} TO "${role}";
       ALTER ROLE "${role}" SET default_transaction_isolation = 'serializable';
       ALTER ROLE "${role}" SET timezone = 'Asia/Kolkata'`,
    );
    pooler = await startPgbouncer(server.adminUrl, [role]);
    const asRole = new URL(direct);
    asRole.username = role;
    url = pooler.through(asRole.href);
    database = await open();
  });
  afterAll(async () => {
    await database.close();
    await pooler.stop();
    await server.stop();
    await administer(server.adminUrl, `DROP ROLE "${role}"`);
  });

  function open(): Promise<OpenDatabase> {
    return openWithPrisma({
      url,
      dataDir: tmpdir(),
      migrationsDir: MIGRATIONS_DIR,
      onFatal: (error) => expect.fail(error.message),
      onConnectionLost: () => undefined,
    });
  }

  it('case D3: starts, and every transaction and statement has the rules', async () => {
    expect(database).toMatchObject({ pooled: true, schema: 'zap_login' });
    const { prisma } = database;
    const rules = () => prisma.$queryRaw`
      SELECT current_setting('transaction_isolation') AS isolation,
        current_setting('timezone') AS zone, current_setting('statement_timeout') AS statement,
        current_setting('lock_timeout') AS lock, current_schema() AS schema`;
    const expected = [
      {
        isolation: 'read committed',
        zone: 'UTC',
        statement: '20s',
        lock: '10s',
        schema: 'zap_login',
      },
    ];
    const seen = await allAtOnce(30, (n) =>
      n % 2 === 0 ? rules() : prisma.$transaction([rules()]).then(([first]) => first),
    );
    for (const one of seen) expect(one).toEqual(expected);
  });

  it('case D3: leaves nothing behind in sessions that other programs use next', async () => {
    await allAtOnce(20, () => database.ping());
    const rows = await allAtOnce(6, () =>
      administer(
        url,
        `SELECT current_setting('statement_timeout') AS statement,
        current_setting('default_transaction_isolation') AS isolation, current_schema() AS schema`,
      ),
    );
    for (const row of rows) {
      expect(row).toEqual([{ statement: '0', isolation: 'serializable', schema: 'public' }]);
    }
  });

  it('case D3: two instances under load keep what must happen once, and no time is shifted', async () => {
    const other = await open();
    const key = randomBytes(32);
    const both = [createParts(database, [key]), createParts(other, [key])] as const;
    const people = await allAtOnce(20, (n) => register(both[n % 2 === 0 ? 0 : 1]));
    const [person] = people;
    const account = await both[0].store.accounts.findById(person?.id ?? '');
    expect(account?.createdAt).toEqual(NOON);
    const text = newText(newChat(), 'oi');
    const accepted = await allAtOnce(20, (n) =>
      both[n % 2 === 0 ? 0 : 1].store.inbox.accept(text, later(1)),
    );
    expect(accepted.filter(Boolean)).toHaveLength(1);
    const failures = await allAtOnce(40, (n) =>
      both[n % 2 === 0 ? 0 : 1].store.transaction(({ erasure }) =>
        erasure.countFailure(person?.id ?? ''),
      ),
    );
    expect(failures.sort((left, right) => left - right)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
    await other.close();
  });

  it('case D3: what fails is rolled back, and the connection serves on', async () => {
    const { prisma } = database;
    await expect(prisma.$queryRaw`SELECT 1 / 0`).rejects.toThrow();
    await expect(
      prisma.$transaction(async (tx) => {
        await tx.$executeRaw`DELETE FROM account`;
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await prisma.account.count()).toBeGreaterThan(0);
  });
});
