import { addressBuckets } from '#src/domain/address-buckets.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { issueLink, type IssueLinkDeps } from './issue-link.js';
import { linkAllowance } from './link-allowance.js';
import { NO_CHAT, NOBODY } from './nobody.js';
import { trustedChat } from './owner-chat.js';
import type { ChannelBoard } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { AccessCopy } from './ports/dialogue.js';
import type { EventBus } from './ports/event-bus.js';
import type { KeyedIndex } from './ports/field-cipher.js';
import type { RateLimiter } from './ports/rate-limiter.js';
import type { Store, Tables } from './ports/store.js';

export type ResetRequestRefusal =
  | { readonly code: 'channel_down' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export type RequestPasswordReset = ReturnType<typeof createRequestPasswordReset>;

/**
 * "Esqueceu a senha?": the link to a new one goes into the chat that the owner opened, never to a number built from
 * digits. Known, unknown, blocked and chat-less CPFs get the same answer from the same statements (case 13), and
 * share their limits with codes (case 8).
 */
export function createRequestPasswordReset(
  deps: IssueLinkDeps & {
    readonly store: Store;
    readonly clock: Clock;
    readonly index: KeyedIndex;
    readonly limiter: RateLimiter;
    readonly board: ChannelBoard;
    readonly bus: EventBus;
    readonly copy: AccessCopy;
    /** Days of silence after which a number alone opens nothing. */
    readonly dormantDays: number;
  },
) {
  const { store, clock, random, digests, index, limiter, board, bus, copy, dormantDays } = deps;

  /** Per browser, so that a stranger who knows a CPF cannot keep its owner waiting. */
  async function throttled(input: {
    taxId: TaxId;
    browserToken: string;
    address: string;
  }): Promise<number> {
    const { taxId, browserToken, address } = input;
    const parts = [index.index('tax-id', taxId), digests.token('browser', browserToken)];
    const person = parts.map((part) => Buffer.from(part).toString('hex')).join(':');
    // Everybody's comes last: who is refused before does not use it up.
    const { retryAfterS } = await limiter.hitAll([
      ...addressBuckets(THROTTLES.codePerIp, address),
      { throttle: THROTTLES.codeResend, key: `reset:${person}` },
      { throttle: THROTTLES.codeEverywhere, key: 'everybody' },
    ]);
    return retryAfterS;
  }

  async function send(tables: Tables, { taxId, now }: { taxId: TaxId; now: Date }): Promise<void> {
    const found = await tables.accounts.findByTaxId(taxId);
    const account = found?.status === 'active' ? found : null;
    const accountId = account?.id ?? null;
    const chat = await trustedChat(tables, { accountId, now, dormantDays });
    const purpose = 'password_reset' as const;
    // Whoever drops the cookie meets this: what the account was sent counts in the database.
    const allowance = await linkAllowance(tables, { accountId: accountId ?? NOBODY, purpose, now });
    const sendable = accountId !== null && chat !== null && allowance.ok;
    const link = await issueLink(deps, tables, {
      accountId: sendable ? accountId : NOBODY,
      purpose,
      now,
    });
    const message = {
      chat: sendable ? chat : NO_CHAT,
      kind: 'link',
      messageId: random.messageId(),
      text: copy.passwordReset({ url: link.url }),
      solicited: false,
      expiresAt: link.expiresAt,
      decoy: !sendable,
    } as const;
    await tables.outbox.enqueue([message], now);
  }

  return async function requestPasswordReset(input: {
    readonly taxId: TaxId;
    /** The browser's cookie, or null when it has none yet. */
    readonly browserToken: string | null;
    readonly address: string;
  }): Promise<Result<{ readonly browserToken: string }, ResetRequestRefusal>> {
    const status = await board.current();
    if (status.state !== 'open' || status.heldUntil !== null) return fail({ code: 'channel_down' });
    const { taxId, address } = input;
    const browserToken = input.browserToken ?? random.token();
    const retryAfterS = await throttled({ taxId, browserToken, address });
    if (retryAfterS > 0) return fail({ code: 'too_many_requests', retryAfterS });
    const now = clock.now();
    await store.transaction((tables) => send(tables, { taxId, now }));
    await bus.publish('outbox.queued', {});
    return ok({ browserToken });
  };
}
