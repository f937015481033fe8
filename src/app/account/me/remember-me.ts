import type { AccessClaims } from '../../ports/crypto/access-tokens.js';
import type { Clock } from '../../ports/clock.js';
import type { EventBus } from '../../ports/event-bus.js';
import type { DescribeMe, Me } from './describe-me.js';

/** As long as the session itself is taken for alive without a look at it (session-guard.ts). */
const FRESH_MS = 5_000;
const REMEMBERED_ACCOUNTS = 10_000;

interface Remembered {
  /** As one of the account's browsers saw it; the session of another one is put in its place. */
  readonly me: Me;
  /** When the read of it began, in milliseconds since 1970: what happened after may be missing. */
  readonly at: number;
}

/**
 * `describeMe`, which a dashboard asks at each of its requests, from memory for five seconds: an event of the account, of
 * this or another instance, empties it at once. Whether the session lives is the guard's to say, before this is asked.
 */
export function createRememberMe(deps: {
  readonly describeMe: DescribeMe;
  readonly clock: Clock;
  readonly bus: Pick<EventBus, 'subscribe'>;
}): DescribeMe {
  const { describeMe, clock, bus } = deps;
  /** Account id → what was read of it; insertion order is age. */
  const known = new Map<string, Remembered>();
  /** Reads under way; a change that comes meanwhile takes them out, so that what they bring is not kept. */
  const reading = new Map<string, symbol>();
  bus.subscribe('account.changed', ({ accountId }) => {
    known.delete(accountId);
    reading.delete(accountId);
  });

  function remember(me: Me, at: number): void {
    known.delete(me.accountId);
    known.set(me.accountId, { me, at });
    const oldest = known.keys().next();
    if (known.size > REMEMBERED_ACCOUNTS && oldest.done !== true) known.delete(oldest.value);
  }

  return async function rememberMe(claims: AccessClaims): Promise<Me | null> {
    const { accountId, sessionId } = claims;
    const now = clock.now().getTime();
    const found = known.get(accountId);
    if (found !== undefined && now - found.at < FRESH_MS) {
      return { ...found.me, sessionId };
    }
    const read = Symbol(accountId);
    reading.set(accountId, read);
    try {
      const me = await describeMe(claims);
      if (me !== null && reading.get(accountId) === read) remember(me, now);
      return me;
    } finally {
      if (reading.get(accountId) === read) reading.delete(accountId);
    }
  };
}
