import path from 'node:path';
import { openDatabase } from '#src/adapters/postgres/open-database.js';

function broken(error: Error): never {
  throw error;
}

/** Runs statements on the embedded database of a product that does not run. */
export async function changeDatabase(
  dataDir: string,
  statements: readonly string[],
): Promise<void> {
  const database = await openDatabase({
    dataDir,
    migrationsDir: path.resolve('prisma/migrations'),
    onFatal: broken,
    onConnectionLost: broken,
  });
  try {
    for (const statement of statements) await database.pool.query(statement);
  } finally {
    await database.close();
  }
}

/** To the product so many minutes pass while it is off: every link and code gets that much older. */
export async function letTimePass(dataDir: string, minutes: number): Promise<void> {
  const older = `created_at = created_at - interval '${minutes} minutes',
    expires_at = expires_at - interval '${minutes} minutes'`;
  await changeDatabase(dataDir, [
    `UPDATE login_link SET ${older}`,
    `UPDATE challenge SET ${older}`,
  ]);
}
