import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freezeOwnerWhileItConnects, OPEN_WITHIN_MS } from '../ownership/frozen-owner.js';
import { createInstances } from '../ownership/pair-of-instances.js';
import { hasRedis } from '../support/redis-server.js';
import { findPostgres } from '../support/postgres-server.js';

const canRun = hasRedis() && (findPostgres() !== null || process.env['TEST_DATABASE_URL']);

describe.runIf(canRun)('the number of the bot, with several instances', () => {
  let instances: Awaited<ReturnType<typeof createInstances>>;
  beforeAll(async () => {
    instances = await createInstances();
  });
  afterAll(() => instances.end());

  it(
    'case C2: is answered for within 15 s after an owner froze while it connected and one of the two was killed',
    { timeout: 240_000 },
    async () => {
      let owner = instances.first;
      for (const killed of ['frozen', 'third'] as const) {
        const input = { owner, killed, chance: () => 0.7 };
        const after = await freezeOwnerWhileItConnects(instances, input);
        owner = after.owner;
        expect(after.answeredAfterMs).toBeLessThan(OPEN_WITHIN_MS);
      }
    },
  );
});
