import { zoneName, type LocalMoment } from '#src/domain/time-zone.js';

/** Day before month and 24 hours, which is what a Brazilian phone shows in either language. */
const LOCALE = 'pt-BR';

/** Says moments in the wall time of one zone. */
export interface SayTime {
  /** "14:32". */
  clockTime(at: Date): string;
  /** "30/11/2026". */
  calendarDay(at: Date): string;
  /** "30/11 14:32". */
  dayAndTime(at: Date): string;
  /**
   * A moment of another place and one of ours for the same text: as `dayAndTime`, each in the wall time of its place.
   * Where the two zones show different times, both are named: "30/11 09:00 (horário do Amazonas)".
   */
  besideOwn(input: {
    readonly there: LocalMoment;
    readonly own: Date;
    /** BCP 47, for the names of the zones. */
    readonly lang: string;
  }): { readonly there: string; readonly own: string };
}

/** @param timeZone IANA name */
export function createSayTime(timeZone: string): SayTime {
  const clock = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const shortDay = new Intl.DateTimeFormat(LOCALE, { timeZone, day: '2-digit', month: '2-digit' });
  const dayAndTime = (at: Date): string => `${shortDay.format(at)} ${clock.format(at)}`;
  return {
    clockTime: (at) => clock.format(at),
    calendarDay: (at) => day.format(at),
    dayAndTime,
    besideOwn: ({ there, own, lang }) => {
      const told = createSayTime(there.timeZone).dayAndTime(there.at);
      if (told === dayAndTime(there.at)) return { there: told, own: dayAndTime(own) };
      return {
        there: `${told} (${zoneName(there.timeZone, lang)})`,
        own: `${dayAndTime(own)} (${zoneName(timeZone, lang)})`,
      };
    },
  };
}
