import type { Parts } from '../contract/parts.js';

/** Tables that hold one of these indexes or texts anywhere, as PostgreSQL prints them. */
export async function tablesWith(
  { database }: Parts,
  indexes: readonly Uint8Array[],
  texts: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const wanted = [...indexes.map((index) => Buffer.from(index).toString('hex')), ...texts];
  const found: string[] = [];
  for (const { name } of rows) {
    const lines = await database.pool.query<{ line: string }>(
      `SELECT t::text AS line FROM "${name}" t`,
    );
    if (lines.rows.some(({ line }) => wanted.some((trace) => line.includes(trace))))
      found.push(name);
  }
  return found.sort();
}
