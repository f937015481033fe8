import type { Field } from './field.js';
import { runOnBuild } from './run-build.js';

/**
 * Each session begins anew so long ago, under the same cookie, and was used with a proof every 29 minutes since, the last
 * time a minute ago. SQL alone would not do: the row has a tag over its moments.
 */
const SCRIPT = `
const { adminSessionBounds } = await load('src/app/admin/sessions.js');
const ago = (minutes) => new Date(Date.now() - minutes * 60_000);
for (const { id, adminId, digest, minutes } of input) {
  const tokenDigest = Buffer.from(digest, 'hex');
  await store.admins.endSession(tokenDigest);
  await store.admins.createSession({ id, adminId, tokenDigest, now: ago(minutes) });
  const uses = [];
  for (let at = minutes - 29; at > 1; at -= 29) uses.push(at);
  for (const at of [...uses, 1]) {
    const now = ago(at);
    const used = await store.admins.touchSession({ tokenDigest, ...adminSessionBounds(now), now });
    if (used === null) throw new Error('of ' + minutes + ' minutes it was over ' + at + ' minutes ago');
    await store.admins.stepUp({ id, tokenDigest, now });
  }
}
`;

/** Makes the admin's last sessions as old as said, the newest one last; all of them were in use all the time. */
export async function makeAdminSessionsOld(
  field: Field,
  minutes: readonly number[],
): Promise<void> {
  await field.whileOff(async (env) => {
    const newestFirst = await field.storage.change([
      `SELECT id::text, admin_id::text AS "adminId", encode(token_digest, 'hex') AS digest
       FROM admin_session ORDER BY created_at DESC LIMIT ${minutes.length}`,
    ]);
    const sessions = [...newestFirst].reverse();
    const input = minutes.map((age, at) => ({ ...sessions[at], minutes: age }));
    await runOnBuild({ root: field.root, env }, SCRIPT, input);
  });
}
