import { afterAll, beforeAll, describe, test } from 'vitest';
import { ALL_CASES } from '../attack/all-cases.js';
import { createField, type Field } from '../attack/field.js';
import { STORAGES } from '../attack/storage.js';
import { backendsToTest } from '../support/backends.js';
import { hasRedis } from '../support/redis-server.js';

const here = STORAGES.filter(
  (storage) =>
    backendsToTest().includes(storage === 'embedded' ? 'embedded' : 'postgres') &&
    (storage === 'embedded' || hasRedis()),
);

describe.each(here)('the security cases against the running product (%s)', (storage) => {
  let field: Field;
  beforeAll(async () => {
    field = await createField({ storage });
  });
  afterAll(() => field.end());

  test.each(ALL_CASES)('$id: $attack → $outcome', async ({ play }) => {
    await play(field);
  });
});
