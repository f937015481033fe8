import type { Brand } from './parameters.js';

/** The brand as it is said: the site without its scheme and without a slash at the end. */
export function readBrand(settings: {
  readonly brandName: string | null;
  readonly siteUrl: string | null;
  readonly supportContact: string | null;
}): Brand {
  const { brandName: name, siteUrl, supportContact: contact } = settings;
  const site = siteUrl?.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '') ?? null;
  return { name, site, contact };
}
