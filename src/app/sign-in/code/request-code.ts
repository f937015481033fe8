import { secondsUntil } from '#src/domain/allowance.js';
import {
  CODE_LIFETIME_MS,
  MAX_WRONG_CODES,
  RESEND_INTERVAL_MS,
  type ChallengePurpose,
} from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { TaxId } from '#src/domain/tax-id.js';
import type { Origin, ProofSubject } from '#src/app/proof/proof.js';
import { codesAreDisabled, openChallenge } from '#src/app/proof/issue-code.js';
import { decoyChat } from '#src/app/shared/decoy-account.js';
import { openSince, trustedChat } from '#src/app/delivery/notify-owner.js';
import { pageDelay } from '#src/app/delivery/page-delay.js';
import type { LimitPages } from '#src/app/proof/limit-pages.js';
import type { ReachableAccount } from '#src/app/ports/tables/accounts.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { Random } from '#src/app/ports/random.js';
import type { Store, Tx } from '#src/app/ports/tables/store.js';

export interface CodeRequested {
  readonly challengeId: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Seconds until another code may be asked for this CPF, in any browser. */
  readonly resendIn: number;
  /**
   * No code goes out for this request: too many were asked for this CPF just now. The same for every CPF; a code from
   * the chat still works here.
   */
  readonly held: boolean;
  /** Goes into the browser's cookie; only this browser can use the code (security case 5). */
  readonly browserToken: string;
}

export type RequestCode = ReturnType<typeof createRequestCode>;

export type CodeRequestRefusal =
  | { readonly code: 'channel_down' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

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
  readonly limitPages: LimitPages;
  readonly board: ChannelBoard;
  readonly copy: AccessCopy;
  /** Days without a message after which the number alone is no longer a proof of identity. */
  readonly dormantDays: number;
}) {
  const { store, clock, random, digests, limitPages, board, copy, dormantDays } = deps;

  /** @returns null when this browser has a code to wait for, which another one would not replace now */
  async function open(
    tables: Tx,
    input: {
      found: ReachableAccount | null;
      taxId: TaxId;
      purpose: ChallengePurpose;
      bindingDigest: Uint8Array;
      now: Date;
    },
  ): Promise<{ challengeId: string | null; held: boolean; resendIn: number }> {
    const { found, taxId, purpose, bindingDigest, now } = input;
    const reached = found === null || codesAreDisabled(found.account) ? null : found;
    const accountId = reached?.account.id ?? null;
    const chat = trustedChat(reached?.numbers ?? [], { now, dormantDays });
    const sendable = accountId !== null && chat !== null;
    const verdict = await tables.messageLimits.askFromPage({
      ...{ id: random.id(), taxId, sendable, now },
    });
    const { sent } = verdict;
    const limits = { held: !verdict.granted, resendIn: secondsUntil(verdict.nextAt, now) };
    if (limits.held) {
      const waiting = { taxId, purpose, bindingDigest, limit: MAX_WRONG_CODES, now };
      if (await tables.challenges.isWaiting(waiting)) return { challengeId: null, ...limits };
    }
    // Not sent, it can still be met by the account's code from the chat (check-code.ts).
    const challenge = await openChallenge(
      { random, digests, tables },
      { accountId, taxId, purpose, bindingDigest, sent, now },
    );
    const { challengeId, code, expiresAt } = challenge;
    const message = {
      chat: sent && chat !== null ? chat : decoyChat(random),
      solicited: false,
      expiresAt,
      decoy: !sent,
      delayMs: pageDelay(random),
    };
    const notice = { kind: 'notice', text: copy.pageCode({ purpose }) } as const;
    await tables.outbox.enqueue(
      [
        { ...message, ...notice, messageId: random.messageId() },
        { ...message, kind: 'code', messageId: random.messageId(), text: copy.code(code) },
      ],
      now,
    );
    return { challengeId, ...limits };
  }

  return async function requestCode(
    input: Origin & {
      /** A CPF that was typed, or the account that is signed in. */
      readonly subject: ProofSubject;
      readonly purpose: ChallengePurpose;
    },
  ): Promise<Result<CodeRequested, CodeRequestRefusal>> {
    const status = await board.current();
    if (status.state !== 'open' || status.heldUntil !== null) return fail({ code: 'channel_down' });
    const browserToken = input.browserToken ?? random.token();
    const bindingDigest = digests.token('browser', browserToken);
    const { subject, purpose } = input;
    const retryAfterS = await limitPages({ ...input, subject });
    if (retryAfterS > 0) return fail({ code: 'too_many_requests', retryAfterS });
    const now = clock.now();
    const found = await store.accounts.findWithChats(subject, openSince(now));
    const taxId = 'taxId' in subject ? subject.taxId : found?.account.taxId;
    const asked =
      taxId === undefined
        ? // Erased a moment ago, while still signed in: a challenge that is over already.
          { challengeId: random.id(), held: false, resendIn: RESEND_INTERVAL_MS / 1000 }
        : await store.transaction((tables) =>
            open(tables, { found, taxId, purpose, bindingDigest, now }),
          );
    const { challengeId, held, resendIn } = asked;
    if (challengeId === null) return fail({ code: 'too_many_requests', retryAfterS: resendIn });
    return ok({ challengeId, expiresIn: CODE_LIFETIME_MS / 1000, resendIn, held, browserToken });
  };
}
