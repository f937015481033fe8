import pg from 'pg';
import sql from 'sql-template-tag';
import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createTransactions } from '#src/adapters/postgres/transactions.js';
import { allAtOnce, contract } from './parts.js';

contract('statements of the store', (parts) => {
  const read = async (name: string) => {
    const rows = await parts().database.db.query<{ value: Uint8Array }>`
      SELECT value FROM instance_fact WHERE name = ${name}`;
    return rows.map(({ value }) => Buffer.from(value).toString());
  };

  it('take and give every kind of value as it is', async () => {
    const values = {
      bytes: randomBytes(40),
      id: randomUUID(),
      at: new Date('2026-11-30T23:59:59.987Z'),
      big: 9_007_199_254_740_993n,
      text: 'Ação \\ "x" {1,2} \n\u{1F511}',
      isSet: true,
      nothing: null,
    };
    const { bytes, id, at, big, text, isSet, nothing } = values;
    const [row] = await parts().database.db.query<typeof values>`
      SELECT ${bytes}::bytea AS bytes, ${id}::uuid AS id, ${at}::timestamptz AS at,
        ${big}::bigint AS big, ${text}::text AS text, ${isSet}::boolean AS "isSet",
        ${nothing}::text AS nothing`;
    expect({ ...row, bytes: row && Buffer.from(row.bytes) }).toEqual(values);
  });

  it('take and give lists of them', async () => {
    const lists = {
      bytes: [randomBytes(3), Buffer.alloc(0)],
      ids: [randomUUID(), randomUUID()],
      dates: [new Date(0), new Date('2026-02-28T00:00:00.001Z')],
      bigs: [-1n, 2n ** 62n],
      texts: ['a,b', '"', '\\', '', 'NULL', '{}'],
      none: [] as string[],
    };
    const [row] = await parts().database.db.query<typeof lists>`
      SELECT ${lists.bytes}::bytea[] AS bytes, ${lists.ids}::uuid[] AS ids,
        ${lists.dates}::timestamptz[] AS dates, ${lists.bigs}::bigint[] AS bigs,
        ${lists.texts}::text[] AS texts, ${lists.none}::text[] AS none`;
    expect(row).toEqual(lists);
  });

  it('are put together from parts, with the parameters in their order', async () => {
    const { db } = parts().database;
    const inner = sql`${2}::int + ${3}::int`;
    for (const factor of [10, 100]) {
      const [row] = await db.query<{ got: number }>`
        SELECT ${factor}::int * (${inner}) + ${1}::int AS got`;
      expect(row?.got).toBe(factor * 5 + 1);
    }
  });

  it('never take a value for SQL', async () => {
    const name = `x'; DELETE FROM instance_fact; --`;
    const before = await parts().database.db.query<{ n: bigint }>`
      SELECT count(*) AS n FROM instance_fact`;
    expect(await read(name)).toEqual([]);
    const after = await parts().database.db.query<{ n: bigint }>`
      SELECT count(*) AS n FROM instance_fact`;
    expect(after).toEqual(before);
  });

  it('and Prisma’s queries are in one transaction, and roll back together', async () => {
    const [kept, lost] = [`kept ${randomUUID()}`, `lost ${randomUUID()}`];
    const both = (name: string, fault?: Error) =>
      parts().database.transaction(async (tx) => {
        await tx.execute`INSERT INTO instance_fact (name, value) VALUES (${name}, ${Buffer.from('own')})`;
        // On another connection Prisma would not see what is not committed yet.
        const seen = await tx.prisma((prisma) => prisma.instanceFact.count({ where: { name } }));
        expect(seen).toBe(1);
        const value = new Uint8Array(Buffer.from('prisma'));
        await tx.prisma((prisma) =>
          prisma.instanceFact.update({ where: { name }, data: { value } }),
        );
        if (fault !== undefined) throw fault;
      });
    await both(kept);
    expect(await read(kept)).toEqual(['prisma']);
    await expect(both(lost, new Error('no'))).rejects.toThrow('no');
    expect(await read(lost)).toEqual([]);
  });

  it('of a transaction in which one failed are not taken for committed', async () => {
    const name = `half ${randomUUID()}`;
    const inVain = parts().database.transaction(async (tx) => {
      await tx.execute`INSERT INTO instance_fact (name, value) VALUES (${name}, ''::bytea)`;
      await expect(tx.query`SELECT 1 / ${0}::int`).rejects.toThrow('division by zero');
    });
    await expect(inVain).rejects.toMatchObject({ code: '25P02' });
    expect(await read(name)).toEqual([]);
  });

  it('of one transaction may be asked for at the same time', async () => {
    const got = await parts().database.transaction((tx) =>
      Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }>`SELECT ${n}::int AS n`)),
    );
    expect(got.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('that were asked for before the commit are in it, and one that fails there fails it', async () => {
    const [kept, lost] = [`kept ${randomUUID()}`, `lost ${randomUUID()}`];
    const unawaited: Promise<readonly PromiseSettledResult<unknown>[]>[] = [];
    const ask = (name: string, by: number) =>
      parts().database.transaction(async (tx) => {
        await tx.query`SELECT 1`;
        const insert = tx.execute`
          INSERT INTO instance_fact (name, value) VALUES (${name}, 'late'::bytea)`;
        unawaited.push(Promise.allSettled([insert, tx.query`SELECT 1 / ${by}::int`]));
      });
    await ask(kept, 1);
    expect(await read(kept)).toEqual(['late']);
    const failed = ask(lost, 0);
    await expect(failed).rejects.toMatchObject({ code: '25P02' });
    expect(await read(lost)).toEqual([]);
    const answers = (await Promise.all(unawaited)).flat();
    expect(answers.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled'],
      ...['fulfilled', 'rejected'],
    ]);
  });

  it('of a transaction that nobody waited for are in it, and fail it with their own error', async () => {
    const [kept, lost] = [`kept ${randomUUID()}`, `lost ${randomUUID()}`];
    const write = (name: string, by: number) =>
      parts().database.transaction(async (tx) => {
        await tx.write`INSERT INTO instance_fact (name, value) VALUES (${name}, 'first'::bytea)`;
        await tx.write`SELECT 1 / ${by}::int`;
        await tx.write`
          UPDATE instance_fact SET value = 'last'::bytea WHERE name = ${name}`;
      });
    await write(kept, 1);
    expect(await read(kept)).toEqual(['last']);
    await expect(write(lost, 0)).rejects.toThrow('division by zero');
    expect(await read(lost)).toEqual([]);
    await write(lost, 1);
    expect(await read(lost)).toEqual(['last']);
  });

  it('see what was committed while the one before them waited for its lock', async () => {
    const name = `queue ${randomUUID()}`;
    // Each counts those before it: an insert by a snapshot from before the lock would count too few.
    const counts = await allAtOnce(10, () =>
      parts().database.transaction(async (tx) => {
        await tx.write`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
        await tx.write`
          INSERT INTO instance_fact (name, value)
          SELECT ${name} || count(*)::text, 'x'::bytea FROM instance_fact
          WHERE name LIKE ${`${name}%`}`;
      }),
    );
    expect(counts).toHaveLength(10);
    const rows = await parts().database.db.query<{ name: string }>`
      SELECT name FROM instance_fact WHERE name LIKE ${`${name}%`} ORDER BY name`;
    expect(rows.map((row) => row.name)).toEqual(counts.map((_, n) => `${name}${n}`));
  });

  it('of two transactions that wait for each other run again, also where nobody waited for them', async () => {
    const names = [`one ${randomUUID()}`, `two ${randomUUID()}`] as const;
    for (const name of names)
      await parts().database.db
        .write`INSERT INTO instance_fact (name, value) VALUES (${name}, '0'::bytea)`;
    let holding = 0;
    let bothHold = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      bothHold = resolve;
    });
    const isEmbedded = parts().database.kind === 'embedded';
    const add = (first: string, second: string) =>
      parts().database.transaction(async (tx) => {
        await tx.execute`UPDATE instance_fact SET value = value || '1' WHERE name = ${first}`;
        holding += 1;
        // The embedded database has one transaction at a time: there nobody waits for anybody.
        if (holding === 2 || isEmbedded) bothHold();
        await both;
        await tx.write`UPDATE instance_fact SET value = value || '1' WHERE name = ${second}`;
      });
    const [one, two] = names;
    await Promise.all([add(one, two), add(two, one)]);
    expect([await read(one), await read(two)]).toEqual([['011'], ['011']]);
  });

  it('are not run where the BEGIN that left with them is refused, and the connection is given up', async () => {
    const { options } = parts().database.pool;
    // The embedded database's BEGIN goes out by itself.
    if (options.pipeline !== true) return;
    const name = `alone ${randomUUID()}`;
    const pool = new pg.Pool({ ...options, max: 1 });
    const lend = () => Promise.reject(new Error('not asked for here'));
    const transaction = createTransactions({ pool, nameOf: null, lend });
    const insert = () =>
      transaction(
        (tx) => tx.execute`INSERT INTO instance_fact (name, value) VALUES (${name}, 'x'::bytea)`,
      );
    await transaction((tx) => tx.query`SELECT 1`);
    await pool.query('DEALLOCATE ALL');
    await expect(insert()).rejects.toMatchObject({ code: '26000' });
    expect(await read(name)).toEqual([]);
    await insert();
    expect(await read(name)).toEqual(['x']);
    await pool.end();
  });

  it('of a transaction that takes too long are rolled back, and its connection is free', async () => {
    const { pool } = parts().database;
    const name = `late ${randomUUID()}`;
    const transaction = createTransactions({
      ...{ pool, nameOf: null, limitMs: 50 },
      lend: () => Promise.reject(new Error('not asked for here')),
    });
    const late = transaction(async (tx) => {
      await tx.execute`INSERT INTO instance_fact (name, value) VALUES (${name}, ''::bytea)`;
      for (;;) await tx.query`SELECT 1`;
    });
    await expect(late).rejects.toMatchObject({ code: '25P04' });
    expect(await read(name)).toEqual([]);
    const used = () => pool.totalCount - pool.idleCount;
    expect(used()).toBe(0);
  });
});
