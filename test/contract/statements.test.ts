import sql from 'sql-template-tag';
import { randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createTransactions } from '#src/adapters/postgres/transactions.js';
import { contract } from './parts.js';

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
