import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { startLeaseRenewal } from '#src/adapters/whatsapp/lease-renewal.js';
import { botLeaseName } from '#src/app/ports/lease.js';
import type { VaultChange } from '#src/app/ports/tables/whatsapp-vault.js';
import { contract, type Parts } from './parts.js';

/** ZAP_VAULT_ROWS=300000 for a bot that has talked to some hundred thousand people. */
const ROWS = Number(process.env['ZAP_VAULT_ROWS'] ?? '20000');
const GROUP = 5_000;
/** As the product has it. */
const TTL_MS = 6_000;
const POLL_MS = 400;
/** About as long as a stored session. */
const VALUE = 'x'.repeat(1_200);

async function fill({ vault }: Parts, input: { bot: string; epoch: bigint }): Promise<void> {
  for (let from = 0; from < ROWS; from += GROUP) {
    const changes = Array.from({ length: Math.min(GROUP, ROWS - from) }, (_, at): VaultChange => {
      return { kind: 'key', type: 'session', id: `${from + at}.0`, value: VALUE };
    });
    expect(await vault.commit({ ...input, changes })).toBe(true);
  }
}

/** The longest time that nothing else of this process could run. */
function watchBlocks(): { stop(): number } {
  let last = performance.now();
  let longest = 0;
  let over = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setImmediate(look);
  };
  look();
  return {
    stop() {
      look();
      over = true;
      return longest;
    },
  };
}

contract('a vault with many keys', (parts) => {
  it(
    `case C4: is loaded in pieces, and the lease is kept meanwhile (${ROWS} rows)`,
    { timeout: 600_000 },
    async () => {
      const bot = randomUUID();
      const name = botLeaseName(bot);
      const { leases, vault } = parts();
      const grant = await leases.acquire({ name, owner: 'one', ttlMs: 600_000 });
      if (grant === null) throw new Error('the lease is taken');
      await fill(parts(), { bot, epoch: grant.epoch });
      const renewal = { name, owner: 'one', epoch: grant.epoch, ttlMs: TTL_MS };
      await leases.renew(renewal);

      let lost = 0;
      const asked: Promise<unknown>[] = [];
      const kept = startLeaseRenewal({
        renew: () => leases.renew(renewal),
        ttlMs: TTL_MS,
        onLost: () => (lost += 1),
        onUnanswered: () => undefined,
        onTrouble: () => undefined,
      });
      // The embedded database has one process: its folder is locked, and nobody else can ask for the lease.
      const isShared = parts().database.kind === 'external';
      const rival = setInterval(() => {
        if (!isShared) return;
        asked.push(leases.acquire({ name, owner: 'two', ttlMs: TTL_MS }));
      }, POLL_MS);
      const blocks = watchBlocks();
      const begun = performance.now();
      const { keys } = await vault.load(bot);
      const wholeMs = performance.now() - begun;
      const longestMs = blocks.stop();
      clearInterval(rival);
      kept.stop();

      expect(keys).toHaveLength(ROWS);
      expect(new Set(keys.map(({ id }) => id)).size).toBe(ROWS);
      expect(keys.every(({ value }) => value === VALUE)).toBe(true);
      expect(lost).toBe(0);
      expect((await Promise.all(asked)).filter((got) => got !== null)).toEqual([]);
      // All at once, most of the load is one block.
      expect(longestMs / wholeMs, `${longestMs} of ${wholeMs} ms`).toBeLessThan(0.25);
    },
  );
});
