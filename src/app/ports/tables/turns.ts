import type { Jid } from '#src/domain/jid.js';
import type { DialogueSnapshot } from '../dialogue.js';
import type { Claim, NewMessage, OutboxItem } from './outbox.js';

/** The end of a chat's turn, in a transaction that has locked its conversation. */
export interface Turns {
  /**
   * Keeps the dialogue's state, appends the answers to the outbox in this order and marks the messages as answered, their
   * content forgotten.
   * @param input.snapshot null: the state stays as it is
   * @param input.claim for whom the first answer is appended as claimed, unless another message of the chat is on the
   *   way; null: nobody claims it now
   * @returns `turned`: how many of the messages were still waiting (fewer than given means that another owner answered
   *   them); `claimed`: the answer that may be sent after the commit, or null
   */
  end(input: {
    readonly chat: Jid;
    readonly snapshot: DialogueSnapshot | null;
    readonly seqs: readonly bigint[];
    readonly answers: readonly NewMessage[];
    readonly claim: Claim | null;
    readonly now: Date;
  }): Promise<{ readonly turned: number; readonly claimed: OutboxItem | null }>;
}
