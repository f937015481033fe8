import type { Random } from '../ports/random.js';

/** A person who waits for a code does not notice it; a stranger's next request rarely falls on the sending. */
const LONGEST_MS = 400;

/**
 * What a page asked for goes out after a random time, for a known and an unknown CPF alike: a message costs the process
 * a few milliseconds more than a decoy, and a stranger who asks the next page at once would see them in its time
 * (security cases 11 and 64).
 * @returns milliseconds, from 0 to 399
 */
export function pageDelay(random: Pick<Random, 'below'>): number {
  return random.below(LONGEST_MS);
}
