import { LANGUAGES, type Copy } from '../../copy/catalogue.js';
import { ptBr } from '../../copy/pt-br/copy.js';

/** What a person can say that means the same in every flow, or answers a yes-or-no question: a command has phrases. */
export type Command = keyof Copy['phrases'];

export const COMMAND_NAMES = Object.keys(ptBr.phrases) as readonly Command[];

/** Stands before a word of which a typing error is forgiven. */
const FORGIVEN = '~';
/** Stands before a word that is as near to a forgiven one as a typing error, and means something else. */
const OTHER = '!';

interface Phrase {
  readonly command: Command;
  readonly phrase: string;
  readonly forgiven: boolean;
}

/** Every phrase of every language. */
export const PHRASES: readonly Phrase[] = LANGUAGES.flatMap(({ phrases }) =>
  COMMAND_NAMES.flatMap((command) =>
    phrases[command].filter(isPhrase).map((written) => ({
      command,
      phrase: written.replace(FORGIVEN, ''),
      forgiven: written.startsWith(FORGIVEN),
    })),
  ),
);

/** Words of which a typing error is forgiven. EVERYDAY_WORDS are as near as such an error and mean something else. */
export const FORGIVEN_WORDS: readonly { readonly word: string; readonly command: Command }[] =
  PHRASES.filter(({ forgiven }) => forgiven).map(({ phrase, command }) => ({
    word: phrase,
    command,
  }));

export const EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  ...allWords(({ everyday }) => everyday),
  ...LANGUAGES.flatMap(({ phrases }) => Object.values(phrases).flat())
    .filter((written) => !isPhrase(written))
    .map((written) => written.replace(OTHER, '')),
]);
/** Said around a command without changing it. */
export const FILLERS = allWords(({ fillers }) => fillers);
/** Asked about rather than asked for: "como faço para bloquear" does not block. */
export const ASKING_HOW = allWords(({ askingHow }) => askingHow);

function isPhrase(written: string): boolean {
  return !written.startsWith(OTHER);
}

/** Words of every language for one purpose. */
export function allWords(
  pick: (reading: Copy['reading']) => readonly string[],
): ReadonlySet<string> {
  return new Set(LANGUAGES.flatMap(({ reading }) => pick(reading)));
}

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  PHRASES.map(({ phrase, command }) => [squeezed(phrase), command] as const),
);

/** The command a whole phrase stands for, letter by letter. */
export function commandOf(phrase: string): Command | undefined {
  return COMMANDS.get(squeezed(phrase));
}

/** "siiiim" and "sim" are one word. */
function squeezed(phrase: string): string {
  return phrase.replace(/(\p{L})\1+/gu, '$1');
}
