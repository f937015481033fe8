import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { DialogueSnapshot } from './dialogue.js';

export interface Conversation {
  readonly chat: Jid;
  readonly snapshot: DialogueSnapshot | null;
  readonly lastInboundAt: Date | null;
}

export interface Conversations {
  /**
   * Loads a chat's conversation and locks it until the transaction ends, so that turns of one chat
   * never overlap; makes an empty one in a new chat. Call it inside a transaction only.
   */
  lock(input: {
    readonly chat: Jid;
    readonly phone: Phone | null;
    readonly now: Date;
  }): Promise<Conversation>;
  save(input: {
    readonly chat: Jid;
    readonly snapshot: DialogueSnapshot;
    readonly lastInboundAt: Date;
    readonly now: Date;
  }): Promise<void>;
  /** The chat in which this number wrote to the bot last, if it ever did since `since`. */
  openChat(phone: Phone, since: Date): Promise<Jid | null>;
  /**
   * Records that a chat tried a CPF.
   * @returns how many different CPFs it tried since `since`, this one included
   */
  countTaxIdTry(input: {
    readonly chat: Jid;
    readonly taxId: TaxId;
    readonly since: Date;
    readonly now: Date;
  }): Promise<number>;
  /** Deletes CPF tries older than `before`. @returns how many */
  sweepTaxIdTries(before: Date): Promise<number>;
}
