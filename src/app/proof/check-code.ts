import {
  MAX_CONSECUTIVE_FAILURES,
  MAX_WRONG_CODES,
  challengeState,
  type ChallengePurpose,
  type Code,
} from '#src/domain/challenge.js';
import { secondsUntil } from '#src/domain/allowance.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { codesAreDisabled } from './issue-code.js';
import type { Account } from '../ports/tables/accounts.js';
import type { Challenge } from '../ports/tables/challenges.js';
import type { Digests } from '../ports/crypto/digests.js';
import type { Random } from '../ports/random.js';
import type { Store, Tx } from '../ports/tables/store.js';
import type { CodeTry } from '../ports/tables/try-limits.js';

export type CodeRefusal =
  | { readonly code: 'wrong_code'; readonly attemptsLeft: number }
  | { readonly code: 'challenge_expired' }
  | { readonly code: 'challenge_exhausted' }
  | { readonly code: 'too_many_requests'; readonly retryAfterS: number };

/** A check that can reject a right proof, before it is used up; null: no rejection. */
export type Precheck<Rejection> = (tx: Tx, account: Account) => Promise<Rejection | null>;

export interface CodeInput {
  readonly challengeId: string;
  readonly code: Code;
  readonly purpose: ChallengePurpose;
  readonly bindingDigest: Uint8Array;
  /** Digests of what the browser is known by. */
  readonly known: readonly Uint8Array[];
  /** The account that the code has to belong to; null when the code itself decides. */
  readonly owner: { readonly accountId: string | null } | null;
  readonly now: Date;
}

/** A code that is right and not used up yet. */
export interface RightCode {
  readonly challenge: Challenge & { readonly accountId: string };
  readonly tried: CodeTry;
}

/** What was counted, for the warning to the owner; null when nothing was. */
export interface CodeChecked {
  readonly tried: CodeTry | null;
  readonly result: Result<RightCode, CodeRefusal>;
}

/**
 * Checks a code, and consumes a right one together with what it proves.
 *
 * One statement counts the guess before anything is compared (try-limits.ts), so a hundred parallel guesses get five
 * and an account is guessed at twenty-five times an hour (security cases 1 and 59); one statement consumes the code, so
 * two right answers get one (case 2). A code that was not sent is never accepted (case 58). A code that the person
 * asked for in chat is accepted, too, in a browser whose own was not sent (docs/decisions/0007). Wrong codes add up
 * over all challenges of an account (case 3).
 */
export function createCheckCode(deps: {
  readonly digests: Digests;
  readonly random: Random;
  readonly store: Store;
}) {
  const { digests, random, store } = deps;

  /** Only a code that was sent matches: a lucky guess at a decoy does not. */
  function matches(challenge: Challenge | null, code: Code): boolean {
    if (challenge?.sent !== true || challenge.accountId === null) return false;
    const { id: challengeId, accountId, purpose, codeDigest } = challenge;
    return digests.same(digests.code({ challengeId, accountId, purpose, code }), codeDigest);
  }

  async function whyClosed({ challengeId, bindingDigest, now }: CodeInput): Promise<CodeRefusal> {
    const challenge = await store.challenges.find(challengeId);
    const bound = challenge?.bindingDigest ?? null;
    if (challenge === null || bound === null || !digests.same(bound, bindingDigest)) {
      return { code: 'challenge_expired' };
    }
    const state = challengeState({ ...challenge, wrongCodes: challenge.attempts }, now);
    return { code: state === 'exhausted' ? 'challenge_exhausted' : 'challenge_expired' };
  }

  function judge(tried: CodeTry, { code, now, owner }: CodeInput): Result<RightCode, CodeRefusal> {
    const { asked, fromChat } = tried;
    if (!tried.granted) {
      return fail({ code: 'too_many_requests', retryAfterS: secondsUntil(tried.nextAt, now) });
    }
    if (asked === null) return fail({ code: 'challenge_exhausted' });
    if (owner !== null && owner.accountId !== asked.accountId) {
      return fail({ code: 'challenge_expired' });
    }
    // A browser whose own code went out has that one to type: it gets no guesses at the chat's.
    const challenge = asked.sent ? asked : fromChat;
    const accountId = challenge?.accountId ?? null;
    if (challenge === null || accountId === null || !matches(challenge, code)) {
      return fail({ code: 'wrong_code', attemptsLeft: MAX_WRONG_CODES - asked.attempts });
    }
    // Only the right code gets the answer that it is over.
    if (challenge.disarmedAt !== null) return fail({ code: 'challenge_expired' });
    return ok({ challenge: { ...challenge, accountId }, tried });
  }

  return {
    /** Counts the guess and compares; a right code is not used up. Call it outside of a transaction. */
    async check(input: CodeInput): Promise<CodeChecked> {
      const tried = await store.tryLimits.takeCode({ ...input, id: random.id() });
      if (tried === null) return { tried, result: fail(await whyClosed(input)) };
      return { tried, result: judge(tried, input) };
    },
    /** Uses a right code up, in the transaction of what it proves. A rejection leaves it to be typed again. */
    async consume<Rejection>(
      tx: Tx,
      input: {
        readonly right: RightCode;
        readonly now: Date;
        readonly precheck: Precheck<Rejection>;
      },
    ): Promise<Result<Account, CodeRefusal | Rejection>> {
      const { right, now, precheck } = input;
      const { challenge, tried } = right;
      const account = await tx.accounts.lock(challenge.accountId);
      if (account === null || isDisabled(account, tried))
        return fail({ code: 'challenge_expired' });
      const rejection = await precheck(tx, account);
      if (rejection !== null) return fail(rejection);
      const used = { challengeId: challenge.id, accountId: account.id, key: tried.key, now };
      return (await tx.tryLimits.useCode(used)) ? ok(account) : fail({ code: 'challenge_expired' });
    },
  };
}

/** The guess at hand was counted as wrong already, under the account's name or the known browser's. */
function isDisabled(account: Account, { failures, isKnown }: CodeTry): boolean {
  if (failures > MAX_CONSECUTIVE_FAILURES) return true;
  return isKnown ? codesAreDisabled(account) : account.status !== 'active';
}
