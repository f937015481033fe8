import { Router } from 'express';
import { PRIVACY_PATH, type Brand } from '../brand/brand.js';
import type { PrivacyFacts } from '../words/privacy-facts.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { WORDS, wordsFor } from '../words/catalogue.js';
import { pack, sendPacked, type Packed } from '../http/packed.js';
import { renderPage } from '../ui/layout.js';
import type { SiteDeps } from './deps.js';
import { PrivacyPage } from './privacy-page.js';

function factsOf(brand: Brand, google: boolean): PrivacyFacts {
  return {
    controller: brand.dataController ?? brand.name,
    contact: brand.dpoContact ?? brand.supportContact,
    hasDpo: brand.dpoContact !== null,
    google,
  };
}

/** The same for all people. An operator with a notice of their own has theirs under our address, too. */
export function createPrivacyRoutes({ settings }: Pick<SiteDeps, 'settings'>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const { brand, google, locale } = settings;
  let notice: Promise<Packed> | null = null;
  const draw = (): Promise<Packed> => {
    const facts = factsOf(brand, google);
    const { privacy } = WORDS[locale];
    const page = <PrivacyPage words={wordsFor(settings)} privacy={privacy} facts={facts} />;
    return pack(Buffer.from(renderPage(page)));
  };
  router
    .route(PRIVACY_PATH)
    .get(async (_req, res) => {
      if (brand.privacyUrl !== null) {
        res.redirect(302, brand.privacyUrl);
        return;
      }
      notice ??= draw();
      const packed = await notice;
      res.type('html');
      sendPacked(res, { packed, tagged: false });
    })
    .all(onlyMethods('GET'));
  return router;
}
