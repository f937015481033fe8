import type { Jid } from '#src/domain/jid.js';
import type { TaxId } from '#src/domain/tax-id.js';

/** "This CPF is mine" from chats that cannot prove it; the admin settles them. */
export interface Claims {
  /** Records a claim; the same one again only moves its time. */
  record(claim: {
    readonly id: string;
    readonly accountId: string | null;
    readonly taxId: TaxId;
    readonly chat: Jid;
    readonly now: Date;
  }): Promise<void>;
  /** Claims on existing accounts, the oldest first. */
  open(limit: number): Promise<
    readonly {
      readonly id: string;
      readonly accountId: string;
      readonly chat: Jid;
      readonly askedAt: Date;
    }[]
  >;
  /** Deletes claims made before `before`. @returns how many */
  sweep(before: Date): Promise<number>;
}
