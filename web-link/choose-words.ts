import type { WebSettings } from './deps.js';
import { wordsEn } from './words.en.js';
import type { Words } from './words.js';
import { wordsPtBr } from './words.pt-br.js';

export function wordsFor(locale: WebSettings['locale']): Words {
  switch (locale) {
    case 'pt-BR':
      return wordsPtBr;
    case 'en':
      return wordsEn;
  }
}
