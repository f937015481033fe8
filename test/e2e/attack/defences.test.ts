import { describe, expect, test } from 'vitest';
import { ALL_CASES } from '../../attack/all-cases.js';
import { ALL_DEFENCES } from '../../attack/all-defences.js';
import { takeDefenceOut } from '../../attack/defence.js';

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
