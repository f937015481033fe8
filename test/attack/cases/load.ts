import assert from 'node:assert/strict';
import type { AttackCase } from '../case.js';
import type { Field } from '../field.js';

const AT_ONCE = 150;
const ROUNDS = 4;
/**
 * Sixteen kilobytes that take their time to be normalised: marks of two classes, the one that has to stand first last
 * (Unicode Standard Annex #15, canonical ordering).
 */
const MARKS = `a${'\u0301'.repeat(4000)}${'\u0316'.repeat(4000)}`;
const ORDINARY = 'errada e comprida';
/** Somebody else comes this often. */
const PACE_MS = 5;
/** Below this a difference is the machine's. */
const FLOOR_MS = 20;

/** What others wait for the login page while `AT_ONCE` people type this password. @returns milliseconds each */
async function feltBeside(field: Field, password: string): Promise<readonly number[]> {
  const other = field.browser({ instance: 0 });
  const waits: number[] = [];
  const flood = { isOver: false };
  const typed = Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const browser = field.browser({ instance: 0 });
      const taxId = field.unusedCpf();
      const { status } = await browser.post('/api/auth/login', { taxId, password });
      // 503: more wait for the hash than the queue holds.
      assert.ok(status === 401 || status === 503, String(status));
    }),
  ).finally(() => {
    flood.isOver = true;
  });
  const look = async () => {
    while (!flood.isOver) {
      const begin = performance.now();
      assert.equal((await other.get('/login')).status, 200);
      waits.push(performance.now() - begin);
    }
  };
  await Promise.all([typed, look()]);
  return waits;
}

/**
 * The wait that 95 of 100 do not exceed who come at an even pace. One who asks only after the answer before is
 * counted once in a long wait in which a hundred others would have come: their shorter waits are added
 * (HdrHistogram, "coordinated omission").
 */
function percentile95(waits: readonly number[]): number {
  const sorted = waits
    .flatMap((wait) =>
      Array.from({ length: Math.ceil(wait / PACE_MS) }, (_, step) => wait - step * PACE_MS),
    )
    .sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
}

/** Case 70. */
export const LOAD: readonly AttackCase[] = [
  {
    id: 70,
    standard: 'OWASP ASVS 5.0 2.4.1; Unicode Standard Annex #15',
    attack: 'A password of 16 kB of combining marks, 150 at once',
    outcome: 'others wait at most twice as long as beside 150 ordinary ones',
    play: async (field) => {
      // The first requests after a start are slow for everybody.
      await feltBeside(field, ORDINARY);
      const felt: Record<'ordinary' | 'marks', number[]> = { ordinary: [], marks: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        felt.ordinary.push(...(await feltBeside(field, ORDINARY)));
        felt.marks.push(...(await feltBeside(field, MARKS)));
      }
      const [ordinary, marks] = [percentile95(felt.ordinary), percentile95(felt.marks)];
      const most = 2 * Math.max(ordinary, FLOOR_MS);
      assert.ok(
        marks <= most,
        `${marks.toFixed(0)} ms, beside ordinary ones ${ordinary.toFixed(0)}`,
      );
    },
  },
];
