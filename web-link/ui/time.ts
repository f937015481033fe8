import type { Words } from '../words/catalogue.js';

type Place = Pick<Words, 'lang' | 'timeZone'>;

/**
 * In the operator's time zone, wherever the server and the reader are; the scripts of the pages write times the same
 * way.
 * @param moment an instant, as it is or in ISO 8601
 */
export function momentText(moment: Date | string, { lang, timeZone }: Place): string {
  return new Intl.DateTimeFormat(lang, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(moment));
}

/** The calendar day of it there, in words. */
export function dayText(moment: Date, { lang, timeZone }: Place): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone }).format(moment);
}
