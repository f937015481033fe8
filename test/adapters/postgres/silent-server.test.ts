import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { isDatabaseUnavailable } from '#src/adapters/postgres/database-error.js';
import { isInfrastructureFault } from '#src/adapters/postgres/infrastructure-fault.js';
import { openDatabase, type Database } from '#src/adapters/postgres/open-database.js';
import { createTransactions } from '#src/adapters/postgres/transactions.js';
import { backendsToTest } from '../../support/backends.js';
import { MIGRATIONS_DIR } from '../../support/embedded-template.js';
import { borrowPostgres, type PostgresServer } from '../../support/postgres-server.js';

const CONNECTIONS = 3;

/** A way to the server that can fall silent: it stays open, and nothing comes or goes any more. */
async function startLine(url: string) {
  const { hostname, port, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? hostname;
  const number = port === '' ? 5432 : Number(port);
  const server = searchParams.has('host')
    ? { path: `${host}/.s.PGSQL.${number}` }
    : { host, port: number };
  const sockets = new Set<net.Socket>();
  let isSilent = false;
  const line = net.createServer((near) => {
    const far = net.connect(server);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => isSilent || to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => to.destroy());
    }
  });
  line.listen(0, '127.0.0.1');
  await once(line, 'listening');
  const through = new URL(url);
  through.searchParams.delete('host');
  return {
    url: `postgresql://${through.username}@127.0.0.1:${(line.address() as AddressInfo).port}${through.pathname}`,
    fallSilent: () => void (isSilent = true),
    speak: () => void (isSilent = false),
    close: () => {
      for (const socket of sockets) socket.destroy();
      line.close();
    },
  };
}

describe.runIf(backendsToTest().includes('postgres'))('a server that says nothing more', () => {
  let server: PostgresServer;
  let line: Awaited<ReturnType<typeof startLine>>;
  let database: Database;

  beforeEach(async () => {
    server = borrowPostgres(inject('postgresAdminUrl'));
    line = await startLine(await server.createDatabase());
  });
  afterEach(async () => {
    line.speak();
    await database.close();
    line.close();
    await server.stop();
  });

  async function open(answerWithinMs: number): Promise<void> {
    database = await openDatabase({
      ...{ url: line.url, poolSize: CONNECTIONS, answerWithinMs },
      dataDir: tmpdir(),
      migrationsDir: MIGRATIONS_DIR,
      onFatal: (error) => expect.fail(error.message),
      onConnectionLost: () => undefined,
    });
  }

  const askAll = () =>
    Promise.allSettled(
      Array.from({ length: CONNECTIONS }, () => database.db.query`SELECT 1 AS one`),
    );

  it('is given up for each statement, and its connections are free for new ones', async () => {
    await open(200);
    await askAll();
    line.fallSilent();
    for (const asked of await askAll()) {
      expect(asked.status).toBe('rejected');
      const error: unknown = (asked as PromiseRejectedResult).reason;
      expect(isDatabaseUnavailable(error)).toBe(true);
      expect(isInfrastructureFault(error)).toBe(true);
    }
    line.speak();
    expect(await database.db.query`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it.each(['a statement', 'the commit'])(
    'is given up in a transaction that waits for %s',
    async (waitsFor) => {
      // Longer than this test may take: the limits of the transaction hold by themselves.
      await open(600_000);
      await askAll();
      const transaction = createTransactions({
        ...{ pool: database.pool, nameOf: null, limitMs: 200, endMs: 200 },
        lend: () => Promise.reject(new Error('not asked for here')),
      });
      const inVain = Array.from({ length: CONNECTIONS }, () =>
        transaction(async (tx) => {
          await tx.query`SELECT 1`;
          line.fallSilent();
          if (waitsFor === 'a statement') await tx.query`SELECT 2`;
        }),
      );
      for (const asked of await Promise.allSettled(inVain)) {
        expect(asked.status).toBe('rejected');
        expect(isInfrastructureFault((asked as PromiseRejectedResult).reason)).toBe(true);
      }
      expect(database.pool.totalCount).toBe(0);
      line.speak();
      expect(await database.db.query`SELECT 1 AS one`).toEqual([{ one: 1 }]);
    },
  );
});
