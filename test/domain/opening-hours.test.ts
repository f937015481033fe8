import { describe, expect, it } from 'vitest';
import { openingAt, parseOpeningHours } from '#src/domain/opening-hours.js';

function hours(text: string) {
  const parsed = parseOpeningHours(text);
  if (!parsed.ok) throw new Error('refused');
  return parsed.value;
}

const OFFICE = 'mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo';

describe('opening hours', () => {
  // 2026-11-23 is a Monday; São Paulo is three hours behind UTC.
  it.each([
    ['2026-11-23T12:00:00Z', true, null],
    ['2026-11-23T11:59:00Z', false, '2026-11-23T12:00:00.000Z'],
    ['2026-11-23T20:59:59Z', true, null],
    ['2026-11-23T21:00:00Z', false, '2026-11-24T12:00:00.000Z'],
    ['2026-11-28T15:00:00Z', true, null],
    ['2026-11-28T16:00:00Z', false, '2026-11-30T12:00:00.000Z'],
  ])('at %s: open %s, next %s', (now, open, opensAt) => {
    const found = openingAt(hours(OFFICE), new Date(now));
    expect([found.open, found.opensAt?.toISOString() ?? null]).toEqual([open, opensAt]);
  });

  it.each([
    ['America/Manaus', '2026-11-23T13:00:00.000Z'],
    ['America/Rio_Branco', '2026-11-23T14:00:00.000Z'],
    ['America/Noronha', '2026-11-23T11:00:00.000Z'],
  ])('case D7: are the wall time of %s', (timeZone, opensAt) => {
    const early = new Date('2026-11-23T10:00:00Z');
    const found = openingAt(hours(`mon-fri 09:00-18:00 ${timeZone}`), early);
    expect(found).toEqual({ open: false, opensAt: new Date(opensAt) });
  });

  it('keeps the wall time when the clocks change before it opens', () => {
    const lisbon = hours('mon 09:00-18:00 Europe/Lisbon');
    const { opensAt } = openingAt(lisbon, new Date('2026-10-24T12:00:00Z'));
    expect(opensAt?.toISOString()).toBe('2026-10-26T09:00:00.000Z');
  });

  it('goes over the end of the week', () => {
    const weekend = hours('sat-sun 10:00-12:00 UTC');
    expect(openingAt(weekend, new Date('2026-11-29T10:00:00Z')).open).toBe(true);
    const { opensAt } = openingAt(weekend, new Date('2026-11-29T12:00:00Z'));
    expect(opensAt?.toISOString()).toBe('2026-12-05T10:00:00.000Z');
  });

  it.each([
    '',
    'mon-fri 09:00-18:00',
    'mon-fri 09:00-18:00 Mars/Olympus',
    'seg-sex 09:00-18:00 UTC',
    'mon 18:00-09:00 UTC',
    'mon 9-18 UTC',
    'mon 24:00-25:00 UTC',
  ])('refuses "%s"', (text) => {
    expect(parseOpeningHours(text)).toEqual({
      ok: false,
      error: { code: 'opening_hours_malformed' },
    });
  });
});
