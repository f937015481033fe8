import { expect, it } from 'vitest';
import { allAtOnce, contract } from './parts.js';

const CONNECTIONS = 10;

contract('prepared statements', (parts) => {
  /** Named statements that the session at hand has, and what each run of theirs planned. */
  const prepared = () => {
    const { pool } = parts().database;
    return pool.query<{ statement: string }>(
      "SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%prepared here%'",
    );
  };

  const divide = (by: number) =>
    parts().database.db.query<{ got: number }>`
      SELECT 10 / ${by}::int AS got /* prepared here */`;

  it('are parsed once a session, with the right parameters for each of many at once', async () => {
    const answers = await allAtOnce(200, (number) => divide((number % 10) + 1));
    answers.forEach(([row], number) => {
      expect(row?.got).toBe(Math.trunc(10 / ((number % 10) + 1)));
    });
    const sessions = await allAtOnce(CONNECTIONS, prepared);
    const found = sessions.map(({ rows }) => rows.length);
    expect(Math.max(...found)).toBe(1);
  });

  it('go on after one of them failed, alone and in a transaction', async () => {
    const { db, transaction } = parts().database;
    const faults = await Promise.allSettled(Array.from({ length: 20 }, () => divide(0)));
    expect(faults.every(({ status }) => status === 'rejected')).toBe(true);
    const inVain = transaction(async (tx) => {
      const first = tx.query`SELECT 1 / ${0}::int AS fails /* first of all here */`;
      await first.catch(() => undefined);
      // Parsed for the first time in a transaction that takes nothing more.
      await tx.query`SELECT ${7}::int AS got /* late */`;
    });
    await expect(inVain).rejects.toThrow();
    const answers = await allAtOnce(
      CONNECTIONS * 2,
      () => db.query`SELECT ${7}::int AS got /* late */`,
    );
    expect(answers).toEqual(Array.from({ length: CONNECTIONS * 2 }, () => [{ got: 7 }]));
    expect(await divide(5)).toEqual([{ got: 2 }]);
  });
});
