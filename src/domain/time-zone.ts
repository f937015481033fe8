/** A moment that is told in the wall time of one place, whatever the wall time of whoever hears it. */
export interface LocalMoment {
  readonly at: Date;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * What people call the wall time of a zone: "horário do Amazonas", "Amazon Time".
 * @param lang BCP 47
 */
export function zoneName(timeZone: string, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'longGeneric' });
  const name =
    format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  // Zones without summer time are "padrão", which nobody says.
  return name.replace(/^Horário(?: Padrão)?/, 'horário').replace(' Standard ', ' ');
}
