import { describe, expect, it } from 'vitest';
import { createStatementNames } from '#src/adapters/postgres/statement-names.js';

/** NAMEDATALEN less the end of the string. */
const LONGEST = 63;

describe('names of statements', () => {
  it('are the same for the same text, other ones for other texts, and short enough', () => {
    const [nameOf, elsewhere] = [createStatementNames(), createStatementNames()];
    const [one, other] = [{ sql: 'SELECT $1' }, { sql: 'SELECT $2' }];
    expect(nameOf(one)).toBe(nameOf(one));
    expect(nameOf(one)).toBe(elsewhere(one));
    expect(nameOf(one)).not.toBe(nameOf(other));
    expect(nameOf(one).length).toBeLessThanOrEqual(LONGEST);
  });

  it('end at 400: lists of ever another length fill no memory', () => {
    const nameOf = createStatementNames();
    const names = Array.from({ length: 1_000 }, (_, n) => nameOf({ sql: `SELECT ${n}` }));
    expect(new Set(names).size).toBe(401);
    expect(names.at(-1)).toBe('');
    expect(nameOf({ sql: 'SELECT 0' })).toBe(names[0]);
  });
});
