import {
  MAX_WRONG_CODES,
  challengeState,
  type ChallengePurpose,
  type Code,
} from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { ipBucket, THROTTLES } from '#src/domain/throttle.js';
import { codesAreDisabled } from './issue-code.js';
import { NOBODY } from './nobody.js';
import type { Challenge } from './ports/challenges.js';
import type { Clock } from './ports/clock.js';
import type { Digests } from './ports/digests.js';
import type { RateLimiter } from './ports/rate-limiter.js';
import type { Store, Tables } from './ports/store.js';
import type { SignedIn, StartSession } from './start-session.js';

/** Over all browsers, each with five at the most: a stranger in one cannot use the owner's code up. */
const CHAT_CODE_GUESSES = 5 * MAX_WRONG_CODES;

export type VerifyCodeRefusal =
  | { readonly code: 'wrong_code'; readonly attemptsLeft: number }
  | { readonly code: 'challenge_expired' }
  | { readonly code: 'challenge_exhausted' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

export type VerifyCode = ReturnType<typeof createVerifyCode>;

/**
 * Turns a code into a session, in the browser that asked for it.
 *
 * One statement counts the attempt before anything is compared, so a hundred parallel guesses get
 * five (security case 1); one statement consumes the code, so two right answers get one session
 * (case 2). A code that the person asked for in chat is accepted, too, in the browser in which the
 * same person's CPF was typed. Wrong codes add up over all challenges of an account (case 3).
 */
export function createVerifyCode(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly limiter: RateLimiter;
  readonly startSession: StartSession;
}) {
  const { store, clock, digests, limiter, startSession } = deps;

  function matches(challenge: Challenge, code: Code): boolean {
    const { id: challengeId, purpose, codeDigest, accountId } = challenge;
    const digest = digests.code({ challengeId, purpose, code });
    // A decoy never opens, not even to a lucky guess.
    return digests.same(digest, codeDigest) && accountId !== null;
  }

  async function whyClosed(
    tables: Tables,
    input: { challengeId: string; bindingDigest: Uint8Array; now: Date },
  ): Promise<VerifyCodeRefusal> {
    const challenge = await tables.challenges.find(input.challengeId);
    const bound = challenge?.bindingDigest ?? null;
    if (challenge === null || bound === null || !digests.same(bound, input.bindingDigest)) {
      return { code: 'challenge_expired' };
    }
    const state = challengeState({ ...challenge, wrongCodes: challenge.attempts }, input.now);
    return { code: state === 'exhausted' ? 'challenge_exhausted' : 'challenge_expired' };
  }

  /** The challenge whose code this is: the page's own, or the account's from the chat. */
  async function matching(
    tables: Tables,
    input: { asked: Challenge; purpose: ChallengePurpose; code: Code; now: Date },
  ): Promise<Challenge | null> {
    const { asked, purpose, code, now } = input;
    if (matches(asked, code)) return asked;
    // A browser whose own code went out has that one to type: it gets no guesses at the chat's.
    if (asked.sent) return null;
    const fromChat = await tables.challenges.takeChatAttempt({
      accountId: asked.accountId ?? NOBODY,
      purpose,
      limit: CHAT_CODE_GUESSES,
      now,
    });
    return fromChat !== null && matches(fromChat, code) ? fromChat : null;
  }

  async function open(
    tables: Tables,
    input: { challenge: Challenge; userAgent: string; now: Date },
  ): Promise<Result<SignedIn, VerifyCodeRefusal>> {
    const { challenge, userAgent, now } = input;
    const account = await tables.accounts.findById(challenge.accountId ?? NOBODY);
    if (account === null || codesAreDisabled(account)) return fail({ code: 'challenge_expired' });
    if (!(await tables.challenges.consume(challenge.id, now))) {
      return fail({ code: 'challenge_expired' });
    }
    await tables.challenges.supersedeAll(account.id, now);
    await tables.accounts.clearFailures(account.id);
    return ok(await startSession(tables, { accountId: account.id, way: 'code', userAgent, now }));
  }

  return async function verifyCode(input: {
    readonly challengeId: string;
    readonly code: Code;
    readonly purpose: ChallengePurpose;
    readonly browserToken: string;
    readonly userAgent: string;
    readonly address: string;
  }): Promise<Result<SignedIn, VerifyCodeRefusal>> {
    const verdict = await limiter.hit(THROTTLES.verifyPerIp, ipBucket(input.address));
    if (!verdict.allowed)
      return fail({ code: 'too_many_requests', retryAfterS: verdict.retryAfterS });
    const { challengeId, code, purpose, userAgent } = input;
    const bindingDigest = digests.token('browser', input.browserToken);
    const now = clock.now();
    return store.transaction(async (tables): Promise<Result<SignedIn, VerifyCodeRefusal>> => {
      const asked = await tables.challenges.takeAttempt({
        id: challengeId,
        bindingDigest,
        limit: MAX_WRONG_CODES,
        now,
      });
      if (asked?.purpose !== purpose) {
        return fail(await whyClosed(tables, { challengeId, bindingDigest, now }));
      }
      const challenge = await matching(tables, { asked, purpose, code, now });
      if (challenge !== null) return open(tables, { challenge, userAgent, now });
      await tables.accounts.countFailure(asked.accountId ?? NOBODY);
      return fail({ code: 'wrong_code', attemptsLeft: MAX_WRONG_CODES - asked.attempts });
    });
  };
}
