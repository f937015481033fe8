import type { AuditHead } from '#src/app/ports/tables/audit.js';
import type { FieldCipher, KeyedIndex } from '#src/app/ports/crypto/field-cipher.js';
import type { Prisma } from '../generated/client.js';

/** SQL as a template: each value is a parameter, each `sql` a part of the text. */
export interface Statements {
  /** @returns the rows, of which `Row` names the columns */
  query<Row>(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<Row[]>;
  /** @returns how many rows it wrote or gave */
  execute(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<number>;
  /**
   * The same for what nobody has to know the answer of. In a transaction on a server it is sent and not waited for: the
   * transaction fails when it fails.
   */
  write(strings: TemplateStringsArray, ...values: readonly unknown[]): Promise<void>;
}

/** Where statements go: the pool, or the one connection of a transaction. */
export interface Db extends Statements {
  /**
   * The same with the values in the text, planned for them each time: for what deletes or lists by time, where the way
   * to a few old rows is another one than the way to most of them.
   */
  readonly inlined: Statements;
  /** Prisma's own queries, in the same transaction where there is one: for what is not asked at every sign-in. */
  prisma<Value>(ask: (prisma: Prisma.TransactionClient) => Promise<Value>): Promise<Value>;
}

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
