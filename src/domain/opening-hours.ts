import { fail, ok, type Result } from './result.js';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const TIME = '((?:[01]\\d|2[0-3]):[0-5]\\d)';
const SPAN = new RegExp(`^([a-z]{3})(?:-([a-z]{3}))? ${TIME}-${TIME}$`);
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** When people are at work, in the wall time of one place. */
export interface OpeningHours {
  readonly timeZone: string;
  /** Minutes of the week from Sunday 00:00, each with its end; in order of the start. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Reads `mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo`: days in English, an IANA time zone at the end. A
 * span ends on the day it begins.
 */
export function parseOpeningHours(
  text: string,
): Result<OpeningHours, { readonly code: 'opening_hours_malformed' }> {
  const malformed = fail({ code: 'opening_hours_malformed' } as const);
  const [, list, timeZone] = /^(.+) (\S+)$/.exec(text.trim()) ?? [];
  if (list === undefined || timeZone === undefined || !isTimeZone(timeZone)) return malformed;
  const spans: { from: number; to: number }[] = [];
  for (const part of list.split(',')) {
    const [, first, last, from, to] = SPAN.exec(part.trim().toLowerCase()) ?? [];
    const days = daysBetween(first, last ?? first);
    if (days === null || from === undefined || to === undefined || from >= to) return malformed;
    for (const day of days) {
      spans.push({ from: day * DAY_MINUTES + minutes(from), to: day * DAY_MINUTES + minutes(to) });
    }
  }
  return ok({ timeZone, spans: spans.sort((left, right) => left.from - right.from) });
}

/** Whether people are at work at `now`, and if not, when they are again. */
export function openingAt(
  hours: OpeningHours,
  now: Date,
):
  | { readonly open: true; readonly opensAt: null }
  | { readonly open: false; readonly opensAt: Date } {
  const minute = minuteOfWeek(now, hours.timeZone);
  if (hours.spans.some(({ from, to }) => from <= minute && minute < to)) {
    return { open: true, opensAt: null };
  }
  const week = 7 * DAY_MINUTES;
  const waits = hours.spans.map(({ from }) => (from - minute + week) % week);
  const start = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const guess = new Date(start + Math.min(...waits) * MINUTE_MS);
  // The clocks may change on the way: the wall time of the guess says by how much.
  const wanted = (minute + Math.min(...waits)) % week;
  const off = ((wanted - minuteOfWeek(guess, hours.timeZone) + week + week / 2) % week) - week / 2;
  return { open: false, opensAt: new Date(guess.getTime() + off * MINUTE_MS) };
}

function daysBetween(first: string | undefined, last: string | undefined): number[] | null {
  const from = DAYS.findIndex((day) => day === first);
  const to = DAYS.findIndex((day) => day === last);
  if (from < 0 || to < 0) return null;
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => (from + at) % 7);
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function minuteOfWeek(at: Date, timeZone: string): number {
  const format = {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const parts = new Intl.DateTimeFormat('en-US', { ...format, timeZone }).formatToParts(at);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  const day = DAYS.findIndex((name) => name === part('weekday').toLowerCase());
  return day * DAY_MINUTES + Number(part('hour')) * 60 + Number(part('minute'));
}
