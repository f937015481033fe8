import type { AuditHead } from '#src/app/ports/tables/audit.js';
import type { FieldCipher, KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import type { Prisma } from '../generated/client.js';

/** Where statements go: the pool, or the one connection of a transaction. */
export type Db = Prisma.TransactionClient;

/** What the tables are built over; the same factories serve inside and outside a transaction. */
export interface TableDeps {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly index: KeyedIndex;
  /** Told each end of the audit log, in a transaction the last one after its commit. */
  readonly onAuditEnd: (end: AuditHead) => void;
  /** Runs several statements as one: in the transaction at hand, else in one of their own. */
  readonly atomically: <Value>(work: (db: Db) => Promise<Value>) => Promise<Value>;
}

/** An index as the name of its row in the context of a box. */
export function rowName(index: Uint8Array): string {
  return Buffer.from(index).toString('hex');
}
