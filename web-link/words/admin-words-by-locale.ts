import { ADMIN_WORDS_EN } from './en/admin.js';
import { ADMIN_WORDS_PT_BR } from './pt-br/admin.js';
import type { AdminWords } from './admin.js';
import type { WebSettings } from '../deps.js';

const WORDS: Readonly<Record<WebSettings['locale'], AdminWords>> = {
  'pt-BR': ADMIN_WORDS_PT_BR,
  en: ADMIN_WORDS_EN,
};

export function adminWords(locale: WebSettings['locale']): AdminWords {
  return WORDS[locale];
}
