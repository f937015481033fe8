import pg from 'pg';
import { startEmbeddedServer } from '#src/adapters/postgres/embedded-server.js';

function broken(error: Error): never {
  throw error;
}

/** Runs statements on the embedded database of a product that does not run. */
export async function changeDatabase(
  dataDir: string,
  statements: readonly string[],
): Promise<void> {
  const server = await startEmbeddedServer({ dataDir, onFatal: broken });
  const { host, port } = server;
  const client = new pg.Client({ host, port, user: 'postgres', database: 'postgres' });
  try {
    await client.connect();
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
    await server.stop();
  }
}

/** To the product so many minutes pass while it is off: every link, code, request and used refresh token gets that much older. */
export async function letTimePass(dataDir: string, minutes: number): Promise<void> {
  const older = `created_at = created_at - interval '${minutes} minutes',
    expires_at = expires_at - interval '${minutes} minutes'`;
  await changeDatabase(dataDir, [
    `UPDATE login_link SET ${older}`,
    `UPDATE challenge SET ${older}`,
    `UPDATE login_request SET ${older}`,
    `UPDATE pending_google_link SET ${older}`,
    `UPDATE google_sign_in SET ${older}`,
    `UPDATE refresh_token SET used_at = used_at - interval '${minutes} minutes',
      spent_at = spent_at - interval '${minutes} minutes'`,
  ]);
}
