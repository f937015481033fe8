import type { Jid } from '#src/domain/jid.js';
import type { Phone } from '#src/domain/phone.js';

/** Whom deleted accounts belonged to, as Signal keys name them. */
export interface ErasedPeople {
  readonly phones: readonly Phone[];
  readonly chats: readonly Jid[];
}

/** The Signal keys that name the person of a deleted account. Only the owner of the bot's number can delete them. */
export interface SignalErasures {
  /** Plans a deletion. Call it inside the transaction that deletes the account. @param input.id the account's */
  plan(input: {
    readonly id: string;
    readonly people: ErasedPeople;
    readonly now: Date;
  }): Promise<void>;
  /**
   * The planned deletions that can be carried out: nothing waits in the outbox for one of the chats (the last word is
   * to arrive, and it needs the keys), and nothing went in or out there since `quietSince`. The others are noted as
   * busy at `now`. So is one whose box opens under no key: `unreadable`, and the rest goes on.
   */
  due(input: { readonly now: Date; readonly quietSince: Date; readonly limit: number }): Promise<{
    readonly due: readonly { readonly id: string; readonly people: ErasedPeople }[];
    readonly unreadable: readonly { readonly id: string; readonly error: unknown }[];
  }>;
  /** The keys are gone: the plan goes as well, together with the last words, which have been sent. Atomic. */
  done(erasure: { readonly id: string; readonly people: ErasedPeople }): Promise<void>;
}
