import { writeSync } from 'node:fs';
import { ALL_CASES } from './all-cases.js';
import { createField } from './field.js';

/* `npm run attack`: plays every case against the built product and prints what became of it. */

const field = await createField();
let failed = 0;
try {
  for (const { id, standard, attack, outcome, play } of ALL_CASES) {
    const fault = await play(field).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (fault !== null) failed += 1;
    const verdict = fault === null ? 'holds ' : 'FAILED';
    writeSync(1, `${String(id).padStart(2)}  ${verdict}  ${attack} → ${outcome}  (${standard})\n`);
    if (fault !== null) writeSync(1, `            ${fault.split('\n').join('\n            ')}\n`);
  }
} finally {
  await field.end();
}
writeSync(1, `\n${ALL_CASES.length - failed} of ${ALL_CASES.length} hold\n`);
process.exitCode = failed === 0 ? 0 : 1;
