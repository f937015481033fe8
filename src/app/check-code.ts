import {
  MAX_WRONG_CODES,
  challengeState,
  type ChallengePurpose,
  type Code,
} from '#src/domain/challenge.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import { codesAreDisabled } from './issue-code.js';
import { NOBODY } from './nobody.js';
import type { Account } from './ports/accounts.js';
import type { Challenge } from './ports/challenges.js';
import type { Digests } from './ports/digests.js';
import type { Tables } from './ports/store.js';

/** Over all browsers, each with five at the most: a stranger in one cannot use the owner's code up. */
const CHAT_CODE_GUESSES = 5 * MAX_WRONG_CODES;

export type CodeRefusal =
  | { readonly code: 'wrong_code'; readonly attemptsLeft: number }
  | { readonly code: 'challenge_expired' }
  | { readonly code: 'challenge_exhausted' };

/** What else speaks against letting a right proof count; asked before it is used up. */
export type Vet<Objection> = (tables: Tables, account: Account) => Promise<Objection | null>;

export interface CodeInput {
  readonly challengeId: string;
  readonly code: Code;
  readonly purpose: ChallengePurpose;
  readonly bindingDigest: Uint8Array;
  /** Whose code it has to be; null when the code itself says. */
  readonly owner: { readonly accountId: string | null } | null;
  readonly now: Date;
}

/**
 * Checks a code and consumes it in the caller's transaction, together with what it proves.
 *
 * One statement counts the attempt before anything is compared, so a hundred parallel guesses get
 * five (security case 1); one statement consumes the code, so two right answers get one (case 2). A
 * code that the person asked for in chat is accepted, too, in the browser in which the same person's
 * CPF was typed. Wrong codes add up over all challenges of an account (case 3). A refusal has counted
 * the attempt: commit it.
 */
export function createCheckCode({ digests }: { readonly digests: Digests }) {
  function matches(challenge: Challenge, code: Code): boolean {
    const { id: challengeId, purpose, codeDigest, accountId } = challenge;
    const digest = digests.code({ challengeId, purpose, code });
    // A decoy never opens, not even to a lucky guess.
    return digests.same(digest, codeDigest) && accountId !== null;
  }

  async function whyClosed(tables: Tables, input: CodeInput): Promise<CodeRefusal> {
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
    { asked, purpose, code, now }: { asked: Challenge } & CodeInput,
  ): Promise<Challenge | null> {
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

  async function consume<Objection>(
    tables: Tables,
    { challenge, now, vet }: { challenge: Challenge; now: Date; vet: Vet<Objection> },
  ): Promise<Result<Account, CodeRefusal | Objection>> {
    const account = await tables.accounts.lock(challenge.accountId ?? NOBODY);
    if (account === null || codesAreDisabled(account)) return fail({ code: 'challenge_expired' });
    const objection = await vet(tables, account);
    if (objection !== null) return fail(objection);
    if (!(await tables.challenges.consume(challenge.id, now))) {
      return fail({ code: 'challenge_expired' });
    }
    await tables.challenges.supersedeAll(account.id, now);
    await tables.accounts.clearFailures(account.id);
    return ok(account);
  }

  return async function checkCode<Objection>(
    tables: Tables,
    input: CodeInput & { readonly vet: Vet<Objection> },
  ): Promise<Result<Account, CodeRefusal | Objection>> {
    const { challengeId, bindingDigest, purpose, owner, now } = input;
    const attempt = { id: challengeId, bindingDigest, limit: MAX_WRONG_CODES, now };
    const asked = await tables.challenges.takeAttempt(attempt);
    if (asked?.purpose !== purpose) return fail(await whyClosed(tables, input));
    if (owner !== null && owner.accountId !== asked.accountId) {
      return fail({ code: 'challenge_expired' });
    }
    const challenge = await matching(tables, { ...input, asked });
    if (challenge !== null) return consume(tables, { challenge, now, vet: input.vet });
    await tables.accounts.countFailure(asked.accountId ?? NOBODY);
    return fail({ code: 'wrong_code', attemptsLeft: MAX_WRONG_CODES - asked.attempts });
  };
}
