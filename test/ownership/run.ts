import { freezeOwnerWhileItConnects, OPEN_WITHIN_MS } from './frozen-owner.js';
import { createInstances } from './pair-of-instances.js';

/*
 * Plays the worst that can happen to the owner of the number, as often as the first argument says (ten times).
 * Real processes on PostgreSQL and Redis; exits with 1 when a person waited too long.
 */
const rounds = Number(process.argv[2] ?? '10');
const instances = await createInstances();
const waits: number[] = [];
try {
  let { first: owner } = instances;
  for (let round = 1; round <= rounds; round += 1) {
    const after = await freezeOwnerWhileItConnects(instances, {
      owner,
      killed: round % 2 === 0 ? 'third' : 'frozen',
      chance: Math.random,
    });
    owner = after.owner;
    waits.push(after.answeredAfterMs);
    process.stdout.write(
      `${round}. answered ${(after.answeredAfterMs / 1000).toFixed(1)} s after the kill\n`,
    );
  }
} finally {
  await instances.end();
}
if (waits.some((wait) => wait > OPEN_WITHIN_MS)) process.exitCode = 1;
