import {
  openDatabase,
  type Database,
  type DatabaseOptions,
} from '#src/adapters/postgres/open-database.js';

/** A database whose Prisma is there already: tests look into tables with it. */
export interface OpenDatabase extends Database {
  readonly prisma: Awaited<ReturnType<Database['openPrisma']>>;
}

export async function openWithPrisma(options: DatabaseOptions): Promise<OpenDatabase> {
  const database = await openDatabase(options);
  return { ...database, prisma: await database.openPrisma() };
}
