import type { WebSettings } from './deps.js';
import { wordsEn } from './words.en.js';
import type { SiteWords, Words } from './words.js';
import { wordsPtBr } from './words.pt-br.js';

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
