import { findPostgres } from './postgres-server.js';

const BACKENDS = ['embedded', 'postgres'] as const;
/** What the database suites run on. */
export type Backend = (typeof BACKENDS)[number];

function isBackend(name: string): name is Backend {
  return BACKENDS.some((backend) => backend === name);
}

function demanded(list: string): Backend[] {
  return list.split(',').map((name) => {
    if (!isBackend(name))
      throw new Error(`ZAP_TEST_BACKENDS: "${name}" is none of ${BACKENDS.join(', ')}.`);
    if (name === 'postgres' && !hasPostgres())
      throw new Error(
        'ZAP_TEST_BACKENDS asks for postgres, but there is no PostgreSQL here. Install one, or set TEST_DATABASE_URL to a server where databases may be created.',
      );
    return name;
  });
}

function hasPostgres(): boolean {
  return process.env['TEST_DATABASE_URL'] !== undefined || findPostgres() !== null;
}

/**
 * The databases to test on: those `ZAP_TEST_BACKENDS` lists (`embedded,postgres`), or else every one this machine has.
 * @throws when a listed one is not there: what was asked for is never left out
 */
export function backendsToTest(): readonly Backend[] {
  const list = process.env['ZAP_TEST_BACKENDS'];
  if (list !== undefined) return demanded(list);
  return hasPostgres() ? BACKENDS : ['embedded'];
}

/** @returns one line for people when something is not covered on this machine, else null */
export function uncoveredBackends(): string | null {
  const covered = backendsToTest();
  const missing = BACKENDS.filter((backend) => !covered.includes(backend));
  if (missing.length === 0) return null;
  return `NOT TESTED on this machine: the database suites on ${missing.join(', ')} (set TEST_DATABASE_URL, or ZAP_TEST_BACKENDS=embedded,postgres to insist).`;
}
