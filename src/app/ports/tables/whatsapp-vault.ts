/** One change of the bot's Signal state; `value: null` deletes. Values are serialized by the caller. */
export type VaultChange =
  | {
      readonly kind: 'key';
      readonly type: string;
      readonly id: string;
      readonly value: string | null;
    }
  | { readonly kind: 'credentials'; readonly value: string | null }
  /** Everything of this bot: after a logout. */
  | { readonly kind: 'clear' };

export interface VaultContents {
  readonly credentials: string | null;
  readonly keys: readonly { readonly type: string; readonly id: string; readonly value: string }[];
}

/** Where the bot's Signal keys rest, encrypted. One owner reads them once and writes groups in order. */
export interface WhatsAppVault {
  load(bot: string): Promise<VaultContents>;
  /**
   * Commits a group in one transaction, in order, if the epoch is still the lease's.
   * @returns false when the epoch is stale: nothing was written, this process no longer owns the number
   */
  commit(input: {
    readonly bot: string;
    readonly epoch: bigint;
    readonly changes: readonly VaultChange[];
  }): Promise<boolean>;
}
