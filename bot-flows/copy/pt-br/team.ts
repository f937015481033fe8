import type { LocalMoment } from '#src/domain/time-zone.js';
import type { Timed } from '../parameters.js';

/** People of the team. */
export const team = {
  phrases: {
    human: [
      ...['~atendente', 'atendimento', 'humano', 'falar com atendente', 'falar com humano'],
      ...['falar com uma pessoa', 'falar com alguem', 'pessoa de verdade', 'chamar atendente'],
      ...['falar com pessoa'],
    ],
  },
  texts: {
    humanCalled: ({
      until,
      open,
      opens,
      times,
    }: Timed & {
      readonly until: Date;
      readonly open: boolean;
      readonly opens: LocalMoment | null;
    }) => {
      if (open) {
        return `Chamei uma pessoa da equipe, ela responde por aqui. Até ${times.dayAndTime(until)} eu fico em silêncio. Nunca passe senha nem código, nem para ela.`;
      }
      const said =
        opens === null ? null : times.besideOwn({ there: opens, own: until, lang: 'pt-BR' });
      const when = said === null ? 'Agora não há ninguém' : `A equipe volta em ${said.there}`;
      return `Deixei seu pedido anotado. ${when}, e a resposta vem por aqui. Até ${said?.own ?? times.dayAndTime(until)} eu fico em silêncio. Nunca passe senha nem código, nem para a equipe.`;
    },
  },
};
