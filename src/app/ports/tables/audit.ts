import type { AuditAction, AuditActor, AuditDetail } from '#src/domain/audit-event.js';

/** A row as it is stored, with what its hash should be. Hashes are hexadecimal. */
export interface AuditRow {
  readonly seq: bigint;
  readonly action: string;
  readonly accountId: string | null;
  readonly prevHash: string;
  readonly hash: string;
  /** SHA-256 over the row and `prevHash`, worked out anew. */
  readonly rightHash: string;
  /** The detail was forgotten at the account's erasure; its hash is what is left. */
  readonly isForgotten: boolean;
}

/** The last row, by the stored end of the log. */
export interface AuditHead {
  readonly seq: bigint;
  readonly hash: string;
}

/** What the admin reads. */
export interface AuditRecord {
  readonly seq: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly accountId: string | null;
  /** null: there was none, it was forgotten, or it is under a key that is gone. */
  readonly detail: AuditDetail | null;
}

/** One act, without its particulars: what an admin typed is about more than one person. */
export type AuditAct = Pick<AuditRecord, 'at' | 'actor' | 'action'>;

/** What was done to accounts and to the bot, each row chained to the one before it (security case 52). */
export interface Audit {
  /** Rows after `after`, in order. */
  read(after: bigint, limit: number): Promise<readonly AuditRow[]>;
  /** Events before `before` (null: the latest), the newest first. */
  latest(before: bigint | null, limit: number): Promise<readonly AuditRecord[]>;
  /** Every act on an account, the oldest first. */
  ofAccount(accountId: string): Promise<readonly AuditAct[]>;
  /**
   * The end of the log; null in one that was never written to.
   * @throws when it was not written under the master key
   */
  head(): Promise<AuditHead | null>;
}

export interface AuditInTx extends Audit {
  /**
   * Appends a row, as the last statement of the transaction of the act: the rows have no gaps, so the transactions that
   * append wait for each other. Use cases do not call it: they emit, and the audit log's reader appends.
   * @throws when the log has lost its end; the act is not carried out then
   */
  append(event: {
    readonly actor: AuditActor;
    readonly action: AuditAction;
    readonly accountId: string | null;
    readonly detail: AuditDetail | null;
    readonly now: Date;
  }): Promise<void>;
  /** Forgets the details of an account's rows (LGPD art. 18 VI); the chain holds. */
  forget(accountId: string): Promise<void>;
}
