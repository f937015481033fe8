import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { botLeaseName } from '#src/app/ports/lease.js';
import { CALLS } from '../explain/calls.js';
import { fill, TABLES } from '../explain/fill.js';
import { watch, type Watched } from '../explain/watch.js';
import { createWorld } from '../explain/world.js';
import { backendsToTest } from '../support/backends.js';
import { forEachBackend } from '../support/database.js';
import { createParts, NOON } from './parts.js';

/** Few enough to be filled in seconds, and so many that the planner takes an index. `npm run explain` has a million. */
const ROWS = Number(process.env['EXPLAIN_ROWS'] ?? 20_000);
const HOURS_MS = 3 * 60 * 60_000;

/** Foreign keys whose column no index begins with: each row that goes would read their table from end to end. */
const BARE_KEYS = `
  SELECT k.conrelid::regclass || ': ' || pg_get_constraintdef(k.oid) AS key
  FROM pg_constraint k
  WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace AND NOT EXISTS (
    SELECT 1 FROM pg_index i
    WHERE i.indrelid = k.conrelid AND i.indpred IS NULL AND i.indkey[0] = k.conkey[1])`;

function tableOf(found: readonly Watched[]): string {
  const lines = found.map(({ by, scans, ms, faults, text }) => {
    const how = faults.length === 0 ? scans.join(', ') : `FAULT ${faults.join(', ')}`;
    const words = text.replace(/\s+/g, ' ').trim().slice(0, 60);
    return `${by.padEnd(34)} ${ms.toFixed(1).padStart(9)} ms  ${words}\n${' '.repeat(36)}${how}`;
  });
  return `${lines.join('\n')}\n${found.length} statements over ${ROWS} rows a table\n`;
}

/** One after the other: each statement is known by the call that sent it. */
async function explainAll(pool: Pool, parts: ReturnType<typeof createParts>) {
  const large = new Map(Object.keys(TABLES).map((table) => [table, ROWS]));
  const { during, found } = watch(pool, large);
  const world = createWorld(parts);
  for (const [table, methods] of Object.entries(CALLS)) {
    for (const [method, call] of Object.entries(methods)) {
      await during(`${table}.${method}`, () => call(world));
    }
  }
  await during('vault.commit', async () => {
    const [bot, type] = ['the bot', 'session'];
    const keys = ['1', null].map(
      (value) => ({ kind: 'key', type, id: `${value}`, value }) as const,
    );
    await parts.leases.acquire({ name: botLeaseName(bot), owner: 'explain', ttlMs: HOURS_MS });
    await parts.vault.commit({ bot, epoch: 1n, changes: keys });
    await parts.vault.commit({ bot, epoch: 1n, changes: [{ kind: 'clear' }] });
  });
  await during('vault.load', () => parts.vault.load('the bot'));
  return found();
}

forEachBackend('the schema', (openFresh) => {
  it('case D8: every foreign key has an index', async () => {
    const { rows } = await (await openFresh()).pool.query(BARE_KEYS);
    expect(rows).toEqual([]);
  });

  it('case D8: every table that a person leaves rows in is among those that are filled', async () => {
    const { pool } = await openFresh();
    const { rows } = await pool.query<{ name: string }>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = current_schema()
         AND column_name IN ('account_id', 'chat_index', 'phone_index', 'tax_id_index')`,
    );
    const filled = Object.keys(TABLES);
    expect(rows.map(({ name }) => name).filter((name) => !filled.includes(name))).toEqual([]);
  });
});

const SERVERS = backendsToTest().filter((backend) => backend === 'postgres');

describe('case D8: what the store sends', () => {
  forEachBackend(
    'is explained',
    (openFresh) => {
      let found: readonly Watched[] = [];
      beforeAll(async () => {
        const database = await openFresh();
        // Of two keys, so that rows under an older one are looked for as well.
        const parts = createParts(database, [randomBytes(32), randomBytes(32)]);
        await fill(database.pool, { rows: ROWS, now: NOON });
        found = await explainAll(database.pool, parts);
        if (process.env['EXPLAIN_ROWS'] !== undefined) process.stdout.write(tableOf(found));
      }, HOURS_MS);

      it('case D8: and reads no large table from end to end', () => {
        const faults = found.flatMap(({ by, text, faults }) =>
          faults.map((fault) => `${by} ${fault}: ${text.replace(/\s+/g, ' ')}`),
        );
        expect(faults).toEqual([]);
      });

      it('case D8: from every method of the store', () => {
        const methods = Object.entries(CALLS).flatMap(([table, calls]) =>
          Object.keys(calls).map((method) => `${table}.${method}`),
        );
        expect(methods.length).toBeGreaterThan(130);
        expect(found.length).toBeGreaterThan(methods.length);
      });
    },
    SERVERS,
  );
});
