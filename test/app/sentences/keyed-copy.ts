import { COPY, type Copy } from '#bot-flows/copy/catalogue.js';

const KEY = /^«([\w.]+)» /;

/** The words of a language, each text with the name of it in front: a judge reads names, not wordings. */
export function keyedCopy(locale: keyof typeof COPY): Copy {
  const copy = COPY[locale];
  const before = locale === 'en' ? 'en.' : '';
  return { ...copy, chat: keyed(copy.chat, before), access: keyed(copy.access, before) };
}

function keyed<Texts extends object>(texts: Texts, before: string): Texts {
  const named = Object.entries(texts).map(([key, write]) => {
    // Texts of one object take parameters of many types, which an entry of it cannot show to the compiler.
    const text = write as (parameters: unknown) => string;
    return [key, (parameters: unknown) => `«${before}${key}» ${text(parameters)}`];
  });
  return Object.fromEntries(named) as Texts;
}

/** The name of a text that was sent, and the text without it; a code has no name of its own. */
export function readKeyed(sent: string): { readonly key: string; readonly text: string } {
  if (/^\d{6}$/.test(sent)) return { key: 'code', text: sent };
  const [whole = '', key = 'unnamed'] = KEY.exec(sent) ?? [];
  return { key, text: sent.slice(whole.length) };
}
