import { APPROVED_AT_LEAST_MS, parseRequestCode, threeChoices } from '#src/domain/login-request.js';
import { THROTTLES } from '#src/domain/throttle.js';
import {
  actorOf,
  answered,
  type ChatEffectsDeps,
  type EffectOutcome,
  type TurnScene,
} from '../turn-context.js';

/**
 * A chat sent the code of a page. The page is this chat's from now on, and what the bot shows of it comes from the
 * page's own request (security case 20).
 */
export async function openRequest(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  text: string,
): Promise<EffectOutcome> {
  const { tables, chat, now } = scene;
  const code = parseRequestCode(text);
  if (code === null) return answered({ type: 'requestOpened', outcome: 'not_found' });
  const { limit, windowMs } = THROTTLES.requestCodesPerChat;
  const since = new Date(now.getTime() - windowMs);
  const tries = await tables.conversations.countRequestTry({ chat, code, since, now });
  if (tries > limit) return answered({ type: 'requestOpened', outcome: 'too_many_tries' });
  const actor = await actorOf(deps, scene);
  const request = actor === null ? null : await tables.loginRequests.claim({ code, chat, now });
  if (request === null) return answered({ type: 'requestOpened', outcome: 'not_found' });
  const { browser, system, createdAt, number } = request;
  return answered({
    type: 'requestOpened',
    outcome: 'shown',
    browser,
    system,
    askedAt: createdAt,
    choices: threeChoices(number, (below) => deps.random.below(below)),
  });
}

export async function answerRequest(
  deps: ChatEffectsDeps,
  scene: TurnScene,
  number: number,
): Promise<EffectOutcome> {
  const { tables, chat, now } = scene;
  const actor = await actorOf(deps, scene);
  if (actor === null) return answered({ type: 'requestAnswered', outcome: 'expired' });
  const request = await tables.loginRequests.answer({
    chat,
    accountId: actor.id,
    number,
    now,
    completeUntil: new Date(now.getTime() + APPROVED_AT_LEAST_MS),
  });
  if (request === null) return answered({ type: 'requestAnswered', outcome: 'expired' });
  const outcome = request.status === 'approved' ? 'approved' : 'wrong_number';
  return answered({ type: 'requestAnswered', outcome }, [
    { type: 'request_changed', requestId: request.id },
  ]);
}

/** NÃO needs no account and no proof: it only closes a page. */
export async function denyRequest({ tables, chat, now }: TurnScene): Promise<EffectOutcome> {
  const requestId = await tables.loginRequests.deny(chat, now);
  const news = requestId === null ? [] : [{ type: 'request_changed', requestId } as const];
  return answered({ type: 'requestDenied' }, news);
}
