import { plainText } from '#src/domain/plain-text.js';
import {
  ASKING_HOW,
  commandOf,
  EVERYDAY_WORDS,
  FILLERS,
  FORGIVEN_WORDS,
  allWords,
  type Command,
} from './command-words.js';
import { typingDistance } from './typing-distance.js';

/** UTF-16 units; a longer text is never a command. */
const LONGEST_COMMAND = 120;
const BEFORE_CHOICE = [...allWords(({ beforeChoice }) => beforeChoice)].join('|');
const CHOICE = new RegExp(`^(?:(?:${BEFORE_CHOICE}) )?([1-9])(?: (.+))?$`);
/** UTF-16 units of emoji alone. */
const LONGEST_EMOJI = 40;
const THUMBS: ReadonlyMap<string, Command> = new Map([
  ['👍', 'yes'],
  ['👌', 'yes'],
  ['✅', 'yes'],
  ['👎', 'no'],
  ...Array.from('🙏❤💙💚💛🧡💜', (one) => [one, 'thanks'] as const),
]);

export interface SaidCommand {
  readonly command: Command | null;
  /** The menu number it was said with: 1 of "1", "1 entrar", "opção 1". */
  readonly choice: number | null;
}

/**
 * Reads a command out of a chat message, whatever its case, accents and punctuation, with polite words around it.
 * @param forgiving one typing error in a short word and two in a long one are forgiven; turn it off where the answer
 *   is free text, so that "Manu" stays a name
 */
export function readCommand(text: string, { forgiving }: { forgiving: boolean }): SaidCommand {
  if (text.length > LONGEST_COMMAND) return { command: null, choice: null };
  const plain = plainText(text);
  const thumb = readEmoji(plain);
  if (thumb !== null) return { command: thumb, choice: null };

  const words = wordsOf(plain);
  const numbered = CHOICE.exec(words.join(' '));
  if (!numbered) return { command: commandIn(words, forgiving), choice: null };
  const choice = Number(numbered[1]);
  const label = numbered[2];
  if (label === undefined) return { command: null, choice };
  const command = commandIn(label.split(' '), forgiving);
  // A number with words that mean nothing is no choice: "1 real", "2 contas".
  return { command, choice: command === null ? null : choice };
}

/** Said of what went well; at the beginning of a talk they say nothing. */
const PLEASED = new Set('👏🙌🤝💪😊😀😃😄😁🙂😉😍🥰😘😎👊✌🎉🆗');

/** What emoji alone say, all of them the same: "👏👏🏽"; null: nothing, or words stand beside them. */
function readEmoji(plain: string): Command | null {
  const emoji = emojiIn(plain);
  const said = new Set(emoji.map((one) => THUMBS.get(one)));
  const [command, ...others] = said;
  return others.length === 0 ? (command ?? null) : null;
}

/** "👏👏": nothing but emoji of somebody who is pleased. */
export function isPleased(text: string): boolean {
  const emoji = emojiIn(plainText(text));
  return emoji.length > 0 && emoji.every((one) => PLEASED.has(one));
}

function emojiIn(plain: string): readonly string[] {
  return plain.length > LONGEST_EMOJI
    ? []
    : Array.from(plain.replace(/[\s\p{EMod}\uFE0F\u200D]/gu, ''));
}

/** The words of a text that is already plain, without case and accents. */
export function wordsOf(plain: string): string[] {
  const lower = plain.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return lower.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function commandIn(words: readonly string[], forgiving: boolean): Command | null {
  const whole = commandOf(words.join(' '));
  if (whole) return whole;
  const core = words.filter((word) => !FILLERS.has(word));
  const [word] = core;
  if (word === undefined) return onlyGreeting(words) ? 'greet' : null;
  const meant =
    commandOf(core.join(' ')) ?? (forgiving && core.length === 1 ? forgiven(word) : null);
  // Blocking is the one thing that is done without asking back; who asks how is asked back.
  return meant === 'block' && words.some((word) => ASKING_HOW.has(word)) ? null : meant;
}

/** "oi, bom dia": nothing but polite words, with a greeting among them. */
function onlyGreeting(words: readonly string[]): boolean {
  return words.some((word) => commandOf(word) === 'greet');
}

function forgiven(word: string): Command | null {
  if (EVERYDAY_WORDS.has(word)) return null;
  const near = FORGIVEN_WORDS.filter(({ word: meant }) => isSlipOf(word, meant));
  const nearest = near.sort(
    (one, other) => typingDistance(word, one.word) - typingDistance(word, other.word),
  );
  return nearest[0]?.command ?? null;
}

/** How near is near enough: short words are easily other words, so they have to match in more than the distance. */
function isSlipOf(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 2) return false;
  const distance = typingDistance(word, meant);
  const sameStart = word.startsWith(meant.slice(0, 1));
  if (meant.length <= 4) return distance === 1 && sameStart && word.length >= meant.length;
  if (distance <= 1) return true;
  return meant.length >= 6 && distance === 2 && sameStart && word.endsWith(meant.slice(-1));
}
