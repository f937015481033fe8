import type { OpeningHours } from '#src/domain/opening-hours.js';
import { resultOf, type EffectResult } from '../effect-result.js';
import type { ChatEffectsDeps, TurnContext } from '../turn-context.js';

const DAY_MINUTES = 24 * 60;

/** Days in a row on which the team works from one time of day to another. */
export interface OpenDays {
  /** 0 is Monday, 6 is Sunday. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** "09:00", in the team's time zone. */
  readonly from: string;
  readonly to: string;
}

export type HoursTold =
  | {
      readonly type: 'hoursTold';
      readonly outcome: 'configured';
      /** In order of the week; at least one. */
      readonly days: readonly OpenDays[];
      /** IANA name. */
      readonly timeZone: string;
    }
  | { readonly type: 'hoursTold'; readonly outcome: 'not_configured' };

/** "Horário": when the team works. No account is needed: it tells nothing about one. */
export function tellHours(deps: ChatEffectsDeps, _: TurnContext): Promise<EffectResult<HoursTold>> {
  const { openingHours: hours } = deps;
  const told: HoursTold =
    hours === null
      ? { type: 'hoursTold', outcome: 'not_configured' }
      : {
          type: 'hoursTold',
          outcome: 'configured',
          days: openDays(hours),
          timeZone: hours.timeZone,
        };
  return Promise.resolve(resultOf(told));
}

function openDays({ spans }: OpeningHours): readonly OpenDays[] {
  const byTime = new Map<string, Set<number>>();
  for (const span of spans) {
    // The week of the setting begins on Sunday.
    const day = (Math.floor(span.from / DAY_MINUTES) + 6) % 7;
    const time = `${clock(span.from)}-${clock(span.to)}`;
    byTime.set(time, (byTime.get(time) ?? new Set()).add(day));
  }
  const rows = [...byTime].flatMap(([time, days]) => inRow(time, days));
  return rows.sort(
    (one, other) => one.firstDay - other.firstDay || (one.from < other.from ? -1 : 1),
  );
}

function inRow(time: string, days: ReadonlySet<number>): readonly OpenDays[] {
  const [from = '', to = ''] = time.split('-');
  const firsts = [...days].filter((day) => !days.has(day - 1));
  return firsts.map((firstDay) => {
    let lastDay = firstDay;
    while (days.has(lastDay + 1)) lastDay += 1;
    return { firstDay, lastDay, from, to };
  });
}

/** "09:05" for a minute of the week. */
function clock(minute: number): string {
  const ofDay = minute % DAY_MINUTES;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
