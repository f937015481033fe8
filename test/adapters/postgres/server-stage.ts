import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, expect, inject } from 'vitest';
import type { DatabaseOptions } from '#src/adapters/postgres/open-database.js';
import { openWithPrisma, type OpenDatabase } from '../../support/open-with-prisma.js';
import { reportFault } from '#src/main/report-fault.js';
import { createParts, register } from '../../contract/parts.js';
import { MIGRATIONS_DIR } from '../../support/embedded-template.js';
import { administer, borrowPostgres } from '../../support/postgres-server.js';

/**
 * Databases and roles on the server that the tests have, for the suite that calls it: what a test opened is closed
 * after it, what was made is dropped after the suite.
 */
export function usePostgres() {
  const server = borrowPostgres(inject('postgresAdminUrl'));
  let databaseUrl = '';
  const opened: OpenDatabase[] = [];
  const roles: string[] = [];

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });
  afterAll(async () => {
    await server.stop();
    for (const role of roles) await administer(server.adminUrl, `DROP ROLE "${role}"`);
  });

  async function open(url: string, changes: Partial<DatabaseOptions> = {}): Promise<OpenDatabase> {
    const one = await openWithPrisma({
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

  async function freshDatabase(): Promise<{ databaseUrl: string; database: string }> {
    databaseUrl = await server.createDatabase();
    return { databaseUrl, database: new URL(databaseUrl).pathname.slice(1) };
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

  return { server, opened, open, freshDatabase, newRole };
}

/** The fault that an opening ends with, as a start of the product says it: one line, never an error of its own. */
export async function refusalOf(
  opening: Promise<unknown>,
): Promise<{ text: string; exitCode: number }> {
  const error = await opening.then(
    () => expect.fail('it opened'),
    (reason: unknown) => reason,
  );
  const fault = reportFault(error, 'en');
  expect(fault.text).not.toMatch(/\n|error of its own/);
  return fault;
}

/** It takes in a person. */
export async function worksWith(one: OpenDatabase): Promise<void> {
  await register(createParts(one, [randomBytes(32)]));
}
