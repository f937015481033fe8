import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setup as buildProduct } from '../../e2e/support/build.js';
import { createWorld } from '../../e2e/support/world.js';
import { findPostgres, startPostgres } from '../../support/postgres-server.js';
import { until } from '../../support/until.js';
import { forEachOf, personOf, register } from '../conversations.js';
import { openPhones } from '../phones.js';
import { readShares, type Share } from './shares.js';

/* `npm run profile`: where the processor time of 300 registrations by chat goes, thirty at once, on an external
   PostgreSQL. PROFILE_FILE keeps the raw profile. */

const PEOPLE = 300;
/** What is compiled or opened on first use is no part of the profile. */
const WARM_UP = 60;
const AT_ONCE = 30;
const ROWS = 30;

function table(title: string, shares: readonly Share[]): string {
  const rows = shares
    .slice(0, ROWS)
    .map(({ name, share }) => `${(100 * share).toFixed(1).padStart(6)} %  ${name}`);
  return [title, ...rows, ''].join('\n');
}

const programs = findPostgres();
if (programs === null) throw new Error('The profile needs a PostgreSQL on this machine.');
await buildProduct();
const folder = await mkdtemp(path.join(tmpdir(), 'zap-profile-'));
const file = process.env['PROFILE_FILE'] ?? path.join(folder, 'profile.json');
const server = await startPostgres(programs);
const world = await createWorld();
try {
  const recorder = new URL('./record.mjs', import.meta.url).href;
  const product = await world.startPaired({
    DATABASE_URL: await server.createDatabase(),
    LOG_LEVEL: 'warn',
    DEBOUNCE_MS: '0',
    NODE_OPTIONS: `--import ${recorder}`,
    PROFILE_FILE: file,
  });
  const phones = await openPhones(world.simulator.url);
  const registerAll = async (from: number, to: number): Promise<void> => {
    await forEachOf({ from, to }, (index) => register(phones, personOf(index)), AT_ONCE);
  };
  for (let index = 0; index < WARM_UP + PEOPLE; index += 1)
    await phones.add(personOf(index).number, 'Ana');
  await registerAll(0, WARM_UP);
  process.kill(product.pid, 'SIGUSR2');
  const start = performance.now();
  await registerAll(WARM_UP, WARM_UP + PEOPLE);
  const seconds = (performance.now() - start) / 1000;
  process.kill(product.pid, 'SIGUSR2');
  const text = await until('the profile', async () => {
    const written = await readFile(file, 'utf8').catch(() => '');
    return written.endsWith('}') ? written : null;
  });
  phones.close();
  const { cpuMs, byPackage, byFunction } = readShares(text);
  process.stdout.write(table('by package', byPackage));
  process.stdout.write(table('by function', byFunction));
  process.stdout.write(
    `${PEOPLE} registrations in ${seconds.toFixed(1)} s: ${(cpuMs / PEOPLE).toFixed(1)} ms of processor each\n`,
  );
} finally {
  await world.end();
  await server.stop();
  await rm(folder, { recursive: true });
}
