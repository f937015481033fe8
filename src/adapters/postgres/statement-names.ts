import { createHash } from 'node:crypto';

/** A prepared statement holds a plan in memory for each connection; lists of changing length would make ever more. */
const MOST_NAMED = 400;
/** PostgreSQL protocol 3.0, Parse. */
const UNNAMED = '';

/**
 * Names statements after their text, so that a session parses and plans each one once (PostgreSQL, PREPARE: after five
 * runs a plan without the parameters is kept where it is no dearer). Only for sessions that are this program's own:
 * behind a pooler a name may meet another session.
 * @returns what names a statement; the unnamed one, which each Parse replaces, for those beyond the first 400
 */
export function createStatementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMED) return UNNAMED;
    const name = createHash('sha256').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
}
