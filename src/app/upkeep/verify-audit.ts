import { fail, ok, type Result } from '#src/domain/result.js';
import type { AuditHead, AuditRow } from '../ports/tables/audit.js';
import type { Tables } from '../ports/tables/store.js';

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
    /** The stored end of the log is gone, or rows were written after it by other means. */
    | 'end_unknown'
    /**
     * There is no row and no remembered end, but there are people or an admin: setting up the admin alone writes one.
     */
    | 'emptied'
    /** The row that was kept elsewhere is not there: the log was cut, emptied and begun anew, or set back. */
    | 'expected_missing'
    /** The row that was kept elsewhere is another one here. */
    | 'expected_differs';
  readonly seq: bigint;
}

/**
 * Follows the audit log from its first row to its last (security case 52): a row that was changed, removed or moved
 * breaks the chain, and rows that are missing at the end do not fit the stored end of the log. Reads while others
 * append.
 * @param expected an end that was kept where the table's owner cannot reach it (from the program's log, or from an
 *   earlier verification): without it a log that was emptied together with its remembered end, and written to since, is
 *   whole in itself
 * @throws when the remembered end was not written under the master key
 */
export async function verifyAudit(
  { audit, accounts, admins }: Pick<Tables, 'audit' | 'accounts' | 'admins'>,
  expected: AuditHead | null = null,
): Promise<Result<AuditVerified, AuditBroken>> {
  const forgotten = new Map<string, bigint>();
  let last = { seq: 0n, hash: FIRST_PREV_HASH };
  for (;;) {
    // Before the rows: what it names has been committed when they are read.
    const head = await audit.head();
    const rows = await audit.read(last.seq, ROWS_AT_ONCE);
    for (const row of rows) {
      const broken = check(row, last);
      if (broken !== null) return fail(broken);
      if (row.seq === expected?.seq && row.hash !== expected.hash) {
        return fail({ code: 'expected_differs', seq: row.seq });
      }
      last = row;
      noteForgotten(forgotten, row);
    }
    if (rows.length > 0) continue;
    const seq = last.seq + 1n;
    if ((head?.seq ?? 0n) > last.seq) return fail({ code: 'end_missing', seq });
    if ((head?.hash ?? FIRST_PREV_HASH) !== last.hash) {
      return fail({ code: 'end_unknown', seq: last.seq });
    }
    if (last.seq === 0n && ((await accounts.exist()) || (await admins.exists()))) {
      return fail({ code: 'emptied', seq });
    }
    if (expected !== null && expected.seq > last.seq) {
      return fail({ code: 'expected_missing', seq: expected.seq });
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
