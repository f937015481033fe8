import type { Words } from '../words/catalogue.js';
import { contactUrl, PRIVACY_PATH } from './brand.js';

/** Whose page this is, and what they publish about it: on every page, in the same order (WCAG 2.2 §3.2.6). */
export function BrandFooter({ words }: { readonly words: Words }) {
  const { brand, footer } = words;
  const support = brand.supportContact;
  const supportUrl = support === null ? null : contactUrl(support);
  return (
    <footer>
      <ul>
        {support !== null && (
          <li>
            {footer.help} {supportUrl === null ? support : <a href={supportUrl}>{support}</a>}
          </li>
        )}
        {brand.siteUrl !== null && (
          <li>
            <a href={brand.siteUrl}>{new URL(brand.siteUrl).host}</a>
          </li>
        )}
        <li>
          <a href={brand.privacyUrl ?? PRIVACY_PATH}>{footer.privacy}</a>
        </li>
        {brand.termsUrl !== null && (
          <li>
            <a href={brand.termsUrl}>{footer.terms}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}
