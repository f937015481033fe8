import type { GoogleRefusal } from '#src/app/sign-in/google/deps.js';
import type { LinkRefusal } from '#src/app/sign-in/google/link.js';
import type { CallbackRefusal } from '#src/app/sign-in/google/callback.js';
import type { ChatLinkRefusal } from '#src/app/sign-in/google/start-from-chat.js';
import type { StartRefusal } from '#src/app/sign-in/google/start.js';
import type { UnlinkRefusal } from '#src/app/sign-in/google/unlink.js';
import type { Problem } from '../http/problem.js';
import type { Words } from '../words/catalogue.js';

/** Every refusal of the use cases of sign-in by Google. */
export type AnyGoogleRefusal =
  | GoogleRefusal
  | StartRefusal
  | CallbackRefusal
  | LinkRefusal
  | UnlinkRefusal
  | Exclude<ChatLinkRefusal, { readonly code: 'not_authenticated' }>;

/** For programs. The conflicts are told apart by their words only (security case 36). */
export function googleProblem(refusal: AnyGoogleRefusal, words: Words): Problem {
  if (refusal.code !== 'conflict') return refusal;
  return { code: 'conflict', detail: conflictWords(refusal, words).text };
}

function conflictWords({ of }: Extract<GoogleRefusal, { code: 'conflict' }>, words: Words) {
  switch (of) {
    case 'sub_taken':
      return words.google.taken;
    case 'account_has_another':
      return words.google.another;
    case 'other_account_here':
      return words.google.otherHere;
  }
}

/** For people: what happened and what to do, for each refusal. */
export function googleFaultWords(refusal: AnyGoogleRefusal, words: Words) {
  const { google, link, problems } = words;
  switch (refusal.code) {
    case 'google_unavailable':
      return google.unavailable;
    case 'google_token_invalid':
      return google.invalid;
    case 'google_state_invalid':
      return google.stale;
    case 'google_link_expired':
      return google.linkOver;
    case 'account_blocked':
      return google.blocked;
    case 'account_contested':
      return google.contested;
    case 'conflict':
      return conflictWords(refusal, words);
    case 'step_up_required':
      return google.stepUp;
    case 'too_many_requests':
      return google.busy;
    case 'link_invalid':
      return link.invalid;
    case 'link_expired':
      return link.expired;
    case 'link_used':
      return link.used;
    case 'session_expired':
    case 'wrong_code':
    case 'wrong_password':
    case 'challenge_expired':
    case 'challenge_exhausted':
    case 'not_found':
    case 'last_way_in':
      return { title: words.errors.malformed.title, text: problems[refusal.code] };
  }
}
