/** The right to own the bot's number. Writes that carry a stale epoch are refused by the database. */
export interface LeaseGrant {
  readonly owner: string;
  readonly epoch: bigint;
  readonly expiresAt: Date;
}

/** A lease that is still ours, and who else there is. */
export interface LeaseHold {
  /** Another instance asked for it within the last five seconds. */
  readonly wanted: boolean;
  /**
   * Within the last day it was taken from an owner that had not given it up. That owner may be alive and frozen, and
   * may wake up in the middle of a login.
   */
  readonly lapsed: boolean;
}

/** The name of the lease that goes with a bot's number; the vault checks its epoch. */
export function botLeaseName(bot: string): string {
  return `bot:${bot}`;
}

export interface Leases {
  /**
   * Takes a free or expired lease with a new epoch, or returns null while another owner holds it; that owner is told at
   * its next renewal that the lease is wanted.
   */
  acquire(input: {
    readonly name: string;
    readonly owner: string;
    readonly ttlMs: number;
  }): Promise<LeaseGrant | null>;
  /** Extends our own. Waits for no other work of this process. @returns null when it was lost: stop at once */
  renew(grant: {
    readonly name: string;
    readonly owner: string;
    readonly epoch: bigint;
    readonly ttlMs: number;
  }): Promise<LeaseHold | null>;
  /** Gives it up, so that the next owner need not wait. */
  release(grant: {
    readonly name: string;
    readonly owner: string;
    readonly epoch: bigint;
  }): Promise<void>;
}
