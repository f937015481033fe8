import type { WebSettings } from '../deps.js';
import { wordsEn } from './en/site.js';
import type { SiteWords, Words } from './site.js';
import { wordsPtBr } from './pt-br/site.js';

export function wordsFor({ locale, timeZone }: Pick<WebSettings, 'locale' | 'timeZone'>): Words {
  return { ...inLanguage(locale), timeZone };
}

function inLanguage(locale: WebSettings['locale']): SiteWords {
  switch (locale) {
    case 'pt-BR':
      return wordsPtBr;
    case 'en':
      return wordsEn;
  }
}
