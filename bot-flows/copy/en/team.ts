import type { team as ptBr } from '../pt-br/team.js';

/** People of the team. */
export const team = {
  phrases: {
    human: ['human', 'agent', 'talk to a human', 'talk to an agent'],
  },
  texts: {
    humanCalled: ({ until, open, opens, times }) => {
      if (open) {
        return `I called somebody of the team, who answers here. Until ${times.dayAndTime(until)} I am silent. Never pass on a password or code, not even to them.`;
      }
      const said =
        opens === null ? null : times.besideOwn({ there: opens, own: until, lang: 'en' });
      const when = said === null ? 'Nobody is there now' : `The team is back on ${said.there}`;
      return `I noted your request. ${when}, and the answer comes here. Until ${said?.own ?? times.dayAndTime(until)} I am silent. Never pass on a password or code, not even to the team.`;
    },
  },
} satisfies typeof ptBr;
