import type { InboundContent } from '#src/app/ports/channel.js';
import { COPY } from '#bot-flows/copy/catalogue.js';
import { plainText } from '#src/domain/plain-text.js';
import { labelsOf } from './said.js';

const { chat: SAYS } = COPY['pt-BR'];
const HOUR_MS = 60 * 60_000;
const COUNTED: ReadonlySet<InboundContent['kind']> = new Set(['text', 'media', 'unsupported']);

/** One step of a person, and everything that their chat was told then. */
interface Turn {
  readonly who: number;
  readonly heard: readonly InboundContent[];
  readonly answers: readonly string[];
  readonly now: Date;
}

/** What may not be done unless it was asked for: how its message begins, and what asks for it. */
interface Act {
  readonly name: string;
  readonly told: (text: string) => boolean;
  /** Labels of what asks for it by itself. */
  readonly asked: ReadonlySet<string>;
  /** Of the questions to which a yes or a CPF asks for it. */
  readonly questions: readonly string[];
  /** A yes that names the act itself asks for it without a question: "sim, bloqueia". */
  readonly named?: RegExp;
}

const startsLike = (text: string) => (told: string) => told.startsWith(text.slice(0, 24));

const ACTS: readonly Act[] = [
  {
    name: 'block',
    told: (text) => [SAYS.blocked(), SAYS.blockedForTeam()].includes(text),
    asked: new Set(['block', 'not-me', 'lost-phone']),
    questions: ['bloque'],
    named: /\b(?:bloqu|trav|tranc)/i,
  },
  {
    name: 'deletion',
    told: startsLike('Sua conta será apagada em'),
    asked: new Set(),
    questions: ['Quer apagar?'],
  },
  {
    name: 'registration',
    told: startsLike('Cadastro feito'),
    asked: new Set(),
    questions: ['Você aceita?'],
  },
  {
    name: 'change of number',
    told: startsLike('O WhatsApp da sua conta agora é'),
    asked: new Set(['change']),
    questions: ['TROCAR'],
  },
  {
    name: 'claim',
    told: startsLike(SAYS.claimRecorded()),
    asked: new Set(['claim-cpf']),
    // The second where the CPF before had a wrong digit.
    questions: ['CPF', 'envie de novo'],
  },
  {
    name: 'end of all',
    told: startsLike('Pronto, encerrei'),
    asked: new Set(),
    questions: ['encerrar'],
  },
  {
    name: 'unblock',
    told: startsLike(SAYS.unblocked()),
    asked: new Set(),
    questions: ['desbloquear'],
  },
];

interface Chat {
  said: readonly string[];
  silences: number;
  /** It waits in silence, or was insulted. */
  isQuiet: boolean;
  /** It may be one of a program: the bot said that it waits in silence (bot-flows/reading/manner.ts). */
  isEndless: boolean;
  /** Too much was written. */
  isFlooded: boolean;
  personUntil: number;
}

/**
 * Watches that nobody is left in silence twice in a row who did nothing for it, and that nothing is done unasked. The
 * documented silences (docs/understanding.md): after nonsense and insults until something is understood, floods, a person
 * of the team, and what waited while the bot was down.
 */
export function createRules(faults: string[]) {
  const chats = new Map<number, Chat>();

  function chatOf(who: number): Chat {
    const known = chats.get(who);
    if (known !== undefined) return known;
    const made: Chat = {
      ...{ said: [], silences: 0, personUntil: 0 },
      ...{ isQuiet: false, isEndless: false, isFlooded: false },
    };
    chats.set(who, made);
    return made;
  }

  function watchSilence(chat: Chat, { who, heard, answers, now }: Turn): void {
    const counted = heard.filter(({ kind }) => COUNTED.has(kind));
    if (answers.length > 0) {
      chat.silences = 0;
      chat.isFlooded = answers.some((text) => text.startsWith('Recebi muitas mensagens'));
      chat.isQuiet = answers.some((text) =>
        [SAYS.fallSilent(), SAYS.waitInSilence(), SAYS.calm()].includes(text),
      );
      chat.isEndless = answers.includes(SAYS.waitInSilence());
      const called = answers.some((text) => /^(?:Chamei uma pessoa|Deixei seu pedido)/.test(text));
      if (called) chat.personUntil = now.getTime() + HOUR_MS;
      return;
    }
    const isWaitedFor = chat.isFlooded || now.getTime() < chat.personUntil;
    if (counted.length === 0 || isWaitedFor) return;
    const ends = chat.isEndless ? ENDS_ANY_SILENCE : PLAIN;
    const isPlain = counted.length === 1 && labelsOf(counted).some((label) => ends.has(label));
    if (chat.isQuiet && !isPlain) return;
    chat.silences += 1;
    if (chat.silences >= 2) faults.push(`chat ${who} was left in silence: ${spell(heard)}`);
  }

  function watchActs(chat: Chat, { who, heard, answers }: Turn): void {
    const labels = labelsOf(heard);
    for (const act of ACTS) {
      if (!answers.some(act.told)) continue;
      const isAnswer =
        act.questions.some((question) => chat.said.some((text) => text.includes(question))) &&
        (labels.includes('yes') || labels.includes('cpf'));
      const isNamed =
        labels.includes('yes') &&
        heard.some((one) => one.kind === 'text' && act.named?.test(one.text) === true);
      if (isAnswer || isNamed || labels.some((label) => act.asked.has(label))) continue;
      faults.push(`chat ${who}: unasked ${act.name} after ${spell(heard)}`);
    }
  }

  return {
    watch(turn: Turn): void {
      const chat = chatOf(turn.who);
      watchActs(chat, turn);
      watchSilence(chat, turn);
      chat.said = turn.answers.length > 0 ? turn.answers : chat.said;
    },
    /** Something was said without the person having written. */
    told(who: number, answers: readonly string[]): void {
      const chat = chatOf(who);
      chat.said = [...chat.said, ...answers];
    },
  };
}

/** Labels of what is always understood, also after nonsense. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['access', 'greeting', 'help', 'menu', 'block', 'human', 'data-export', 'data-delete', 'cpf'],
]);

/** Greetings and AJUDA do not, where too many of them came. */
const ENDS_ANY_SILENCE: ReadonlySet<string> = new Set(
  [...PLAIN].filter((label) => label !== 'greeting' && label !== 'help'),
);

function spell(heard: readonly InboundContent[]): string {
  return heard
    .map((one) => (one.kind === 'text' ? plainText(one.text).slice(0, 80) : one.kind))
    .join(' ⏎ ');
}
