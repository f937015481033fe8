import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_CASES } from '../../attack/all-cases.js';
import { BY_ATTACK_ONLY, IN_THE_SUITE } from '../../attack/in-the-suite.js';

const FOLDER = 'test/e2e/attack';
const PLAYED = /^playCases\('([\w-]+)'\);$/gm;

/** The kinds that the files of this folder play, each as often as it is played. */
function kindsPlayed(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) =>
      [...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(PLAYED)].map(([, kind = '']) => kind),
    );
}

test('each kind of cases is played by one file', () => {
  expect(kindsPlayed().sort()).toEqual(Object.keys(IN_THE_SUITE).sort());
});

test('each case is played by the suite once, or by `npm run attack` only', () => {
  const listed = [...Object.values(IN_THE_SUITE).flat(), ...BY_ATTACK_ONLY];
  expect([...listed].sort((one, other) => one - other)).toEqual(ALL_CASES.map(({ id }) => id));
});
