import type { AuditHead } from '#src/app/ports/tables/audit.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import { verifyAudit, type AuditBroken } from '#src/app/upkeep/verify-audit.js';
import type { Config } from '#src/config/config.js';
import { openStorage } from '../open-storage.js';
import { OperatorError } from '../operator-error.js';
import { TERMINAL_WORDS } from '../words/catalogue.js';
import { throwOnFatal } from './throw-on-fatal.js';

/** The audit log is not what was written (EX_DATAERR of sysexits.h). */
export class AuditBrokenError extends OperatorError {
  override readonly name = 'AuditBrokenError';

  constructor({ code, seq }: AuditBroken) {
    super(({ audit }) => audit.broken(String(seq), audit.why[code]));
  }
}

const EXPECTED = /^([1-9]\d{0,17}):([0-9a-f]{64})$/;

/** @throws OperatorError when it is not written like `12:` and 64 hexadecimal digits */
function readExpected(text: string): AuditHead {
  const [, seq, hash] = EXPECTED.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new OperatorError(({ audit }) => audit.expect);
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
    const { audit } = TERMINAL_WORDS[input.config.locale];
    const whole = audit.whole(String(count), lastHash);
    return count === 0n ? whole : whole + audit.keep(`${count}:${lastHash}`);
  } finally {
    await storage.database.close();
  }
}
