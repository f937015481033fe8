import type { Response } from 'express';
import type { LinkRefusal } from '#src/app/sign-in/link/look-up-link.js';
import { errorStatus } from '#src/domain/error-code.js';
import type { LoginDeps } from './deps.js';
import { homeOf } from '../http/destinations.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { chatUrl } from '../ui/chat-link.js';
import { LinkRefusedPage } from './pages/link-page.js';

/** The page of a link from the chat that cannot be used: why, and what to do instead. */
export function createSendLinkRefusal({
  board,
  settings,
}: Pick<LoginDeps, 'board'> & {
  readonly settings: Pick<LoginDeps['settings'], 'chatOrigin' | 'dashboardUrl'>;
}) {
  return async function sendLinkRefusal(
    res: Response,
    { refusal, isSignedIn }: { readonly refusal: LinkRefusal; readonly isSignedIn: boolean },
  ): Promise<void> {
    const { words } = requestContext(res);
    if ('retryAfterS' in refusal) res.set('Retry-After', refusal.retryAfterS.toString());
    const page = (
      <LinkRefusedPage
        words={words}
        refusal={refusal}
        chatUrl={chatUrl(settings, { board: await board.current(), words })}
        isSignedIn={isSignedIn}
        home={homeOf(settings)}
      />
    );
    sendPage(res, { page, status: errorStatus(refusal.code) });
  };
}
