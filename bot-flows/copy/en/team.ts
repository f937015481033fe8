import { zoneName } from '#src/domain/time-zone.js';
import type { team as ptBr } from '../pt-br/team.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** More would not fit a message. */
const SHOWN_HOURS = 4;

/** People of the team. */
export const team = {
  phrases: {
    human: ['human', 'agent', 'talk to a human', 'talk to an agent'],
    hours: [
      ...['hours', 'opening hours', 'business hours', 'office hours', 'working hours'],
      ...[
        'when are you open',
        'what time do you open',
        'when do you open',
        'what are opening hours',
        'what are your hours',
      ],
    ],
  },
  texts: {
    humanCalled: ({ until, open, opens, times }) => {
      if (open) {
        return `I called somebody of the team, who answers here. Until ${times.dayAndTime(until)} I am silent; to have me back earlier, write MENU. Never pass on a password or code, not even to them.`;
      }
      const said =
        opens === null ? null : times.besideOwn({ there: opens, own: until, lang: 'en' });
      const when = said === null ? 'Nobody is there now' : `The team is back on ${said.there}`;
      return `I noted your request. ${when}, and the answer comes here. Until ${said?.own ?? times.dayAndTime(until)} I am silent; MENU has me back. Never pass on a password or code, not even to the team.`;
    },
    hours: ({ days, timeZone }) => {
      const more = days.length - SHOWN_HOURS;
      const lines = days.slice(0, SHOWN_HOURS).map(({ firstDay, lastDay, from, to }) => {
        const first = DAYS[firstDay] ?? '';
        const when = firstDay === lastDay ? first : `${first} to ${DAYS[lastDay] ?? ''}`;
        return `${when}: ${from} to ${to}`;
      });
      if (more > 0) lines.push(`And ${more} more.`);
      return `The team is there (${zoneName(timeZone, 'en')}):\n${lines.join('\n')}\nTo call a person, write HUMAN.`;
    },
    noHours: () =>
      'The team has no fixed hours. To call a person, write HUMAN: the answer comes here.',
  },
} satisfies typeof ptBr;
