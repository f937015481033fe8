import { zoneName, type LocalMoment } from '#src/domain/time-zone.js';
import type { OpenDays } from '#src/app/chat/effects/tell-hours.js';
import type { Timed } from '../parameters.js';

const DAYS = ['segunda', 'terça', 'quarta', 'quinta', 'sexta', 'sábado', 'domingo'];
/** More would not fit a message. */
const SHOWN_HOURS = 4;

/** People of the team. */
export const team = {
  phrases: {
    human: [
      ...['~atendente', 'atendimento', 'humano', 'falar com atendente', 'falar com humano'],
      ...['falar com uma pessoa', 'falar com alguem', 'pessoa de verdade', 'chamar atendente'],
      ...['falar com pessoa', 'suporte'],
    ],
    hours: [
      ...['!horacio', '!honorio', '!hilario', '!honorario', '!horaria'],
      ...['~horario', 'horarios', 'horario de atendimento', 'horarios de atendimento'],
      ...['horario atendimento', 'horario de funcionamento', 'horario funcionamento'],
      ...['qual o horario', 'qual horario', 'qual e o horario', 'qual horario atendimento'],
      ...['qual horario funcionamento', 'que horas abre', 'que horas abrem', 'horas abre'],
      ...['qual e o horario de atendimento', 'qual e horario atendimento', 'qual e horario'],
      ...['que horas fecha', 'que horas fecham', 'horas fecha', 'que horas voces abrem'],
      ...[
        'que horas voces atendem',
        'horas abrem',
        'horas fecham',
        'horas voces abrem',
        'horario da equipe',
        'horario equipe',
      ],
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
        return `Chamei uma pessoa da equipe, ela responde por aqui. Até ${times.dayAndTime(until)} eu fico em silêncio; se quiser que eu volte antes, escreva MENU. Nunca passe senha nem código, nem para ela.`;
      }
      const said =
        opens === null ? null : times.besideOwn({ there: opens, own: until, lang: 'pt-BR' });
      const when = said === null ? 'Agora não há ninguém' : `A equipe volta em ${said.there}`;
      return `Deixei seu pedido anotado. ${when}, e a resposta vem por aqui. Até ${said?.own ?? times.dayAndTime(until)} fico em silêncio; MENU me chama antes. Nunca passe senha nem código, nem para a equipe.`;
    },
    /** When the team works, in its own time zone. */
    hours: ({
      days,
      timeZone,
    }: {
      readonly days: readonly OpenDays[];
      readonly timeZone: string;
    }) => {
      const more = days.length - SHOWN_HOURS;
      const lines = days.slice(0, SHOWN_HOURS).map(({ firstDay, lastDay, from, to }) => {
        const first = DAYS[firstDay] ?? '';
        const when = firstDay === lastDay ? first : `${first} a ${DAYS[lastDay] ?? ''}`;
        return `${when}: ${from} às ${to}`;
      });
      if (more > 0) lines.push(`E mais ${more}.`);
      return `A equipe atende (${zoneName(timeZone, 'pt-BR')}):\n${lines.join('\n')}\nPara chamar uma pessoa, escreva ATENDENTE.`;
    },
    noHours: () =>
      'Aqui é só o acesso à sua conta, e a equipe daqui não tem horário marcado. Para chamar uma pessoa, escreva ATENDENTE: ela responde por aqui.',
  },
};
