import type { Field } from './field.js';
import { runOnBuild } from './run-build.js';

/** SQL alone would not do: the row has a tag over the moment, and without the right one it is nobody's session. */
const SCRIPT = `
const tokenDigest = Buffer.from(input.digest, 'hex');
const now = new Date(Date.now() - input.minutes * 60_000);
await store.admins.stepUp({ id: input.id, tokenDigest, now });
`;

/** Moves the step-up of the admin's session that was used last so many minutes back. */
export async function makeStepUpStale(field: Field, minutes: number): Promise<void> {
  await field.whileOff(async (env) => {
    const [session] = await field.storage.change([
      `SELECT id::text, encode(token_digest, 'hex') AS digest FROM admin_session
       ORDER BY last_seen_at DESC LIMIT 1`,
    ]);
    await runOnBuild({ root: field.root, env }, SCRIPT, { ...session, minutes });
  });
}
