import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';

/** Who an account belongs to, when that turns out to be somebody else. */
export interface Ownership {
  /**
   * Gives the account to whoever has `phone`: that number becomes its only way in. Every other number, the password,
   * Google accounts, sign-ins under way, links, codes, sessions and notices that were held back are deleted, and so are a deletion that was asked
   * for and a block; the name is asked for anew. Call it inside a transaction only; holds the account's row until that ends.
   * @returns the sessions that lived, or null when the number opens another account already; nothing has changed then
   */
  handOver(input: {
    readonly accountId: string;
    /** For the number's row. */
    readonly numberId: string;
    readonly phone: Phone;
    /** The chat that claimed it: the number trusts no other. */
    readonly chat: Jid;
    readonly now: Date;
  }): Promise<{ readonly sessionIds: readonly string[] } | null>;
}
