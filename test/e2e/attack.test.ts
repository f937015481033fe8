import { afterAll, beforeAll, describe, test } from 'vitest';
import { ALL_CASES } from '../attack/all-cases.js';
import { createField, type Field } from '../attack/field.js';

describe('the security cases against the running product', () => {
  let field: Field;
  beforeAll(async () => {
    field = await createField();
  });
  afterAll(() => field.end());

  test.each(ALL_CASES)('$id: $attack → $outcome', async ({ play }) => {
    await play(field);
  });
});
