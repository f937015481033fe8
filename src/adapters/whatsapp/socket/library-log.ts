import type { SocketConfig } from '@whiskeysockets/baileys';

import type { EventLog } from '#src/app/ports/event-log.js';

type LibraryLogger = SocketConfig['logger'];

/**
 * What an operator may want to know of the library's own trouble. Its log lines carry keys, JIDs and message text, in
 * fields and inside the text, so only these fixed sentences pass, without any field.
 */
const KNOWN: ReadonlySet<string> = new Set([
  'stream errored out',
  'failed to decrypt message',
  'error in handling message',
  'error in validating connection',
  'error in sending message again',
  'failed to send initial passive iq',
  'failed to run digest after login',
  'failed to ack receipt',
  'Failed to check/upload pre-keys during initialization',
  'Failed to upload pre-keys to server',
  'Buffer timeout reached, auto-flushing',
  'timed out waiting for message',
  'transaction failed, rolling back',
  'error in sending keep alive',
]);

/** The logger given to Baileys. */
export function createLibraryLog(log: EventLog): LibraryLogger {
  const pass = (fields: unknown, message?: string): void => {
    const sentence = typeof fields === 'string' ? fields : message;
    if (sentence !== undefined && KNOWN.has(sentence)) log.warn('whatsapp.library', { sentence });
  };
  const drop = (): void => undefined;
  const logger: LibraryLogger = {
    level: 'silent',
    child: () => logger,
    trace: drop,
    debug: drop,
    info: drop,
    warn: pass,
    error: pass,
  };
  return logger;
}
