import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** The type "char" of the system catalogues, which adapter-pg 7.10 refuses and the engine wants as a character. */
const CHAR = 18;
/** Other types of the catalogues that it refuses, and the known type each reads the same as. */
const READ_AS = new Map([
  [CHAR, 1042], // as bpchar, until the column is marked a character
  [22, 1005], // int2vector as int2[]
  [1002, 1009], // "char"[] as text[]
]);

/** The parts of a PostgreSQL URL; adapter-pg ignores the shadow database's name beside a connection string. */
export function connectionConfig(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslMode = searchParams.get('sslmode');
  return {
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    ...(password && { password: decodeURIComponent(password) }),
    database: decodeURIComponent(pathname.slice(1)),
    ...(['require', 'verify-ca', 'verify-full'].includes(sslMode) && {
      ssl: { rejectUnauthorized: sslMode !== 'require' },
    }),
  };
}

/** Runs `work` with a client on `database`, which is closed afterwards. */
export async function withClient(config, work) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs one statement in the maintenance database, where databases are created and dropped. */
export async function administer(config, sql) {
  await withClient({ ...config, database: 'postgres' }, (client) => client.query(sql));
}

function mendQueries(queryable) {
  const performIO = queryable.performIO.bind(queryable);
  const queryRaw = queryable.queryRaw.bind(queryable);
  /** Query → the places of its "char" columns. */
  const characterColumns = new WeakMap();
  queryable.performIO = async (query) => {
    const result = await performIO(query);
    const types = result.fields.map((field) => field.dataTypeID);
    characterColumns.set(
      query,
      [...types.keys()].filter((at) => types[at] === CHAR),
    );
    for (const field of result.fields)
      field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID;
    return result;
  };
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const at of characterColumns.get(query) ?? [])
      result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}

function mendConnection(connection) {
  mendQueries(connection);
  const startTransaction = connection.startTransaction.bind(connection);
  connection.startTransaction = async (...options) =>
    mendQueries(await startTransaction(...options));
  // The adapter's own version cuts the script at every semicolon, also inside $$ function bodies.
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

/** adapter-pg's factory with the defects of 7.10 that migrations meet mended. */
export function migrationAdapter(url) {
  const config = connectionConfig(url);
  const factory = new PrismaPg(config);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => mendConnection(await connect());
  factory.connectToShadowDb = async () => {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    await administer(config, `CREATE DATABASE "${database}"`);
    const shadow = mendConnection(await new PrismaPg({ ...config, database }).connect());
    const closePool = shadow.dispose.bind(shadow);
    // The adapter's own version drops the database while its pool still holds it open.
    shadow.dispose = async () => {
      await closePool();
      await administer(config, `DROP DATABASE "${database}"`);
    };
    return shadow;
  };
  return factory;
}
