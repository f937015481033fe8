import type { DatabaseWords } from './pt-br.js';

const OWN_SCHEMA =
  'Give zap-login a database of its own, or a schema of its own: add ?schema=zap_login to DATABASE_URL.';

export const en = {
  dataDir: {
    inUse: (dataDir, process) =>
      `The data folder ${dataDir} is in use by process ${process}. Stop it first, or set DATABASE_URL to run several instances.`,
    notWritable: (dataDir, reason) =>
      `The data folder ${dataDir} cannot be written (${reason}). Give this user the folder, or set DATA_DIR to another.`,
    notPrivate: ({ dataDir, mode, inside }) =>
      `The data folder ${dataDir} is open to other users of this machine (mode ${mode}). Give it to the user that runs zap-login and run chmod 700 on it, or set DATA_DIR to a folder that does not exist yet, such as ${inside}.`,
    noDatabase: (folder) =>
      `${folder} is not empty and holds no database (there is no PG_VERSION). Put back the whole backup of that folder, empty it, or set DATA_DIR to another.`,
    damaged: (folder, fault) =>
      `The embedded database in ${folder} is damaged: ${fault}. Nothing was changed. Put back a backup of that folder, whole, or the copy that was made before the last update (docs/operations.md, "Backup and restore"); do not delete single files of it.`,
    controlFile: 'global/pg_control is missing or damaged',
    logFile: {
      missing: (name) => `pg_wal/${name} is missing`,
      short: (name) => `pg_wal/${name} does not have its full length`,
      damaged: (name) => `pg_wal/${name} is damaged`,
    },
    noRoom: ({ folder, needed, free }) =>
      `This version changes the embedded database, and before that it copies ${folder}: that needs ${needed}, and ${free} are free. Nothing was changed. Make room, or move the folder to a larger disk (DATA_DIR); the version from before still starts.`,
  },
  migration: {
    foreign: (name) =>
      `These tables are another application's (its _prisma_migrations holds ${name}). ${OWN_SCHEMA}`,
    newer: (name) =>
      `The database was written by a newer version of zap-login (it holds migration ${name}). Start that version, or restore a backup from before the update.`,
    unfinished: (name) =>
      `Migration ${name} was begun with Prisma's own command and did not finish. See what it left behind, then run: npx prisma migrate resolve`,
    edited: (name) =>
      `Migration ${name} was changed after this database had applied it. Restore the file; put changes into a new migration.`,
    failed: (name, why) => `Migration ${name} failed and was rolled back whole: ${why}`,
    tableIsThere: (reason) => `${reason}. These tables are another application's. ${OWN_SCHEMA}`,
    notAllowed: (reason) =>
      `${reason}. Start once as the owner of the tables, or give them to this user (ALTER TABLE … OWNER TO …).`,
  },
  setup: {
    tlsFile: (path, code) =>
      `The file ${path}, which DATABASE_URL names for TLS, cannot be read (${code}). Put it there, or correct sslrootcert, sslcert or sslkey.`,
    noSchema: (user) => `The database user ${user} has no schema to make tables in`,
    notInSchema: (user, schema) =>
      `The database user ${user} may not make tables in the schema ${schema}`,
    grant: (what, grants) => `${what}. As the database's owner run: ${grants}`,
    or: 'or',
    schemaName: 'The schema that DATABASE_URL asks for cannot be one.',
    connectionLimit: 'connection_limit in DATABASE_URL is no number from 1 to 9999.',
  },
} satisfies DatabaseWords;
