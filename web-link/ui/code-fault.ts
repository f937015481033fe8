import type { CodeRequestRefusal } from '#src/app/sign-in/code/request-code.js';
import type { VerifyCodeRefusal } from '#src/app/sign-in/code/verify-code.js';
import type { Words } from '../words/catalogue.js';

export interface CodeFault {
  readonly text: string;
  /** Only another code helps. */
  readonly isOver: boolean;
}

/** Why no code was sent, for the person who asked for it. */
export function codeRequestFault(words: Words, refusal: CodeRequestRefusal): string {
  return refusal.code === 'channel_down'
    ? words.problems.channel_down
    : words.login.tooMany(words.wait(refusal.retryAfterS));
}

/** Why a code was refused, for the person who typed it. */
export function codeFaultOf(words: Words, refusal: VerifyCodeRefusal): CodeFault {
  switch (refusal.code) {
    case 'wrong_code':
      return { text: words.code.wrong(refusal.attemptsLeft), isOver: refusal.attemptsLeft === 0 };
    case 'challenge_expired':
      return { text: words.code.expired, isOver: true };
    case 'challenge_exhausted':
      return { text: words.code.exhausted, isOver: true };
    case 'too_many_requests':
      return { text: words.code.tooMany(words.wait(refusal.retryAfterS)), isOver: false };
  }
}
