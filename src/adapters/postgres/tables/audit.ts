import sql from 'sql-template-tag';
import { createHash } from 'node:crypto';
import type { AuditInTx, AuditHead, AuditRow } from '#src/app/ports/tables/audit.js';
import { UnknownKeyError } from '#src/app/ports/crypto/field-cipher.js';
import { canonicalAuditEvent, type AuditDetail } from '#src/domain/audit-event.js';
import type { Db, TableDeps } from './table-deps.js';

/** Taken by every transaction that appends, until it ends; a number of our own. */
const LOCK = 7_041_852;
const HEAD = 'audit_head';
const HEAD_CONTEXT = `instance_fact.value:${HEAD}`;
const FIRST_PREV_HASH = Buffer.alloc(32);
/** First byte of what replaces a forgotten detail; the SHA-256 of the ciphertext follows. Ciphertexts begin with 1. */
const FORGOTTEN = 0;

interface EventRow {
  readonly seq: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly accountId: string | null;
  readonly detailBox: Uint8Array | null;
}

interface ChainedRow extends EventRow {
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
}

const COLUMNS = sql`
  seq, at, actor, action, account_id AS "accountId", detail_box AS "detailBox"`;

/** The chain is plain SHA-256, so that it can be verified without a key; its end is encrypted under the master key. */
export function createAudit({ db, cipher, atomically, onAuditEnd }: TableDeps): AuditInTx {
  async function readHead(from: Db): Promise<AuditHead | null> {
    const [fact] = await from.query<{ value: Uint8Array }>`
      SELECT value FROM instance_fact WHERE name = ${HEAD}`;
    if (fact === undefined) return null;
    const [seq = '', hash = ''] = cipher.decryptText(fact.value, HEAD_CONTEXT).split(' ');
    return { seq: BigInt(seq), hash };
  }

  function detailOf({ seq, detailBox }: EventRow): AuditDetail | null {
    if (detailBox === null || isForgotten(detailBox)) return null;
    try {
      return JSON.parse(cipher.decryptText(detailBox, detailContext(seq))) as AuditDetail;
    } catch (error) {
      // After a key is removed the log can still be read, without the details.
      if (error instanceof UnknownKeyError) return null;
      throw error;
    }
  }

  return {
    append: async ({ actor, action, accountId, detail, now }) => {
      const end = await atomically(async (tx) => {
        await tx.execute`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
        // Appends to the stored end of the log, not to the last row of the table: rows that are missing at the end are
        // noticed.
        const head = await readHead(tx);
        const seq = (head?.seq ?? 0n) + 1n;
        const prevHash = head === null ? FIRST_PREV_HASH : Buffer.from(head.hash, 'hex');
        const detailBox =
          detail === null ? null : cipher.encrypt(JSON.stringify(detail), detailContext(seq));
        const event = { seq, at: now, actor, action, accountId, detailBox };
        const hash = hashOf(event, prevHash);
        await tx.execute`
          INSERT INTO audit_event
            (seq, at, actor, action, account_id, detail_box, prev_hash, hash)
          VALUES (${seq}, ${now}, ${actor}, ${action}, ${accountId}::uuid, ${detailBox}, ${prevHash},
            ${hash})`;
        const value = cipher.encrypt(`${seq} ${hash.toString('hex')}`, HEAD_CONTEXT);
        await tx.execute`
          INSERT INTO instance_fact (name, value) VALUES (${HEAD}, ${value})
          ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value`;
        return { seq, hash: hash.toString('hex') };
      });
      onAuditEnd(end);
    },
    forget: async (accountId) => {
      await db.execute`
        UPDATE audit_event SET detail_box = '\\x00'::bytea || sha256(detail_box)
        WHERE account_id = ${accountId}::uuid AND get_byte(detail_box, 0) <> ${FORGOTTEN}`;
    },
    read: async (after, limit) => {
      const rows = await db.query<ChainedRow>`
        SELECT ${COLUMNS}, prev_hash AS "prevHash", hash FROM audit_event
        WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`;
      return rows.map(asLink);
    },
    latest: async (before, limit) => {
      const rows = await db.inlined.query<EventRow>`
        SELECT ${COLUMNS} FROM audit_event WHERE ${before}::bigint IS NULL OR seq < ${before}::bigint
        ORDER BY seq DESC LIMIT ${limit}`;
      return rows.map((row) => {
        const { seq, at, actor, action, accountId } = row;
        return { seq, at, actor, action, accountId, detail: detailOf(row) };
      });
    },
    ofAccount: (accountId) => db.query`
      SELECT at, actor, action FROM audit_event
      WHERE account_id = ${accountId}::uuid ORDER BY seq`,
    head: () => readHead(db),
  };
}

function detailContext(seq: bigint): string {
  return `audit_event.detail_box:${seq}`;
}

function isForgotten(detailBox: Uint8Array): boolean {
  return detailBox[0] === FORGOTTEN;
}

function asLink(row: ChainedRow): AuditRow {
  const { seq, action, accountId, detailBox } = row;
  return {
    ...{ seq, action, accountId },
    prevHash: Buffer.from(row.prevHash).toString('hex'),
    hash: Buffer.from(row.hash).toString('hex'),
    rightHash: hashOf(row, row.prevHash).toString('hex'),
    isForgotten: detailBox !== null && isForgotten(detailBox),
  };
}

function hashOf(row: EventRow, prevHash: Uint8Array): Buffer {
  const detailHash = row.detailBox === null ? null : detailHashOf(row.detailBox);
  return createHash('sha256')
    .update(prevHash)
    .update(canonicalAuditEvent({ ...row, detailHash }))
    .digest();
}

function detailHashOf(detailBox: Uint8Array): string {
  if (isForgotten(detailBox)) return Buffer.from(detailBox.subarray(1)).toString('hex');
  return createHash('sha256').update(detailBox).digest('hex');
}
