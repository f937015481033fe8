/** The right to own the bot's number. Writes that carry a stale epoch are refused by the database. */
export interface LeaseGrant {
  readonly owner: string;
  readonly epoch: bigint;
  readonly expiresAt: Date;
}

/** The name of the lease that goes with a bot's number; the vault checks its epoch. */
export function botLeaseName(bot: string): string {
  return `bot:${bot}`;
}

export interface Leases {
  /** Takes a free or expired lease with a new epoch, or returns null while another owner holds it. */
  acquire(input: {
    readonly name: string;
    readonly owner: string;
    readonly ttlMs: number;
  }): Promise<LeaseGrant | null>;
  /** Extends our own. @returns false when it was lost: stop at once */
  renew(grant: {
    readonly name: string;
    readonly owner: string;
    readonly epoch: bigint;
    readonly ttlMs: number;
  }): Promise<boolean>;
  /** Gives it up, so that the next owner need not wait. */
  release(grant: {
    readonly name: string;
    readonly owner: string;
    readonly epoch: bigint;
  }): Promise<void>;
}
