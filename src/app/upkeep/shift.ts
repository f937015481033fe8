import type { LeaseGrant, Leases } from '../ports/lease.js';

/** Work that only one instance at a time has to do. */
export interface Shift {
  /** Does the work if it is this instance's turn; does nothing otherwise. @throws what the work throws */
  run(work: () => Promise<void>): Promise<void>;
  /** Gives the turn up, so that another instance need not wait. Does not throw: the lease runs out by itself. */
  end(): Promise<void>;
}

/**
 * Gives work to one instance by a lease in the database: the instance that did it last goes on doing it, and another
 * takes over when the lease has run out. Work that takes longer than the lease may overlap with the next one's, which
 * it must bear.
 */
export function createShift(deps: {
  readonly leases: Leases;
  readonly name: string;
  /** Names this process. */
  readonly owner: string;
  /** Longer than the time from one run to the next. */
  readonly ttlMs: number;
  /** Whether there can be other instances. */
  readonly shared: boolean;
}): Shift {
  const { leases, name, owner, ttlMs, shared } = deps;
  let grant: LeaseGrant | null = null;
  return {
    run: async (work) => {
      if (shared) {
        grant = await leases.acquire({ name, owner, ttlMs });
        if (grant === null) return;
      }
      await work();
    },
    end: async () => {
      if (grant === null) return;
      const { epoch } = grant;
      grant = null;
      await leases.release({ name, owner, epoch }).catch(() => undefined);
    },
  };
}
