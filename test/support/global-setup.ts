import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { backendsToTest, uncoveredBackends } from './backends.js';
import { embeddedTemplate } from './embedded-template.js';
import { dropFamily, findPostgres, startPostgres } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the suites make their databases; empty when PostgreSQL is not tested. */
    postgresAdminUrl: string;
    /** Where the databases that suites lend each other are: a folder, and a family on the server. */
    lentDatabases: { readonly folder: string; readonly family: string };
  }
}

/**
 * Runs once before all test files: says what is not covered, makes the database the files copy, and
 * starts one PostgreSQL for all of them.
 * @returns what to do after the last file
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const notice = uncoveredBackends();
  if (notice !== null) process.stderr.write(`\n${notice}\n\n`);
  const [server] = await Promise.all([openServer(), embeddedTemplate()]);
  const folder = await mkdtemp(path.join(tmpdir(), 'zap-lent-'));
  const family = randomBytes(6).toString('hex');
  project.provide('postgresAdminUrl', server.adminUrl);
  project.provide('lentDatabases', { folder, family });
  return async () => {
    if (server.adminUrl !== '') await dropFamily(server.adminUrl, family);
    await server.stop();
    await rm(folder, { recursive: true });
  };
}

async function openServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  const nothing = (): Promise<void> => Promise.resolve();
  if (adminUrl !== undefined) return { adminUrl, stop: nothing };
  const programs = findPostgres();
  const wanted = backendsToTest().includes('postgres');
  if (!wanted || programs === null) return { adminUrl: '', stop: nothing };
  const server = await startPostgres(programs);
  return { adminUrl: server.adminUrl, stop: () => server.stop() };
}
