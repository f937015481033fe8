import { parseRequestCode, threeChoices } from '#src/domain/login-request.js';
import { THROTTLES } from '#src/domain/throttle.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import { actorOf, type ChatEffectsDeps, type TurnContext } from '../turn-context.js';

export type RequestOpened =
  | {
      readonly type: 'requestOpened';
      /** A page waits, and shows one of three numbers. */
      readonly outcome: 'shown';
      /** Names from closed lists, or null when the browser did not say. */
      readonly browser: string | null;
      readonly system: string | null;
      readonly askedAt: Date;
      /** Three different two-digit numbers in the order to offer them; one is on the screen. */
      readonly choices: readonly [number, number, number];
    }
  | { readonly type: 'requestOpened'; readonly outcome: 'not_found' | 'too_many_tries' };

/**
 * A chat sent the code of a page, in capitals without a dash. The page is this chat's from now on, and what the bot shows
 * of it comes from the page's own request (security case 20).
 */
export async function openRequest(
  deps: ChatEffectsDeps,
  turn: TurnContext,
  { code: text }: { readonly code: string },
): Promise<EffectResult<RequestOpened>> {
  const { tx, chat, now } = turn;
  const code = parseRequestCode(text);
  if (code === null) return resultOf({ type: 'requestOpened', outcome: 'not_found' });
  const { limit, windowMs } = THROTTLES.requestCodesPerChat;
  const since = new Date(now.getTime() - windowMs);
  const tries = await tx.conversations.countRequestTry({ chat, code, since, now });
  if (tries > limit) return resultOf({ type: 'requestOpened', outcome: 'too_many_tries' });
  const actor = await actorOf(deps, turn);
  const request = actor === null ? null : await tx.loginRequests.claim({ code, chat, now });
  if (request === null) return resultOf({ type: 'requestOpened', outcome: 'not_found' });
  const { id: requestId, browser, system, createdAt, number } = request;
  tx.emit({ type: 'login_request.changed', requestId });
  return resultOf({
    type: 'requestOpened',
    outcome: 'shown',
    browser,
    system,
    askedAt: createdAt,
    choices: threeChoices(number, (below) => deps.random.below(below)),
  });
}
