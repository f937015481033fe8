import { fail, ok, type Result } from '#src/domain/result.js';
import type { AuditRow } from './ports/audit.js';
import type { Tables } from './ports/store.js';

const ROWS_AT_ONCE = 500;
const FIRST_PREV_HASH = '0'.repeat(64);

export interface AuditVerified {
  readonly count: bigint;
  /** Of the last row, hexadecimal. Kept elsewhere it also shows a database that was set back as a whole. */
  readonly lastHash: string;
}

/** What is wrong first, and at which row. */
export interface AuditBroken {
  readonly code:
    /** Its content is not what was hashed. */
    | 'row_changed'
    /** Rows are gone or changed places here. */
    | 'row_missing'
    /** Its detail was forgotten although its account was never erased. */
    | 'detail_removed'
    /** The rows from here to the end are gone. */
    | 'end_missing'
    /** The log's memory of its own end is gone, or somebody wrote past it. */
    | 'end_unknown';
  readonly seq: bigint;
}

/**
 * Follows the audit log from its first row to its last (security case 52): a row that was changed, removed or moved
 * breaks the chain, and a cut tail does not fit the end that the log remembers. Reads while others append.
 * @throws when the remembered end was not written under the master key
 */
export async function verifyAudit({
  audit,
}: Pick<Tables, 'audit'>): Promise<Result<AuditVerified, AuditBroken>> {
  const forgotten = new Map<string, bigint>();
  let last = { seq: 0n, hash: FIRST_PREV_HASH };
  for (;;) {
    // Before the rows: what it names has been committed when they are read.
    const head = await audit.head();
    const rows = await audit.read(last.seq, ROWS_AT_ONCE);
    for (const row of rows) {
      const broken = check(row, last);
      if (broken !== null) return fail(broken);
      last = row;
      noteForgotten(forgotten, row);
    }
    if (rows.length > 0) continue;
    const seq = last.seq + 1n;
    if ((head?.seq ?? 0n) > last.seq) return fail({ code: 'end_missing', seq });
    if ((head?.hash ?? FIRST_PREV_HASH) !== last.hash) {
      return fail({ code: 'end_unknown', seq: last.seq });
    }
    const [removed] = forgotten.values();
    if (removed !== undefined) return fail({ code: 'detail_removed', seq: removed });
    return ok({ count: last.seq, lastHash: last.hash });
  }
}

function check(
  row: AuditRow,
  last: { readonly seq: bigint; readonly hash: string },
): AuditBroken | null {
  const { seq } = row;
  if (seq !== last.seq + 1n) return { code: 'row_missing', seq: last.seq + 1n };
  if (row.hash !== row.rightHash) return { code: 'row_changed', seq };
  return row.prevHash === last.hash ? null : { code: 'row_missing', seq };
}

/** A forgotten detail has to be followed by the erasure of its account. */
function noteForgotten(forgotten: Map<string, bigint>, row: AuditRow): void {
  const { accountId, seq } = row;
  if (accountId === null) return;
  if (row.isForgotten && !forgotten.has(accountId)) forgotten.set(accountId, seq);
  if (row.action === 'account_erased') forgotten.delete(accountId);
}
