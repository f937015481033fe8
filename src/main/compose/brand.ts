import type { Config } from '#src/config/config.js';
import { NO_BRAND, PRIVACY_PATH, type Brand } from '#web-link/brand/brand.js';

/** What the pages show of whose login this is. */
export function composeBrand(config: Config): Brand {
  const { siteUrl, supportContact, termsUrl, dataController, dpoContact } = config;
  const privacyUrl = otherPrivacyUrl(config);
  return {
    name: config.brandName ?? NO_BRAND.name,
    ...{ logo: config.brandLogo, color: config.brandColor },
    ...{ siteUrl, supportContact, termsUrl, privacyUrl, dataController, dpoContact },
  };
}

/** `PRIVACY_URL` with our own address means our own notice: a redirect from there would lead back to it without end. */
function otherPrivacyUrl({ privacyUrl, publicUrl }: Config): string | null {
  if (privacyUrl === null) return null;
  const { origin, pathname } = new URL(privacyUrl);
  const isOurs = origin === publicUrl && pathname.replace(/\/$/, '') === PRIVACY_PATH;
  return isOurs ? null : privacyUrl;
}
