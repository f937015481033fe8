import type { LeaseHold } from '#src/app/ports/lease.js';

/** A lease that is renewed in the background. */
interface LeaseRenewal {
  stop(): void;
}

/** After this part of its time without an answer the database is asked once more. */
const ASK_AGAIN = 0.7;
/** How long that last question may take, as a part of the lease's time. */
const LAST_ANSWER = 0.2;

/**
 * Renews at a third of the lease's time. It is lost when the database says so. Without an answer in time it is lost,
 * too, when another instance was waiting for it at the last answer; when none was, this process keeps it and goes on
 * asking: what a stale owner writes is refused by its epoch, and nothing leaves that is not written.
 * @param deps.renew null when the lease is another owner's
 * @param deps.onLost called once
 * @param deps.onUnanswered the lease ran out without an answer, and no instance waits for it
 */
export function startLeaseRenewal(deps: {
  readonly renew: () => Promise<LeaseHold | null>;
  readonly ttlMs: number;
  readonly onLost: () => void;
  readonly onUnanswered: () => void;
  readonly onTrouble: (error: unknown) => void;
}): LeaseRenewal {
  const { ttlMs } = deps;
  let over = false;
  // Until the first answer, it may be wanted.
  let wanted = true;
  let asked = 0;
  let answered = 0;
  let silence = setTimeout(askAgain, ttlMs * ASK_AGAIN);
  let end: NodeJS.Timeout | undefined;
  let next = setTimeout(() => void renewForever(), ttlMs / 3);

  async function renewForever(): Promise<void> {
    await renew();
    if (!isOver()) next = setTimeout(() => void renewForever(), ttlMs / 3);
  }

  async function renew(): Promise<void> {
    const question = (asked += 1);
    // Counted from the question: the answer may have been long under way.
    const ranOut = setTimeout(askAgain, ttlMs * ASK_AGAIN);
    try {
      const hold = await deps.renew();
      if (isOver() || question < answered) {
        clearTimeout(ranOut);
        return;
      }
      answered = question;
      clearTimeout(silence);
      clearTimeout(end);
      silence = ranOut;
      if (hold === null) lose();
      else wanted = hold.wanted;
    } catch (error) {
      clearTimeout(ranOut);
      if (!isOver()) deps.onTrouble(error);
    }
  }

  /** A process that was frozen asks the database before it gives the lease up. */
  function askAgain(): void {
    if (isOver()) return;
    clearTimeout(end);
    end = setTimeout(giveUpIfWanted, ttlMs * LAST_ANSWER);
    void renew();
  }

  function giveUpIfWanted(): void {
    if (wanted) lose();
    else deps.onUnanswered();
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
    clearTimeout(silence);
    clearTimeout(end);
    clearTimeout(next);
  }

  return { stop };
}
