import { typingDistance } from '../reading/commands/typing-distance.js';

/** In shorter words a slip makes too many other words. */
const SHORTEST = 5;
/** From this length on two slips are forgiven. */
const LONG = 8;

/**
 * Finds the word that a slip of the finger was meant for: one letter left out, added, changed or swapped, two in a long word.
 * The first letter has to be right, swapped with the second, or its neighbour on the keyboard and the only wrong one. Every word is stored under itself with letters left out, so
 * that a look-up costs as many steps as the word has letters.
 */
export function createSlips(words: Iterable<string>) {
  const shortened = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (const form of formsOf(word)) {
      shortened.set(form, [...(shortened.get(form) ?? []), word]);
    }
  }
  return function meant(word: string): string | null {
    if (word.length < SHORTEST) return null;
    let best: string | null = null;
    let nearest = Infinity;
    for (const form of formsOf(word)) {
      for (const candidate of shortened.get(form) ?? []) {
        if (!sameStart(word, candidate) && !slidAtStart(word, candidate)) continue;
        const distance = typingDistance(word, candidate);
        const most = Math.min(word.length, candidate.length) >= LONG ? 2 : 1;
        if (distance > most || distance >= nearest) continue;
        [best, nearest] = [candidate, distance];
      }
    }
    return best;
  };
}

function sameStart(word: string, candidate: string): boolean {
  const [one, two] = Array.from(word.slice(0, 2));
  const [first, second] = Array.from(candidate.slice(0, 2));
  return one === first || (one === second && two === first);
}

/** Keys that a thumb hits instead: "wntrar", "vodigo". */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Only the first letter is another one, and lies beside the right one. */
function slidAtStart(word: string, candidate: string): boolean {
  if (word.slice(1) !== candidate.slice(1)) return false;
  const [one = '', other = ''] = [word[0], candidate[0]];
  return ROWS.some((row) => {
    const at = row.indexOf(one);
    return at >= 0 && [row[at - 1], row[at + 1]].includes(other);
  });
}

function formsOf(word: string): ReadonlySet<string> {
  const once = [word, ...withoutOne(word)];
  const twice = word.length >= LONG ? once.flatMap(withoutOne) : [];
  return new Set([...once, ...twice]);
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
