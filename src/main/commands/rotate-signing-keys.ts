import type { EventLog } from '#src/app/ports/event-log.js';
import type { Config } from '#src/config/config.js';
import { compose } from '../compose/compose.js';
import { OperatorError } from '../operator-error.js';
import { throwOnFatal } from './throw-on-fatal.js';

/**
 * Makes a new key for access tokens. Running instances pick it up within a minute and sign with it ten minutes later.
 * @throws OperatorError when another process rotated at the same moment
 */
export async function rotateSigningKeys(input: {
  readonly config: Config;
  readonly log: EventLog;
}): Promise<void> {
  const product = await compose({
    config: { ...input.config, role: 'web' },
    log: input.log,
    onFatal: throwOnFatal,
  });
  try {
    if ((await product.web?.rotateKeys.rotate()) !== true) {
      throw new OperatorError(({ commands }) => commands.keysRotatedElsewhere);
    }
  } finally {
    await product.stop();
  }
}
