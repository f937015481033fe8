import type { LoginRequestState } from '#src/domain/login-request.js';
import { openEventStream } from '../support/event-stream.js';
import { cookiesOf, startWeb, valueOf } from '../support/web-client.js';

export const REQUESTS = '/api/auth/requests';

interface Asked {
  readonly requestId: string;
}

type Web = Awaited<ReturnType<typeof startWeb>>;

/** A browser that has asked for a login, and what a test does with the request. */
export async function asking(web?: Web, next?: string) {
  const { world, url, browser, http } = web ?? (await startWeb());
  const joanas = browser();
  const answer = await joanas.post(REQUESTS).send(next === undefined ? {} : { next });
  const { requestId } = answer.body as Asked;
  const path = `${REQUESTS}/${requestId}`;
  const cookie = `zl_browser=${valueOf(cookiesOf(answer).get('zl_browser'))}`;
  const watch = () => openEventStream(`${url}${path}/events`, { cookie });
  const decide = (state: LoginRequestState) =>
    world.loginRequests.decide(requestId, state, world.joana.accountId);
  return { world, http, browser, joanas, answer, requestId, path, cookie, watch, decide };
}
