import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contract } from '../contract/parts.js';
import { createFuzzStage } from './fuzz/stage.js';
import { anySteps, PEOPLE } from './fuzz/steps.js';

/* `npm run fuzz` takes a minute; FUZZ_SECONDS and FUZZ_SEED change that and what is tried. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 6);
const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
/** Stops a run that hangs. One of 25 steps takes about a second, and a multiple of that on a machine with other work. */
const ONE_RUN_MS = 240_000;
/** Names a word to write, asks a question, or says that the way in is elsewhere. */
const WAY_ON = /\?|\b[A-ZÃÇÉÊÍÓÚ]{4,}\b|^1 |site|responde por aqui/m;

contract('whatever people send to the whole application', (parts) => {
  it(
    'no turn fails, nobody learns of anybody else, nothing is done unasked, nobody is left in silence, and MENU leads on',
    async () => {
      let runs = 0;
      let steps = 0;
      const end = performance.now() + SECONDS * 1_000;
      process.stdout.write(`fuzz: FUZZ_SEED=${SEED}, ${SECONDS} s\n`);
      await fc.assert(
        fc.asyncProperty(anySteps, async (taken) => {
          // Between two runs, and after one at least: a run that is cut off would go on behind the next test.
          if (runs > 0 && performance.now() > end) throw new fc.PreconditionFailure(true);
          const stage = await createFuzzStage(parts());
          try {
            for (const step of taken) await stage.take(step);
            for (let who = 0; who < PEOPLE; who += 1) {
              expect((await stage.menu(who)).join('\n')).toMatch(WAY_ON);
            }
            expect(stage.faults).toEqual([]);
          } finally {
            await stage.end();
          }
          runs += 1;
          steps += taken.length;
        }),
        { seed: SEED, numRuns: Number.MAX_SAFE_INTEGER, markInterruptAsFailure: false },
      );
      process.stdout.write(`fuzz: ${runs} runs, ${steps} steps\n`);
      expect(runs).toBeGreaterThan(0);
    },
    SECONDS * 1_000 + ONE_RUN_MS,
  );
});
