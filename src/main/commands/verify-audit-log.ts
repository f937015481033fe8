import type { AuditHead } from '#src/app/ports/tables/audit.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { verifyAudit, type AuditBroken } from '#src/app/upkeep/verify-audit.js';
import type { Config } from '#src/config/config.js';
import { openStorage } from '../open-storage.js';
import { OperatorError } from '../operator-error.js';
import { throwOnFatal } from './throw-on-fatal.js';

const WHAT_IS_WRONG: Readonly<Record<AuditBroken['code'], string>> = {
  row_changed: 'was changed after it was written',
  row_missing: 'is missing or stands in another place',
  detail_removed: 'has lost its detail, and its account was never erased',
  end_missing: 'is missing, and so is everything after it',
  end_unknown: 'is the last one, but not the one that the log remembers as its end',
  emptied:
    'is missing, and so is every other one and the remembered end, although there are people or an admin here: the log was emptied, unless no admin was ever set up',
  expected_missing:
    'is not there, although it was kept elsewhere: the log was cut, emptied or set back to an older copy',
  expected_differs: 'is not the one that was kept elsewhere: the log was written anew',
};

/** The audit log is not what was written (EX_DATAERR of sysexits.h). */
export class AuditBrokenError extends OperatorError {
  constructor({ code, seq }: AuditBroken) {
    super(`The audit log is broken: row ${seq} ${WHAT_IS_WRONG[code]}.`);
    this.name = 'AuditBrokenError';
  }
}

const EXPECTED = /^([1-9]\d{0,17}):([0-9a-f]{64})$/;

/** @throws OperatorError when it is not written like `12:` and 64 hexadecimal digits */
function readExpected(text: string): AuditHead {
  const [, seq, hash] = EXPECTED.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new OperatorError(
      '--expect takes a number and a hash such as 12:9f86…, as a line "audit.appended" of the log or an earlier audit:verify has them.',
    );
  }
  return { seq: BigInt(seq), hash };
}

/**
 * Follows the audit log of the configured database from end to end (security case 52).
 * @param input.expect an end that was kept elsewhere, `NUMBER:HASH`, or null
 * @returns what to print: how many rows, and the last hash to keep elsewhere
 * @throws AuditBrokenError with the first row that is wrong; OperatorError when the database cannot be opened
 */
export async function verifyAuditLog(input: {
  readonly config: Config;
  readonly log: EventLog;
  readonly expect: string | null;
}): Promise<string> {
  const expected = input.expect === null ? null : readExpected(input.expect);
  const storage = await openStorage({
    ...input,
    onFatal: throwOnFatal,
  });
  try {
    const verified = await verifyAudit(storage.store, expected);
    if (!verified.ok) throw new AuditBrokenError(verified.error);
    const { count, lastHash } = verified.value;
    const keep = count === 0n ? '' : ` (keep elsewhere: --expect ${count}:${lastHash})`;
    return `The audit log is whole: ${count} row(s), last hash ${lastHash}${keep}`;
  } finally {
    await storage.database.close();
  }
}
