import { writeSync } from 'node:fs';
import { createField, type Field } from '../field.js';
import { STORAGES } from '../storage.js';
import { areaUnderCurve } from './area-under-curve.js';
import { PROBES, type Probe } from './probes.js';

/*
 * `npm run attack:timing [embedded|shared] [samples]`: whether time tells a known CPF from an unknown one, on the built
 * product (security cases 11 and 64). Known and unknown by turns, so that whatever else the machine does falls on both;
 * a day passes between two rounds, so that every sample meets the limits untouched.
 */

const HIGHEST = 0.6;
/** Known people of one round; each is probed once a round. */
const PEOPLE = 10;
const A_DAY = 25 * 60;

const asked = process.argv.slice(2);
const samples = Number(asked.find((word) => /^\d+$/.test(word)) ?? 200);
const storages = STORAGES.filter((kind) => asked.includes(kind));

async function probed(field: Field, probe: Probe, known: readonly string[]): Promise<number> {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  while (times.known.length < samples) {
    await field.passMinutes(A_DAY);
    // The first requests after a start are slow for everybody.
    await probe.time(field, field.unusedCpf());
    for (const [turn, taxId] of known.entries()) {
      const pair = [
        ['known', taxId],
        ['unknown', field.unusedCpf()],
      ] as const;
      for (const [kind, of] of turn % 2 === 0 ? pair : [...pair].reverse()) {
        times[kind].push(await probe.time(field, of));
      }
    }
  }
  return areaUnderCurve(times.known, times.unknown);
}

let failed = 0;
for (const storage of storages.length > 0 ? storages : STORAGES) {
  const field = await createField({ storage });
  try {
    const known: string[] = [];
    for (let n = 0; n < PEOPLE; n += 1) known.push((await field.person()).cpf);
    for (const probe of PROBES) {
      const area = await probed(field, probe, known);
      if (area > HIGHEST) failed += 1;
      const verdict = area > HIGHEST ? 'FAILED' : 'holds ';
      writeSync(1, `${verdict}  ${storage}  AUC ${area.toFixed(3)}  ${probe.name}\n`);
    }
  } finally {
    await field.end();
  }
}
process.exitCode = failed === 0 ? 0 : 1;
