import { beforeAll, describe, expect, it } from 'vitest';
import { liveADay } from './day-traces.js';
import { contract, type Parts } from './parts.js';

/** What stands in a table, in lower case: the text of all columns, and their bytes in hexadecimal. */
interface Dump {
  readonly text: string;
  readonly bytes: string;
}

const BYTES = /\\\\x[0-9a-f]*/g;

async function dump({ database }: Parts): Promise<Map<string, Dump>> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%'`,
  );
  const tables = new Map<string, Dump>();
  for (const { name } of rows) {
    const found = await database.pool.query<{ line: string }>(
      `SELECT t::text AS line FROM "${name}" t`,
    );
    const lines = found.rows.map(({ line }) => line.toLowerCase()).join('\n');
    const bytes = lines.match(BYTES)?.join('\n') ?? '';
    tables.set(name, { text: lines.replaceAll(BYTES, ''), bytes });
  }
  return tables;
}

/** A text is found as itself, as its bytes, and as base64 in either. */
function holds({ text, bytes }: Dump, wanted: string): boolean {
  const base64 = Buffer.from(wanted).toString('base64url').slice(0, -2);
  return [wanted, base64].some(
    (form) =>
      text.includes(form.toLowerCase()) || bytes.includes(Buffer.from(form).toString('hex')),
  );
}

contract('a dump of the database', (parts) => {
  let day: Awaited<ReturnType<typeof liveADay>> | undefined;
  let tables = new Map<string, Dump>();

  beforeAll(async () => {
    day = await liveADay(parts());
    tables = await dump(parts());
  });

  function holding(wanted: string): string[] {
    return [...tables].filter(([, table]) => holds(table, wanted)).map(([name]) => name);
  }

  it('covers every table a day fills', () => {
    const empty = [...tables].filter(([, { text }]) => text === '').map(([name]) => name);
    expect(empty.sort()).toEqual(['admin', 'admin_session']);
  });

  it('shows what is stored in the clear, so that the search is known to find things', () => {
    expect(holding('Firefox 144')).toEqual(['session']);
    expect(holding(day?.messageId ?? '')).toEqual(['inbound_message']);
    expect(holding('a check value in bytes')).toEqual(['instance_fact']);
  });

  describe('shows nobody', () => {
    it.each([
      'the hash of the password',
      'the Google id',
      'the Google e-mail',
      'the PKCE verifier',
      'the nonce',
      'the reason of an admin',
      'the CPF',
      'the phone',
      'the phone without its country',
      'the first name',
      'the last name',
      'the LID',
      'the code',
      'the code of a page',
      'the link’s token',
      'the refresh token',
      'its successor',
      'the browser’s token',
      'the set-up token',
      'a private key',
    ] as const)('%s', (what) => {
      const secret = day?.secrets[what] ?? '';
      expect(secret).not.toBe('');
      expect(holding(secret)).toEqual([]);
    });
  });
});
