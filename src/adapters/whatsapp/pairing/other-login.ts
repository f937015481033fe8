import type { Clock } from '#src/app/ports/clock.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { LeaseHold } from '#src/app/ports/lease.js';

/** What to do after another login has ended our connection (WhatsApp's 440). */
export interface OtherLogin {
  /** Asks who it was, then calls one of the three; once the database answers. Never rejects. */
  found(): Promise<void>;
  /** Ends the wait that follows another program's login. */
  stop(): void;
}

/** An instance of ours that wakes up logs in once; each of its wakings is answered this often. */
const RETURNS = 3;
/** While the database does not say whose the lease is, it is asked again after this. */
const ASK_AGAIN_MS = 3_000;
/** Logins further apart than this have nothing to do with each other. */
const RETURNS_WITHIN_MS = 10 * 60_000;

/**
 * The lease tells the two apart. It is another owner's: this process was the stale one. It is ours, and was taken from
 * an owner that never gave it up: that instance woke up in the middle of its login and finds out by itself, so the
 * rightful owner returns at once. While the database does not answer this is unknown: it is asked again, and the number
 * is left alone until it answers. Otherwise another program uses the number: it is left alone for a while, and the
 * lease is kept, so that no other instance fights over the number either.
 * @param deps.renew null when the lease is another owner's
 * @param deps.standAside tells the status; `returnNow` follows after `waitMs`
 */
export function createOtherLogin(deps: {
  readonly renew: () => Promise<LeaseHold | null>;
  readonly lost: () => void;
  readonly returnNow: () => void;
  readonly standAside: () => void;
  readonly waitMs: number;
  readonly clock: Clock;
  readonly log: EventLog;
}): OtherLogin {
  const { log, clock } = deps;
  let returns: readonly number[] = [];
  let wait: NodeJS.Timeout | undefined;
  let over = false;

  async function ask(): Promise<LeaseHold | null | undefined> {
    try {
      return await deps.renew();
    } catch (error) {
      log.error('whatsapp.lease_unreachable', { error });
      return undefined;
    }
  }

  function mayReturn(): boolean {
    const now = clock.now().getTime();
    returns = returns.filter((at) => now - at < RETURNS_WITHIN_MS);
    if (returns.length >= RETURNS) return false;
    returns = [...returns, now];
    return true;
  }

  function isOver(): boolean {
    return over;
  }

  return {
    async found() {
      clearTimeout(wait);
      const hold = await ask();
      if (isOver()) return;
      if (hold === undefined) {
        wait = setTimeout(() => void this.found(), ASK_AGAIN_MS);
        return;
      }
      if (hold === null) {
        deps.lost();
        return;
      }
      if (hold.lapsed && mayReturn()) {
        log.warn('whatsapp.stale_login');
        deps.returnNow();
        return;
      }
      log.warn('whatsapp.another_program');
      deps.standAside();
      wait = setTimeout(deps.returnNow, deps.waitMs);
    },
    stop() {
      over = true;
      clearTimeout(wait);
    },
  };
}
