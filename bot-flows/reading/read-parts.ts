import { normalise } from '../understanding/normalise.js';
import type { PersonEvent } from './chart-event.js';
import { isPleased, readCommand, type SaidCommand } from './commands/read-command.js';
import type { Reading } from './reading.js';
import { readSessionToEnd, readTwoDigits } from './numbers/read-number.js';
import { readScreenNumber } from './numbers/read-screen-number.js';

/** A command word for word, a choice or a number. */
export function readPart(text: string, { situation }: Reading): PersonEvent | null {
  const session = readSessionToEnd(text);
  if (session !== null) return { type: 'endSession', number: session };
  const event = commandOrChoice(readCommand(text, { forgiving: situation !== 'name' }));
  if (event) return event;
  if (situation === 'afterAccess' && isPleased(text)) return { type: 'acknowledge' };
  const number = situation === 'number' ? readScreenNumber(text) : readTwoDigits(text);
  return number === null ? null : { type: 'number', number };
}

/**
 * What several lines mean together: polite ones add nothing, a blocked account can be unblocked and a stolen one not,
 * and otherwise those that say something have to say the same. A choice or a consent is one only where every line
 * agrees.
 */
export function readLines(text: string, reading: Reading): PersonEvent | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return null;
  const events = lines
    .map((line) => ({ line, event: readPart(line, reading) }))
    .filter(({ line, event }) => !isPolite(event) && !(event === null && isAround(line)))
    .map(({ event }) => event);
  const block = events.find((event) => event?.type === 'block');
  if (block) {
    const isPlain = events.every((event) => event !== null && goesWithBlock(event));
    return isPlain && !lines.some(isRefusal) ? block : null;
  }
  const said = events.filter((event) => event !== null);
  const [first] = said;
  if (!first || said.some((event) => !isSame(event, first))) return null;
  return isAnswer(first) && said.length < events.length ? null : first;
}

/** "Não quero" in a message of its own refuses what the next one says, or takes it back. */
function isRefusal(line: string): boolean {
  return / (?:nao|nem|nunca|jamais) (?:(?:quero|queria|precisa|preciso|vou|pode|e|era|mais|pra|por favor|,) )*$/.test(
    normalise(line).line,
  );
}

/** Words that change nothing, or none: "por favor", "🙏". */
function isAround(line: string): boolean {
  const { words, asks } = normalise(line);
  return !asks && words.every((word) => AROUND.has(word));
}

const AROUND = new Set(
  'por favor gentileza please agora aqui ai ja logo urgente rapido moco moca'.split(' '),
);

function isPolite(event: PersonEvent | null): boolean {
  return event?.type === 'greet' || event?.type === 'thanks';
}

function isSame(one: PersonEvent, other: PersonEvent): boolean {
  return one.type === other.type && numberOf(one) === numberOf(other);
}

/** Each line beside them has to be one, too. */
const ANSWERS: ReadonlySet<PersonEvent['type']> = new Set(['yes', 'no', 'confirmNumberChange']);

/** Other messages that go with a plain BLOQUEAR; whatever else is said with it is read as one sentence. */
const BESIDE_BLOCK: ReadonlySet<PersonEvent['type']> = new Set([
  ...(['block', 'notMe', 'help', 'human', 'yes'] as const),
]);

/** The first choice is the yes of every question about locking; in a hurry it is sent before the question comes. */
function goesWithBlock(event: PersonEvent): boolean {
  return BESIDE_BLOCK.has(event.type) || (event.type === 'choice' && event.number === 1);
}

function isAnswer(event: PersonEvent): boolean {
  return ANSWERS.has(event.type) || numberOf(event) !== null;
}

function numberOf(event: PersonEvent): number | null {
  return 'number' in event ? event.number : null;
}

/** "1 sim" is yes and "2 não" is no; where number and word disagree nothing was agreed to. */
function commandOrChoice({ command, choice }: SaidCommand): PersonEvent | null {
  if (command === null) return choice === null ? null : { type: 'choice', number: choice };
  if (command === 'yes' && choice !== null && choice !== 1) return null;
  if (command === 'no' && choice !== null && choice !== 2) return null;
  return command === 'claim' ? { type: 'claim', taxId: null } : { type: command };
}
