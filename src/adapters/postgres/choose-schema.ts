import { escapeIdentifier, type ClientBase } from 'pg';
import { DatabaseSetupError } from './database-error.js';
import { inTransaction, MIGRATION_LOCK } from './migration-runner.js';

/**
 * Where the tables go when the user may make a schema, but nothing in the one it is given (PostgreSQL 15 and newer).
 */
const OWN_SCHEMA = 'zap_login';

interface SchemaRow {
  readonly name: string;
  readonly mayCreate: boolean;
  readonly migrations: string | null;
}

interface Surroundings {
  readonly current: string | null;
  readonly user: string;
  readonly database: string;
  readonly mayMakeSchemas: boolean;
}

/**
 * Decides on the schema of this program's tables and makes it where it is missing: the one that the URL names; else the
 * one that holds them already; else the first of the user's search path; else one of its own.
 * @throws DatabaseSetupError with the GRANT to run when the user may do none of it
 */
export async function chooseSchema(input: {
  readonly client: ClientBase;
  /** `?schema=` of the URL. */
  readonly wanted: string | null;
  /** By which the tables of this program are known. */
  readonly firstMigration: string;
}): Promise<string> {
  const { client, wanted, firstMigration } = input;
  return inTransaction(client, async () => {
    // Of several instances that start on an empty database, one makes the schema.
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const around = await readSurroundings(client);
    const asked = wanted === null ? [around.current, OWN_SCHEMA] : [wanted];
    const names = asked.filter((name) => name !== null);
    const found = await readSchemas(client, names);
    for (const schema of found) {
      if (await holdsMigration(client, schema, firstMigration)) return schema.name;
    }
    const usable = found.find(({ mayCreate }) => mayCreate);
    if (usable !== undefined) return usable.name;
    const missing = names.find((name) => !found.some((schema) => schema.name === name));
    if (missing === undefined || !around.mayMakeSchemas) throw refused(around, wanted);
    await client.query(`CREATE SCHEMA ${escapeIdentifier(missing)}`);
    return missing;
  });
}

async function readSurroundings(client: ClientBase): Promise<Surroundings> {
  const { rows } = await client.query<Surroundings>(
    `SELECT current_schema() AS current, current_user AS user, current_database() AS database,
       has_database_privilege(current_database(), 'CREATE') AS "mayMakeSchemas"`,
  );
  if (rows[0] === undefined) throw new Error('the server did not say who is connected');
  return rows[0];
}

async function readSchemas(
  client: ClientBase,
  names: readonly string[],
): Promise<readonly SchemaRow[]> {
  const { rows } = await client.query<SchemaRow>(
    `SELECT n.nspname::text AS name, has_schema_privilege(n.oid, 'CREATE') AS "mayCreate",
       (SELECT c.oid::text FROM pg_catalog.pg_class c
        WHERE c.relnamespace = n.oid AND c.relname = '_prisma_migrations'
          AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')) AS migrations
     FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY($1)
     ORDER BY array_position($1, n.nspname::text)`,
    [names],
  );
  return rows;
}

async function holdsMigration(
  client: ClientBase,
  { name, migrations }: SchemaRow,
  firstMigration: string,
): Promise<boolean> {
  if (migrations === null) return false;
  const { rows } = await client.query(
    `SELECT 1 FROM ${escapeIdentifier(name)}."_prisma_migrations" WHERE migration_name = $1`,
    [firstMigration],
  );
  return rows.length > 0;
}

function refused({ current, user, database }: Surroundings, wanted: string | null): Error {
  const who = escapeIdentifier(user);
  const where = wanted ?? current;
  const schema = escapeIdentifier(wanted ?? OWN_SCHEMA);
  const grants = [
    `GRANT CREATE ON DATABASE ${escapeIdentifier(database)} TO ${who};`,
    `CREATE SCHEMA ${schema} AUTHORIZATION ${who};`,
  ];
  return new DatabaseSetupError((words) => {
    const what = where === null ? words.noSchema(user) : words.notInSchema(user, where);
    return words.grant(what, grants.join(` ${words.or}: `));
  });
}
