import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_CASES } from '../attack/all-cases.js';
import { ALL_DEFENCES } from '../attack/all-defences.js';
import { takeDefenceOut } from '../attack/defence.js';
import { createField, type Field } from '../attack/field.js';

/** What the suite plays, on the embedded database; `npm run attack` plays every case on both storages. */
const IN_THE_SUITE = [
  ...[1, 2, 3],
  ...[4, 5, 6, 7, 11, 13, 30, 38],
  ...[9, 10, 12],
  ...[14, 15, 17, 18, 19, 20],
  ...[22, 23],
  ...[24, 25, 26, 27, 28, 29, 31, 32, 33, 34, 35, 36, 37, 39, 40, 41, 42, 43, 44, 45, 46],
  ...[51, 61, 62, 73],
  ...[75, 76],
];

describe('the security cases against the running product', () => {
  let field: Field;
  beforeAll(async () => {
    field = await createField();
  });
  afterAll(() => field.end());

  const cases = ALL_CASES.filter(({ id }) => IN_THE_SUITE.includes(id));
  test.each(cases)('$id: $attack → $outcome', async ({ play }) => {
    await play(field);
  });
});

describe('the defences that `npm run attack:prove` takes out', () => {
  test.each(ALL_DEFENCES)('$id: $what', async ({ also, ...defence }) => {
    await takeDefenceOut('.', defence);
    if (also !== undefined) await takeDefenceOut('.', also);
  });

  test('there is one for each case', () => {
    const defended = new Set(ALL_DEFENCES.map(({ id }) => id));
    expect(ALL_CASES.filter(({ id }) => !defended.has(id))).toEqual([]);
  });
});
