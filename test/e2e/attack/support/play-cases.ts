import { afterAll, beforeAll, test } from 'vitest';
import { ALL_CASES } from '../../../attack/all-cases.js';
import { createField, type Field } from '../../../attack/field.js';
import { IN_THE_SUITE, type KindOfCases } from '../../../attack/in-the-suite.js';

/** Plays the suite's cases of one kind, one after the other, against a product of their own. */
export function playCases(kind: KindOfCases): void {
  const numbers: readonly number[] = IN_THE_SUITE[kind];
  let field: Field;
  beforeAll(async () => {
    field = await createField();
  });
  afterAll(() => field.end());

  const cases = ALL_CASES.filter(({ id }) => numbers.includes(id));
  for (const { id, attack, outcome, play, withinMs } of cases) {
    test(
      `${id}: ${attack} → ${outcome}`,
      { ...(withinMs !== undefined && { timeout: withinMs }) },
      () => play(field),
    );
  }
}
