import { parsePersonName, type PersonName } from '#src/domain/person-name.js';
import { looksLikeName, spelt } from '../understanding/looks-like-name.js';
import { NAME_WORDS } from '../understanding/words/names.js';

/** UTF-16 units; a name of 80 characters and its introduction fit in twice over. */
const LONGEST_ANSWER = 1_000;
/** Characters (code points) of a stored name; more of it is left out word by word. */
const LONGEST_NAME = 80;

function alternatives(words: string): string {
  return words
    .trim()
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' ', '\\s+');
}

const HELLO = new RegExp(`^(?:${alternatives(NAME_WORDS.hellos)})(?:[\\s,!.]+|$)`, 'iu');
const INTRODUCTION = new RegExp(
  `^(?:${alternatives(NAME_WORDS.before)})(?:\\s*[:,]\\s*|\\s+|$)`,
  'iu',
);
const AFTER = new RegExp(`[\\s,]+(?:${alternatives(NAME_WORDS.after)})$`, 'iu');
/** "Benedito, mas todo mundo me chama de Dito". */
const BUT = /[,\s]+(?:mas|porém|porem)\s.*$/isu;
const IN_BRACKETS = /\s*[([{"“][^)\]}"”]*[)\]}"”]\s*/gu;
const NOT_OF_A_NAME = /[^\p{L}\p{M}\p{N}\s'´`‘’ʼ.,!:&@/\\?_\-\u2010\u2011]/gu;
const LAUGHTER_AFTER = /(?<=\S)[\s,]+(?:k{2,}|(?:rs)+|(?:ha){2,}h?|(?:he){2,}h?)\s*$/iu;
/** Introduces a name and nothing else. */
const BESIDE = /(?:^|[\s,.;])(?:meu nome (?:e|eh)|me chamo|nome\s*:|my name is|me llamo)\s+/iu;
/** Where the rest of the sentence begins. */
const END_OF_NAME =
  /[\d,.;:\n|]|\s(?:e\s+)?(?:o\s+)?(?:meu\s+|my\s+|mi\s+)?(?:cpf|cnpj|documento|quero|queria|preciso|and)(?:\s|:|$)/iu;
/** Stay small inside a Brazilian name. */
const PARTICLES = /^(?:d[aeo]s?|e)$/;

/** The name in an answer such as "Me chamo Joana Silva 🌸.", or null when nothing in it is a name. */
export function nameInAnswer(text: string): PersonName | null {
  const alone = shortened(withoutAround(text.slice(0, LONGEST_ANSWER)));
  const name = parsePersonName(alone);
  if (!name.ok || !looksLikeName(name.value)) return null;
  const written = parsePersonName(withCapitals(name.value));
  return written.ok ? written.value : name.value;
}

/** The name that is introduced beside a number: "meu nome é Paulo Rocha e meu CPF é …"; null where none is. */
export function nameBeside(text: string): PersonName | null {
  const introduced = BESIDE.exec(spelt(text.slice(0, LONGEST_ANSWER)));
  if (introduced === null) return null;
  const behind = text.slice(introduced.index + introduced[0].length);
  const name = behind.slice(0, END_OF_NAME.exec(spelt(behind))?.index ?? behind.length);
  return nameInAnswer(name);
}

function withoutAround(text: string): string {
  const plain = text
    .replace(IN_BRACKETS, ' ')
    .replace(NOT_OF_A_NAME, ' ')
    .replace(/\s+/gu, ' ')
    .replace(LAUGHTER_AFTER, '')
    .trim();
  let rest = plain.replace(BUT, '').replaceAll('&', ' e ');
  for (const before of [HELLO, HELLO, INTRODUCTION, INTRODUCTION]) {
    // Accents are taken off to look for the words only: the name keeps its own.
    const found = before.exec(spelt(rest))?.[0] ?? '';
    rest = rest.slice(found.length).trim();
  }
  rest = rest.replace(/[\s!.,:]{1,20}$/u, '').replace(/^[\s.,:]+/u, '');
  const after = AFTER.exec(spelt(rest));
  return after === null ? rest : rest.slice(0, after.index).replace(/[\s,]+$/u, '');
}

/** As many words as may be stored. */
function shortened(name: string): string {
  if (Array.from(name).length <= LONGEST_NAME) return name;
  let short = '';
  for (const word of name.split(/\s+/u)) {
    const longer = short === '' ? word : `${short} ${word}`;
    if (Array.from(longer).length > LONGEST_NAME) break;
    short = longer;
  }
  return short.replace(/(?:\s(?:d[aeo]s?|e))+$/u, '');
}

/** Phones in a hurry write "joana da silva"; any capital in it is taken as meant. */
function withCapitals(name: string): string {
  if (name !== name.toLowerCase()) return name;
  const words = name.split(' ');
  return words
    .map((word, index) => (index > 0 && PARTICLES.test(word) ? word : capitalized(word)))
    .join(' ');
}

function capitalized(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}
