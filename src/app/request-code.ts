import { addressBuckets } from '#src/domain/address-buckets.js';
import {
  CODE_LIFETIME_MS,
  RESEND_INTERVAL_MS,
  type ChallengePurpose,
} from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { ProofSubject } from './check-proof.js';
import { codeAllowance, codesAreDisabled, openChallenge } from './issue-code.js';
import { NO_CHAT, NOBODY } from './nobody.js';
import { trustedChat } from './owner-chat.js';
import type { Account } from './ports/accounts.js';
import type { ChannelBoard } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { AccessCopy } from './ports/dialogue.js';
import type { Digests } from './ports/digests.js';
import type { EventBus } from './ports/event-bus.js';
import type { KeyedIndex } from './ports/field-cipher.js';
import type { Random } from './ports/random.js';
import type { RateLimiter } from './ports/rate-limiter.js';
import type { Store, Tables } from './ports/store.js';

export interface CodeRequested {
  readonly challengeId: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Seconds until another code may be asked for. */
  readonly resendIn: number;
  /** Goes into the browser's cookie; only this browser can use the code (security case 5). */
  readonly browserToken: string;
}

export type RequestCode = ReturnType<typeof createRequestCode>;

/**
 * A page asks for a code to be sent into a person's WhatsApp chat.
 *
 * Known, unknown, blocked, distrusted and chat-less CPFs get the same answer from the same statements
 * (security case 11). The code goes to a chat that its owner opened, never to a number built from
 * digits; who has no open chat gets the same code challenge and is told by the page to write first.
 *
 * Errors: `channel_down` while the bot is not connected, `too_many_requests` with seconds to wait.
 */
export function createRequestCode(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly index: KeyedIndex;
  readonly limiter: RateLimiter;
  readonly board: ChannelBoard;
  readonly bus: EventBus;
  readonly copy: AccessCopy;
  /** Days of silence after which a number alone opens nothing. */
  readonly dormantDays: number;
}) {
  const { store, clock, random, digests, index, limiter, board, bus, copy, dormantDays } = deps;

  /** Per browser, so that a stranger who knows a CPF cannot keep its owner waiting. */
  async function throttled(input: {
    subject: ProofSubject;
    address: string;
    bindingDigest: Uint8Array;
  }): Promise<number> {
    const { subject, address, bindingDigest } = input;
    const person =
      'taxId' in subject ? index.index('tax-id', subject.taxId) : Buffer.from(subject.accountId);
    const parts = [person, bindingDigest];
    const account = parts.map((part) => Buffer.from(part).toString('hex')).join(':');
    // Everybody's comes last: who is refused before does not use it up.
    const { retryAfterS } = await limiter.hitAll([
      ...addressBuckets(THROTTLES.codePerIp, address),
      { throttle: THROTTLES.codeResend, key: account },
      { throttle: THROTTLES.codePerAccount, key: account },
      { throttle: THROTTLES.codeEverywhere, key: 'everybody' },
    ]);
    return retryAfterS;
  }

  async function open(
    tables: Tables,
    input: {
      subject: ProofSubject;
      purpose: ChallengePurpose;
      bindingDigest: Uint8Array;
      now: Date;
    },
  ): Promise<string> {
    const { subject, purpose, bindingDigest, now } = input;
    const found = await accountOf(tables, subject);
    const account = found === null || codesAreDisabled(found) ? null : found;
    const allowance = await codeAllowance(tables, {
      accountId: account?.id ?? NOBODY,
      purpose,
      askedIn: 'anywhere',
      now,
    });
    const chat = await trustedChat(tables, { accountId: account?.id ?? null, now, dormantDays });
    const sendable = account !== null && chat !== null && allowance.ok;
    const challenge = await openChallenge(
      { random, digests, tables },
      // Not sent, it can still be met by the account's code from the chat (verify-code.ts).
      { accountId: account?.id ?? null, purpose, bindingDigest, sent: sendable, now },
    );
    const message = {
      chat: sendable ? chat : NO_CHAT,
      solicited: false,
      expiresAt: challenge.expiresAt,
      decoy: !sendable,
    };
    await tables.outbox.enqueue(
      [
        {
          ...message,
          kind: 'notice',
          messageId: random.messageId(),
          text: copy.pageCode({ purpose }),
        },
        {
          ...message,
          kind: 'code',
          messageId: random.messageId(),
          text: copy.code(challenge.code),
        },
      ],
      now,
    );
    return challenge.challengeId;
  }

  function accountOf(tables: Tables, subject: ProofSubject): Promise<Account | null> {
    if ('taxId' in subject) return tables.accounts.findByTaxId(subject.taxId);
    return tables.accounts.findById(subject.accountId);
  }

  return async function requestCode(input: {
    /** A CPF that somebody typed, or the account that is signed in. */
    readonly subject: ProofSubject;
    readonly purpose: ChallengePurpose;
    /** The browser's cookie, or null when it has none yet. */
    readonly browserToken: string | null;
    /** The client's address, after trusted proxies. */
    readonly address: string;
  }): Promise<
    Result<
      CodeRequested,
      | { readonly code: 'channel_down' }
      | { readonly code: 'too_many_requests'; readonly retryAfterS: number }
    >
  > {
    const status = await board.current();
    if (status.state !== 'open' || status.heldUntil !== null) return fail({ code: 'channel_down' });
    const now = clock.now();
    const browserToken = input.browserToken ?? random.token();
    const bindingDigest = digests.token('browser', browserToken);
    const { subject, purpose, address } = input;
    const retryAfterS = await throttled({ subject, address, bindingDigest });
    if (retryAfterS > 0) return fail({ code: 'too_many_requests', retryAfterS });
    const challengeId = await store.transaction((tables) =>
      open(tables, { subject, purpose, bindingDigest, now }),
    );
    await bus.publish('outbox.queued', {});
    return ok({
      challengeId,
      expiresIn: CODE_LIFETIME_MS / 1000,
      resendIn: RESEND_INTERVAL_MS / 1000,
      browserToken,
    });
  };
}
