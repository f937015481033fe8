import { ADMIN_DESK_WORDS_EN } from './en/admin-people.js';
import { ADMIN_DESK_WORDS_PT_BR } from './pt-br/admin-people.js';
import type { AdminDeskWords } from './admin-people.js';
import type { WebSettings } from '../deps.js';

const WORDS: Readonly<Record<WebSettings['locale'], AdminDeskWords>> = {
  'pt-BR': ADMIN_DESK_WORDS_PT_BR,
  en: ADMIN_DESK_WORDS_EN,
};

export function adminDeskWords(locale: WebSettings['locale']): AdminDeskWords {
  return WORDS[locale];
}
