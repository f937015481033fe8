import type { Request, Response } from 'express';
import { errorStatus } from '#src/domain/error-code.js';
import { chatUrl } from '../ui/chat-link.js';
import { userAgent } from '../http/client.js';
import type { GoogleDeps } from './deps.js';
import { googleFaultWords, googleProblem, type AnyGoogleRefusal } from './problem.js';
import { isEmbeddedBrowser } from '../ui/open-elsewhere.js';
import { ProblemError } from '../http/problem.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { GoogleFaultPage } from './pages/fault-page.js';

/** Where a person starts again. Refusals that would only come again have no such way. */
const STARTS_AGAIN: ReadonlySet<string> = new Set([
  'google_unavailable',
  'google_token_invalid',
  'google_state_invalid',
  'google_link_expired',
]);
const START = '/api/auth/google/start';

/** Refusals of a form whose page cannot be shown any more: what `faults.refuse` said, on a page of its own. */
export function sendSaidByGoogle(
  res: Response,
  { title, text }: { readonly title: string | undefined; readonly text: string },
): void {
  const { words } = requestContext(res);
  const said = { title: title ?? words.errors.summary, text };
  const rest = { again: null, chatUrl: null, isSignedIn: false };
  sendPage(res, { page: <GoogleFaultPage words={words} said={said} {...rest} /> });
}

/** Why it did not work: a page for people, with the ways that are left; a problem for programs. */
export function createSendGoogleFault({ board, settings }: Pick<GoogleDeps, 'board' | 'settings'>) {
  return async function sendGoogleFault(
    req: Request,
    res: Response,
    input: { readonly refusal: AnyGoogleRefusal; readonly isSignedIn: boolean },
  ): Promise<void> {
    const { refusal, isSignedIn } = input;
    const { words } = requestContext(res);
    const problem = googleProblem(refusal, words);
    if (req.accepts(['html', 'json', 'application/problem+json']) !== 'html') {
      throw new ProblemError(problem);
    }
    if (problem.retryAfterS !== undefined) res.set('Retry-After', problem.retryAfterS.toString());
    const canStart = !isSignedIn && !isEmbeddedBrowser(userAgent(req));
    const isBlocked = refusal.code === 'account_blocked';
    const page = (
      <GoogleFaultPage
        words={words}
        said={googleFaultWords(refusal, words)}
        again={canStart && STARTS_AGAIN.has(refusal.code) ? START : null}
        chatUrl={isBlocked ? chatUrl(settings, { board: await board.current(), words }) : null}
        isSignedIn={isSignedIn}
      />
    );
    sendPage(res, { page, status: errorStatus(problem.code) });
  };
}
