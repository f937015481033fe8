import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setup as buildProduct } from '../../e2e/support/build.js';
import { freePort } from '../../e2e/support/free-port.js';
import { findPostgres, startPostgres } from '../../support/postgres-server.js';
import { median } from '../compare.js';
import { CALLERS } from './at-once.js';
import { openBetterAuth } from './better-auth.js';
import { openProduct } from './product.js';

/* `npm run bench:peers`: logins a second beside what people would take instead, on one PostgreSQL, by turns in one run.
   Exit code 1 when a goal of docs/performance.md is missed. */

const ROUNDS = 5;
/** All pages together may ask for 1,200 codes in ten minutes (THROTTLES.codeEverywhere). */
const LOGINS = 150;
const CHECKS = 3_000;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function machine(): string {
  const load = loadavg().map((value) => value.toFixed(1));
  return `${cpus().length} cores, load ${load.join(' ')}, Node ${process.version}, ${CALLERS} callers`;
}

/** By turns, after a first round that nothing is told of. @returns how many a second, and the median of the ratios */
async function compare(
  count: number,
  ours: (count: number) => Promise<number>,
  theirs: (count: number) => Promise<number>,
) {
  const perSecond = (ms: number) => (count * 1000) / ms;
  await ours(CALLERS);
  await theirs(CALLERS);
  const pairs: { measured: number; reference: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = perSecond(await ours(count));
    pairs.push({ measured, reference: perSecond(await theirs(count)) });
  }
  return {
    measured: median(pairs.map(({ measured }) => measured)),
    reference: median(pairs.map(({ reference }) => reference)),
    times: median(pairs.map(({ measured, reference }) => measured / reference)),
  };
}

type Compared = Awaited<ReturnType<typeof compare>>;

/** Prints a line. @returns whether the goal was missed */
function misses(name: string, against: string, goal: number, compared: Compared): boolean {
  const { measured, reference, times } = compared;
  const met = times >= goal;
  const figures =
    `${Math.round(measured)}/s`.padStart(8) + `${Math.round(reference)}/s`.padStart(8);
  const ratio = `${times.toFixed(2).padStart(6)} times, goal ${goal.toFixed(2)}`;
  print(`${name.padEnd(30)}${figures} ${against.padEnd(28)}${ratio}  ${met ? 'met' : 'MISSED'}`);
  return !met;
}

const programs = findPostgres();
if (programs === null) throw new Error('PostgreSQL is not installed on this machine');
await buildProduct();
const server = await startPostgres(programs);
const dataDir = await mkdtemp(path.join(tmpdir(), 'zap-peers-'));
print(machine());
const port = await freePort();
const product = await openProduct({ databaseUrl: await server.createDatabase(), dataDir, port });
const betterAuth = await openBetterAuth(await server.createDatabase());
const missed: boolean[] = [];
try {
  const links = await compare(LOGINS, product.linkLogins, betterAuth.linkLogins);
  missed.push(misses('magic link, made and redeemed', 'Better Auth', 3, links));
  const codes = await compare(LOGINS, product.codeLogins, betterAuth.codeLogins);
  missed.push(misses('code asked for and typed', 'Better Auth', 3, codes));
  const checks = await compare(CHECKS, product.sessionChecks, betterAuth.sessionChecks);
  missed.push(misses('session check', 'Better Auth get-session', 2.5, checks));
  const bare = await compare(CHECKS, product.sessionChecks, betterAuth.bareCalls);
  missed.push(misses('session check', 'bare Express route', 0.6, bare));
} finally {
  await product.end();
  await betterAuth.end();
  await server.stop();
  await rm(dataDir, { recursive: true });
}
print(machine());
process.exit(missed.includes(true) ? 1 : 0);
