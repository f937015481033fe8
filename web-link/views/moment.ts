/** The admin is in Brazil, wherever the server is; the scripts of the pages write times the same way. */
const TIME_ZONE = 'America/Sao_Paulo';

/** @param moment an instant, as it is or in ISO 8601 */
export function momentText(moment: Date | string, lang: string): string {
  return new Intl.DateTimeFormat(lang, {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  }).format(new Date(moment));
}
