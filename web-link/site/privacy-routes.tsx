import { Router } from 'express';
import type { SiteDeps } from './deps.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { WORDS, wordsFor } from '../words/catalogue.js';
import { pack, sendPacked, type Packed } from '../http/packed.js';
import { renderPage } from '../ui/layout.js';
import { PrivacyPage } from './privacy-page.js';

/** `PRIVACY_URL` puts an operator's own notice in the chat instead of this one. It is the same for all people. */
export function createPrivacyRoutes({ settings }: Pick<SiteDeps, 'settings'>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  let notice: Promise<Packed> | null = null;
  router
    .route('/privacidade')
    .get(async (_req, res) => {
      notice ??= pack(
        Buffer.from(
          renderPage(
            <PrivacyPage words={wordsFor(settings)} privacy={WORDS[settings.locale].privacy} />,
          ),
        ),
      );
      const packed = await notice;
      res.type('html');
      sendPacked(res, { packed, tagged: false });
    })
    .all(onlyMethods('GET'));
  return router;
}
