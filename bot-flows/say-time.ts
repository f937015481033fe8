const TIME_ZONE = 'America/Sao_Paulo';
/** Day before month and 24 hours, which is what a Brazilian phone shows in either language. */
const LOCALE = 'pt-BR';

const CLOCK = new Intl.DateTimeFormat(LOCALE, {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = new Intl.DateTimeFormat(LOCALE, {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, {
  timeZone: TIME_ZONE,
  day: '2-digit',
  month: '2-digit',
});

/** "14:32". */
export function clockTime(at: Date): string {
  return CLOCK.format(at);
}

/** "30/11/2026". */
export function calendarDay(at: Date): string {
  return DAY.format(at);
}

/** "30/11 14:32". */
export function dayAndTime(at: Date): string {
  return `${SHORT_DAY.format(at)} ${clockTime(at)}`;
}
