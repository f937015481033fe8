import type { BotNumber } from '#src/domain/bot-number.js';
import { addressBuckets } from '#src/domain/address-buckets.js';
import {
  LOGIN_REQUEST_LIFETIME_MS,
  loginRequestState,
  makeRequestCode,
  NUMBERS,
  showRequestCode,
  SMALLEST_NUMBER,
  type LoginRequestState,
} from '#src/domain/login-request.js';
import { safeNextPath } from '#src/domain/next-path.js';
import { maskPersonName } from '#src/domain/person-name.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { describeDevice } from '#src/domain/session.js';
import { THROTTLES } from '#src/domain/throttle.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { Clock } from '#src/app/ports/clock.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Digests } from '#src/app/ports/crypto/digests.js';
import type { Random } from '#src/app/ports/random.js';
import type { RateLimiter } from '#src/app/ports/rate-limiter.js';
import type { Store, Tables } from '#src/app/ports/tables/store.js';
import type { SignedIn, StartSession } from '#src/app/session/start-session.js';

export interface LoginAsked {
  readonly requestId: string;
  /** `ABCD-2345`, as people read it. */
  readonly requestCode: string;
  /** The text of the `wa.me` button and the QR. */
  readonly waText: string;
  /** The bot's own number, for `wa.me`. */
  readonly waPhone: BotNumber;
  /** 10 to 99; the page shows it, and no message ever does. */
  readonly number: number;
  /** Seconds. */
  readonly expiresInS: number;
  /** Goes into the browser's cookie; only this browser gets the session. */
  readonly browserToken: string;
}

