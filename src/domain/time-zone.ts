/** A moment and the zone whose wall time it is told in, which need not be the zone of the reader. */
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
  // Zones without summer time carry "Padrão" in their name, which people do not say.
  return name.replace(/^Horário(?: Padrão)?/, 'horário').replace(' Standard ', ' ');
}
