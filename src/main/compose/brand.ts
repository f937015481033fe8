import type { Config } from '#src/config/config.js';
import { NO_BRAND, type Brand } from '#web-link/brand/brand.js';

/** What the pages show of whose login this is. */
export function composeBrand(config: Config): Brand {
  const { siteUrl, supportContact, termsUrl, privacyUrl, dataController, dpoContact } = config;
  return {
    name: config.brandName ?? NO_BRAND.name,
    ...{ logo: config.brandLogo, color: config.brandColor },
    ...{ siteUrl, supportContact, termsUrl, privacyUrl, dataController, dpoContact },
  };
}
