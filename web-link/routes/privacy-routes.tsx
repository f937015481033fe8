import { Router } from 'express';
import type { WebDeps } from '../deps.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { privacyWords } from '../privacy-words.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { PrivacyPage } from '../views/privacy-page.js';

/** `PRIVACY_URL` puts an operator's own notice in the chat instead of this one. */
export function createPrivacyRoutes({ settings }: Pick<WebDeps, 'settings'>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/privacidade')
    .get((_req, res) => {
      const { words } = requestContext(res);
      sendPage(res, {
        page: <PrivacyPage words={words} privacy={privacyWords(settings.locale)} />,
      });
    })
    .all(onlyMethods('GET'));
  return router;
}
