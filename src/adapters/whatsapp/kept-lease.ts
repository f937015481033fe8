/** A lease that is renewed in the background. */
interface KeptLease {
  stop(): void;
}

/** How much of its time a lease that cannot be renewed is still trusted. */
const TRUSTED = 0.8;

/**
 * Renews at a third of the lease's time. It is lost when the database says so, and also when no answer came in time:
 * another process may own the number by then.
 * @param deps.onLost called once
 */
export function keepLease(deps: {
  readonly renew: () => Promise<boolean>;
  readonly ttlMs: number;
  readonly onLost: () => void;
  readonly onTrouble: (error: unknown) => void;
}): KeptLease {
  let over = false;
  let expiry = setTimeout(lose, deps.ttlMs * TRUSTED);
  let next = setTimeout(() => void renew(), deps.ttlMs / 3);

  async function renew(): Promise<void> {
    const asked = setTimeout(lose, deps.ttlMs * TRUSTED);
    try {
      const kept = await deps.renew();
      clearTimeout(isOver() ? asked : expiry);
      // Counted from the question: the answer may have been long under way.
      expiry = asked;
      if (!kept) lose();
    } catch (error) {
      clearTimeout(asked);
      if (!isOver()) deps.onTrouble(error);
    }
    if (!isOver()) next = setTimeout(() => void renew(), deps.ttlMs / 3);
  }

  function isOver(): boolean {
    return over;
  }

  function lose(): void {
    if (over) return;
    stop();
    deps.onLost();
  }

  function stop(): void {
    over = true;
    clearTimeout(expiry);
    clearTimeout(next);
  }

  return { stop };
}
