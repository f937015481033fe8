import { LANGUAGES } from '../copy/catalogue.js';
import { NO_BRAND } from '../copy/parameters.js';

const NO_PHONES = ['landline', 'abroad', 'hidden', 'unreadable'] as const;

/**
 * What programs write and people do not: orders with a word in capitals, numbered lists, and what they call themselves. A bot
 * that repeats ours is one of them.
 */
const PROGRAM = [
  /\b(?:[Ee]screva|[Rr]esponda|[Dd]igite|[Ee]nvie|[Ww]rite|[Rr]eply|[Tt]ype|[Ss]end)\b[^.\n]{0,24}\b[A-ZÃÁÇÉÊÍÓÚ]{4,}\b/u,
  /\b(?:digite|responda|envie|press|reply)\s+(?:com\s+)?(?:o\s+)?(?:número|numero|\d)/iu,
  /(?:^|\n)\s*1[\s.)-]+\p{L}[^\n]*\n\s*2[\s.)-]+\p{L}/u,
  /\b(?:mensagem autom[áa]tica|atendimento autom[áa]tico|assistente virtual|n[ãa]o responda)\b/iu,
  /\b(?:Toque para entrar neste celular|Tap to log in on this phone)\b/u,
];

/** "É atendimento automático isso?" is asked by a person: short, and one sentence. */
const ASKS = /^[^.!?\n]{0,50}\?\s*$/u;

/** Shorter texts of ours are also said by people. */
const SHORTEST = 24;

/** How texts of ours begin that name no word to write. */
const OWN: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap(({ chat }) => [
    ...Object.values(chat).flatMap((write) =>
      write.length > 0 ? [] : [(write as () => string)()],
    ),
    ...NO_PHONES.map((reason) => chat.noPhone({ reason })),
    ...[NO_BRAND, { ...NO_BRAND, name: '…' }].map((brand) => chat.welcome({ brand })),
  ])
    .filter((text) => text.length >= SHORTEST)
    .map((text) => text.slice(0, SHORTEST)),
);

/** Whether a message reads as one of a program, and not of a person who asks for something. */
export function isOfProgram(text: string): boolean {
  return (
    OWN.has(text.trim().slice(0, SHORTEST)) ||
    (!ASKS.test(text) && PROGRAM.some((pattern) => pattern.test(text)))
  );
}