export type LoginAskRefusal =
  | { readonly code: 'channel_down' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export type LoginCompletionRefusal =
  /** `not_found` also in another browser; `not_approved` while pending and after a no. */
  | { readonly code: 'not_found' | 'not_approved' | 'expired' | 'used' }
  /** Approved by an account that this browser was not in last; nothing is consumed. `maskedName`: "P••• S•••". */
  | { readonly code: 'confirmation_required'; readonly maskedName: string };

export type LoginCompleted = SignedIn & {
  /** A path of this site that was asked for, or null for the default page. */
  readonly next: string | null;
};

/** A page, and the browser it is in. */
interface PageAsking {
  readonly requestId: string;
  readonly browserToken: string;
}

export type LoginRequestFlow = ReturnType<typeof createLoginRequests>;

/**
 * The browser's side of an inbound-first login: a page asks and shows a code and a number, a chat
 * approves (src/app/chat/effects), and the session appears in the browser that asked and in no other
 * (security case 20; RFC 10027). Every change is announced as `login_request.changed`.
 */
export function createLoginRequests(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
  readonly board: Pick<ChannelBoard, 'current'>;
  readonly copy: AccessCopy;
  readonly startSession: StartSession;
}) {
  const { store, clock, random, digests, limiter, board, copy, startSession } = deps;

  async function rejectionReason(
    tables: Tables,
    input: { readonly id: string; readonly bindingDigest: Uint8Array; readonly now: Date },
  ): Promise<LoginCompletionRefusal> {
    const request = await tables.loginRequests.find(input.id, input.bindingDigest);
    if (request === null) return { code: 'not_found' };
    if (request.consumedAt !== null) return { code: 'used' };
    const expired = loginRequestState(request, input.now) === 'expired';
    return { code: expired ? 'expired' : 'not_approved' };
  }

  async function wasLastIn(
    tables: Tables,
    browser: { readonly lastKnown: string | null; readonly accountId: string },
  ): Promise<boolean> {
    const { lastKnown, accountId } = browser;
    if (lastKnown === null) return false;
    return tables.knownBrowsers.isKnown([digests.token('known-browser', lastKnown)], { accountId });
  }

  async function states(
    asked: readonly PageAsking[],
  ): Promise<readonly (LoginRequestState | null)[]> {
    const standings = await store.loginRequests.standings(
      asked.map(({ requestId, browserToken }) => ({
        id: requestId,
        bindingDigest: digests.token('browser', browserToken),
      })),
    );
    const now = clock.now();
    return standings.map((standing) => standing && loginRequestState(standing, now));
  }

  return {
    /** @param input.next taken only when it is a path of this site */
    async ask(input: {
      readonly next: string | null;
      readonly browserToken: string | null;
      readonly userAgent: string;
      readonly address: string;
    }): Promise<Result<LoginAsked, LoginAskRefusal>> {
      const { state, phone } = await board.current();
      // People write first here, so the 463 breaker is no reason to refuse.
      if (state !== 'open' || phone === null) return fail({ code: 'channel_down' });
      const verdict = await limiter.hitAll([
        ...addressBuckets(THROTTLES.loginRequestPerIp, input.address),
        { throttle: THROTTLES.loginRequestEverywhere, key: 'everybody' },
      ]);
      const { allowed, retryAfterS } = verdict;
      if (!allowed) return fail({ code: 'too_many_requests', retryAfterS });
      const now = clock.now();
      const id = random.id();
      const code = makeRequestCode((limit) => random.below(limit));
      const number = SMALLEST_NUMBER + random.below(NUMBERS);
      const browserToken = input.browserToken ?? random.token();
      const next = safeNextPath(input.next, '');
      await store.loginRequests.create({
        id,
        code,
        bindingDigest: digests.token('browser', browserToken),
        ...describeDevice(input.userAgent),
        number,
        next: next === '' ? null : next,
        expiresAt: new Date(now.getTime() + LOGIN_REQUEST_LIFETIME_MS),
        now,
      });
      const requestCode = showRequestCode(code);
      return ok({
        requestId: id,
        requestCode,
        waText: copy.requestText(requestCode),
        waPhone: phone,
        number,
        expiresInS: LOGIN_REQUEST_LIFETIME_MS / 1000,
        browserToken,
      });
    },
    /** Where the request stands; null when it is unknown or another browser asks. Changes nothing. */
    state: async (asked: PageAsking): Promise<LoginRequestState | null> =>
      (await states([asked]))[0] ?? null,
    /** The same for many pages in one look, in the order asked. */
    states,
    /**
     * Turns an approved request into a session, once, in the browser that asked. A person who saw the number on the
     * screen can have approved it with an account of their own (login CSRF, RFC 6749 §10.12), so only the account that
     * this browser was in last opens without a question. Any other account, and every account in a new browser, needs
     * `confirmed`.
     * Atomic: the account is locked first, and one guarded statement consumes the request.
     * @param input.lastKnown the token of this browser's last sign-in, or null
     * @param input.confirmed the person was shown the masked name and said yes
     */
    async complete(input: {
      readonly requestId: string;
      readonly browserToken: string;
      readonly lastKnown: string | null;
      readonly confirmed: boolean;
      readonly userAgent: string;
      readonly address: string;
    }): Promise<Result<LoginCompleted, LoginCompletionRefusal>> {
      const bindingDigest = digests.token('browser', input.browserToken);
      const now = clock.now();
      const which = { id: input.requestId, bindingDigest, now };
      return store.transaction(
        async (tx): Promise<Result<LoginCompleted, LoginCompletionRefusal>> => {
          const asked = await tx.loginRequests.find(which.id, bindingDigest);
          const accountId = asked?.accountId ?? null;
          if (accountId === null) return fail(await rejectionReason(tx, which));
          const account = await tx.accounts.lock(accountId);
          if (account?.status !== 'active') return fail({ code: 'not_approved' });
          if (!input.confirmed && !(await wasLastIn(tx, { ...input, accountId }))) {
            // Asked only about what can be completed: `consume` refuses the rest.
            if (asked?.consumedAt !== null || loginRequestState(asked, now) !== 'approved') {
              return fail(await rejectionReason(tx, which));
            }
            const maskedName = maskPersonName(account.name);
            return fail({ code: 'confirmation_required', maskedName });
          }
          const request = await tx.loginRequests.consume(which);
          if (request === null) return fail(await rejectionReason(tx, which));
          await tx.accounts.clearFailures(account.id);
          const { userAgent } = input;
          const session = { accountId: account.id, method: 'request', userAgent, now } as const;
          const signedIn = await startSession(tx, session);
          return ok({ ...signedIn, next: request.next });
        },
      );
    },
  };
}
