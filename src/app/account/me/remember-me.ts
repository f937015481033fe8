import type { AccessClaims } from '../../ports/crypto/access-tokens.js';
import type { Clock } from '../../ports/clock.js';
import type { EventBus } from '../../ports/event-bus.js';
import type { DescribeMe, Me } from './describe-me.js';

/** As long as the session itself is taken for alive without a look at it (session-guard.ts). */
const FRESH_MS = 5_000;
const REMEMBERED_ACCOUNTS = 10_000;

/** One read, shared by all who ask while it is under way and for five seconds from its begin. */
interface Remembered {
  /** As one of the account's browsers saw it; the session of another one is put in its place. */
  readonly me: Promise<Me | null>;
  /** When the read of it began, in milliseconds since 1970: what happened after may be missing. */
  readonly at: number;
}

/**
 * `describeMe`, which a dashboard asks at each of its requests, from memory for five seconds: an event of the account, of
 * this or another instance, empties it at once. Requests at the same instant share one read: were each to read for
 * itself, a busy account would never be remembered. Whether the session lives is the guard's to say, before this is asked.
 */
export function createRememberMe(deps: {
  readonly describeMe: DescribeMe;
  readonly clock: Clock;
  readonly bus: Pick<EventBus, 'subscribe'>;
}): DescribeMe {
  const { describeMe, clock, bus } = deps;
  /** Account id → what was read of it, or is being read; insertion order is age. */
  const known = new Map<string, Remembered>();
  bus.subscribe('account.changed', ({ accountId }) => {
    known.delete(accountId);
  });

  function remember(accountId: string, read: Remembered): void {
    known.delete(accountId);
    known.set(accountId, read);
    const oldest = known.keys().next();
    if (known.size > REMEMBERED_ACCOUNTS && oldest.done !== true) known.delete(oldest.value);
  }

  /** @throws what the read throws; it is not remembered then, and neither is an account that is gone or blocked */
  async function read(claims: AccessClaims, at: number): Promise<Me | null> {
    const { accountId } = claims;
    const begun = { me: describeMe(claims), at };
    remember(accountId, begun);
    let me: Me | null = null;
    try {
      me = await begun.me;
      return me;
    } finally {
      if (me === null && known.get(accountId) === begun) known.delete(accountId);
    }
  }

  return async function rememberMe(claims: AccessClaims): Promise<Me | null> {
    const { accountId, sessionId } = claims;
    const now = clock.now().getTime();
    const found = known.get(accountId);
    if (found === undefined || now - found.at >= FRESH_MS) return read(claims, now);
    const me = await found.me;
    return me === null ? null : { ...me, sessionId };
  };
}
