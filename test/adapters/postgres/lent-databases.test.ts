import { expect, it } from 'vitest';
import type { OpenDatabase } from '../../support/open-with-prisma.js';
import { createParts, register } from '../../contract/parts.js';
import { forEachBackend } from '../../support/database.js';
import { createLending } from '../../support/lent-databases.js';

/** Each lending here has databases of one kind, whichever it is. */
const KIND = 'postgres';
const nothingFree = () => Promise.reject(new Error('none is free'));

forEachBackend('a database that suites lend each other', (openFresh) => {
  /** Closed here and after the suite: the second time is no fault. */
  async function open(): Promise<OpenDatabase> {
    const database = await openFresh();
    let closed: Promise<void> | undefined;
    const close = database.close.bind(database);
    return Object.assign(database, { close: () => (closed ??= close()) });
  }

  it('comes back without a row, and its sequences begin anew', async () => {
    const lend = createLending();
    const first = await lend(KIND, open);
    await register(createParts(first.database, [new Uint8Array(32).fill(7)]));
    expect(await first.database.prisma.account.count()).toBe(1);
    await first.giveBack();
    const { database } = await lend(KIND, nothingFree);
    expect(database).toBe(first.database);
    expect(await database.prisma.account.count()).toBe(0);
    const used = `SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL`;
    expect((await database.pool.query(used)).rows).toEqual([]);
  });

  it('is not lent again when its schema was changed', async () => {
    const lend = createLending();
    const { database, giveBack } = await lend(KIND, open);
    await database.pool.query('CREATE INDEX left_behind ON account (created_at)');
    await expect(giveBack()).rejects.toThrow('opens a database of its own');
    await expect(lend(KIND, nothingFree)).rejects.toThrow('none is free');
  });
});
