import { writeSync } from 'node:fs';
import { createField, type Field, type Person } from '../field.js';
import { STORAGES } from '../storage.js';
import { areaUnderCurve } from './area-under-curve.js';
import { PROBES, type Probe } from './probes.js';
import { startTimer } from './timer.js';

/*
 * `npm run attack:timing [embedded|shared] [samples] [probe:N …]`: whether time tells a known CPF from an unknown one, on the built
 * product (security cases 11 and 64). Known and unknown by turns, so that whatever else the machine does falls on both;
 * every sample is another person, and a day passes before a probe and before people come again, so that every sample
 * meets the limits untouched. A probe ends after its time with as many samples as it has by then.
 */

const HIGHEST = 0.6;
/** A minute or so of people who register. */
const MOST_PEOPLE = 200;
const REGISTERED_AT_ONCE = 20;
const PROBE_MS = 150_000;
const A_DAY = 25 * 60;
/** Below what all pages together may ask for in ten minutes. */
const CODES_A_DAY = 1100;

const asked = process.argv.slice(2);
const samples = Number(asked.find((word) => /^\d+$/.test(word)) ?? 200);
const storages = STORAGES.filter((kind) => asked.includes(kind));
/** By their place in the list, from 1. */
const places = asked.flatMap((word) => /^probe:(\d+)$/.exec(word)?.[1] ?? []).map(Number);

async function register(field: Field): Promise<readonly Person[]> {
  const people: Person[] = [];
  const wanted = Math.min(samples, MOST_PEOPLE);
  while (people.length < wanted) {
    const some = Math.min(REGISTERED_AT_ONCE, wanted - people.length);
    people.push(...(await Promise.all(Array.from({ length: some }, () => field.person()))));
  }
  return people;
}

/** @returns milliseconds of as many known as unknown CPFs */
async function probed(
  field: Field,
  input: {
    readonly probe: Probe;
    readonly people: readonly Person[];
    readonly time: (taxId: string) => Promise<number>;
  },
) {
  const { probe, people, time } = input;
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const aDay = probe.codes === 0 ? Infinity : Math.floor(CODES_A_DAY / (2 * probe.codes));
  const began = performance.now();
  let left: readonly Person[] = [];
  for (let turn = 0; turn < samples && performance.now() - began < PROBE_MS; turn += 1) {
    if (left.length === 0) {
      await field.passMinutes(A_DAY);
      // The first requests after a start are slow for everybody.
      for (let n = 0; n < 3; n += 1) await time(field.unusedCpf());
      const from = turn % people.length;
      left = people.slice(from, from + aDay);
    }
    const [person, ...others] = left;
    left = others;
    if (person === undefined) throw new Error('nobody is registered');
    const known = async () => {
      times.known.push(await time(person.cpf));
      if (probe.arrives) await person.phone.receive(probe.arrives);
    };
    const unknown = async () => {
      times.unknown.push(await time(field.unusedCpf()));
    };
    for (const kind of turn % 2 === 0 ? [known, unknown] : [unknown, known]) await kind();
  }
  return times;
}

function middleOf(times: readonly number[]): string {
  const sorted = [...times].sort((one, other) => one - other);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1);
}

let failed = 0;
for (const storage of storages.length > 0 ? storages : STORAGES) {
  const field = await createField({ storage });
  const timer = startTimer();
  try {
    const people = await register(field);
    for (const [place, probe] of PROBES.entries()) {
      if (places.length > 0 && !places.includes(place + 1)) continue;
      const time = (taxId: string) => {
        const [origin, target] = [field.world.origin, field.product().url];
        return timer.time({ probe: place, taxId, origin, target });
      };
      const { known, unknown } = await probed(field, { probe, people, time });
      const area = areaUnderCurve(known, unknown);
      if (area > HIGHEST) failed += 1;
      const verdict = area > HIGHEST ? 'FAILED' : 'holds ';
      const found = `AUC ${area.toFixed(3)} of at most ${HIGHEST}, ${known.length} samples each`;
      const middles = `known ${middleOf(known)} ms, unknown ${middleOf(unknown)} ms`;
      writeSync(1, `${verdict}  ${storage}  ${probe.name}\n        ${found}; ${middles}\n`);
    }
  } finally {
    timer.end();
    await field.end();
  }
}
process.exitCode = failed === 0 ? 0 : 1;
