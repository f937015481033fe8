import { Router } from 'express';
import { chatLink } from '../ui/chat-link.js';
import { WORDS } from '../words/catalogue.js';
import type { SiteDeps } from './deps.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { ClaimPage } from './claim-page.js';

/** "Este CPF é meu" for people who look for it on the web: the claim itself is made in the chat (security case 38). */
export function createClaimRoutes({
  board,
  settings,
}: Pick<SiteDeps, 'board' | 'settings'>): Router {
  const claim = WORDS[settings.locale].claim;
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/claim')
    .get(async (_req, res) => {
      const { words } = requestContext(res);
      const { phone } = await board.current();
      const chatUrl = phone === null ? null : chatLink(settings, { phone, text: claim.chatText });
      sendPage(res, { page: <ClaimPage words={words} claim={claim} chatUrl={chatUrl} /> });
    })
    .all(onlyMethods('GET'));
  return router;
}
