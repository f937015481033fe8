import { writeSync } from 'node:fs';
import { ALL_CASES } from './all-cases.js';
import type { AttackCase } from './case.js';
import { createField } from './field.js';
import { STORAGES, type StorageKind } from './storage.js';

/*
 * `npm run attack [embedded|shared] [ids]`: plays every case against the built product, on its embedded database and on
 * PostgreSQL and Redis with two instances, and prints what became of it as a table.
 */

const NAMES: Readonly<Record<StorageKind, string>> = {
  embedded: 'the embedded database, one instance',
  shared: 'PostgreSQL and Redis, two instances',
};

const asked = process.argv.slice(2);
const ids = new Set(asked.filter((word) => /^\d+$/.test(word)).map(Number));
const storages = STORAGES.filter((kind) => asked.includes(kind));
const cases = ALL_CASES.filter(({ id }) => ids.size === 0 || ids.has(id));

/** @returns how many cases failed */
async function playAll(storage: StorageKind): Promise<number> {
  writeSync(1, `\nOn ${NAMES[storage]}\n\n`);
  const field = await createField({ storage });
  let failed = 0;
  try {
    for (const attack of cases) {
      const fault = await attack.play(field).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (fault !== null) failed += 1;
      writeSync(1, line(attack, fault));
    }
  } finally {
    await field.end();
  }
  writeSync(1, `\n${cases.length - failed} of ${cases.length} hold\n`);
  return failed;
}

function line({ id, standard, attack, outcome }: AttackCase, fault: string | null): string {
  const verdict = fault === null ? 'holds ' : 'FAILED';
  const told = fault === null ? '' : `            ${fault.split('\n').join('\n            ')}\n`;
  return `${String(id).padStart(2)}  ${verdict}  ${attack} → ${outcome}  (${standard})\n${told}`;
}

let failed = 0;
for (const storage of storages.length > 0 ? storages : STORAGES) failed += await playAll(storage);
process.exitCode = failed === 0 ? 0 : 1;
