import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';

/** Who an account belongs to, when that turns out to be another person. Only inside a transaction. */
export interface Ownership {
  /**
   * Gives the account to the holder of `phone`, which becomes its only number. Sessions and notices that were held back
   * are deleted, and so are a deletion that was asked for and a block; what was counted about the CPF starts anew; the
   * name is asked for anew. What each way in has left is not touched: `handOverAccount` takes that away, too. Holds the
   * account's row until the transaction ends.
   * @returns the sessions that lived, or null when the number opens another account already; nothing has changed then
   */
  handOver(input: {
    readonly accountId: string;
    /** For the number's row. */
    readonly numberId: string;
    readonly phone: Phone;
    /** The chat that claimed it; the number trusts only this one. */
    readonly chat: Jid;
    readonly now: Date;
  }): Promise<{ readonly sessionIds: readonly string[] } | null>;
}
