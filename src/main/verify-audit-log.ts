import type { EventLog } from '#src/app/ports/event-log.js';
import { verifyAudit, type AuditBroken } from '#src/app/verify-audit.js';
import type { Config } from '#src/config/config.js';
import { openStorage } from './open-storage.js';
import { OperatorError } from './operator-error.js';

const WHAT_IS_WRONG: Readonly<Record<AuditBroken['code'], string>> = {
  row_changed: 'was changed after it was written',
  row_missing: 'is missing or stands in another place',
  detail_removed: 'has lost its detail, and its account was never erased',
  end_missing: 'is missing, and so is everything after it',
  end_unknown: 'is the last one, but not the one that the log remembers as its end',
};

/** The audit log is not what was written (EX_DATAERR of sysexits.h). */
export class AuditBrokenError extends OperatorError {
  constructor({ code, seq }: AuditBroken) {
    super(`The audit log is broken: row ${seq} ${WHAT_IS_WRONG[code]}.`);
    this.name = 'AuditBrokenError';
  }
}

/**
 * Follows the audit log of the configured database from end to end (security case 52).
 * @returns what to print: how many rows, and the last hash to keep elsewhere
 * @throws AuditBrokenError with the first row that is wrong; OperatorError when the database cannot be opened
 */
export async function verifyAuditLog(input: {
  readonly config: Config;
  readonly log: EventLog;
}): Promise<string> {
  const storage = await openStorage({
    ...input,
    onFatal: (error) => {
      throw error;
    },
  });
  try {
    const verified = await verifyAudit(storage.store);
    if (!verified.ok) throw new AuditBrokenError(verified.error);
    const { count, lastHash } = verified.value;
    return `The audit log is whole: ${count} row(s), last hash ${lastHash}`;
  } finally {
    await storage.database.close();
  }
}
