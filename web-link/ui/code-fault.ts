import type { VerifyCodeRefusal } from '#src/app/sign-in/code/verify-code.js';
import type { Words } from '../words/catalogue.js';

export interface CodeFault {
  readonly text: string;
  /** Only another code helps. */
  readonly isOver: boolean;
}

/** Why a code opens nothing, for the person who typed it. */
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
