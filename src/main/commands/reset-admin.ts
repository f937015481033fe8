import type { EventLog } from '#src/app/ports/event-log.js';
import type { Config } from '#src/config/config.js';
import { compose } from '../compose/compose.js';
import { throwOnFatal } from './throw-on-fatal.js';

/**
 * For an admin who lost the password: removes the admin with all sessions and makes a new one-time set-up address. The
 * person who can run this has the database and the master key anyway.
 * @returns the address, valid for 30 minutes
 */
export async function resetAdmin(input: {
  readonly config: Config;
  readonly log: EventLog;
}): Promise<string> {
  const product = await compose({
    config: { ...input.config, role: 'web' },
    log: input.log,
    onFatal: throwOnFatal,
  });
  try {
    const { store } = product.dependencies.storage;
    await store.transaction(async (tx) => {
      await tx.admins.remove();
      tx.emit({ type: 'admin.removed' });
    });
    const setupUrl = (await product.web?.adminSetup.announce()) ?? null;
    if (setupUrl === null) throw new Error('another admin was set up at the same moment');
    return setupUrl;
  } finally {
    await product.stop();
  }
}
