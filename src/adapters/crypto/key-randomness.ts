import { isUtf8 } from 'node:buffer';

/**
 * A random key breaks one of the bounds below less than once in a million keys (counted on 10^6 keys of
 * `crypto.randomBytes`); what people type or count up breaks one nearly always.
 */
const LEAST_DIFFERENT_BYTES = 18;
const LEAST_SPREAD = 112;
const MOST_EQUAL_STEPS = 7;
const MOST_PRINTABLE = 27;
const LEAST_BITS = 80;
const MOST_BITS = 176;
const MOST_EQUAL_STEPS_TYPED = 11;
const LEAST_DIFFERENT_TYPED = 18;
const LEAST_CHANGES_OF_KIND = 11;

/**
 * Whether 32 bytes look random, as far as their distribution shows: no repetition of any period, no ramp of any step
 * (also of every second, third … byte, also growing), no text, no small numbers. NIST SP 800-133 wants keys from a
 * random bit generator; passing this check does not prove that a key is random.
 * @param key 32 bytes
 * @param typed the base64 they came as, without padding: words can be typed in base64 itself
 */
export function looksRandom(key: Uint8Array, typed: string): boolean {
  return !(
    isNarrow(key) ||
    isText(key) ||
    isRegular(Array.from(key), 256, MOST_EQUAL_STEPS) ||
    isTypedInBase64(typed)
  );
}

function isNarrow(key: Uint8Array): boolean {
  const bits = key.reduce((sum, byte) => sum + bitsOf(byte), 0);
  return (
    new Set(key).size < LEAST_DIFFERENT_BYTES ||
    Math.max(...key) - Math.min(...key) < LEAST_SPREAD ||
    bits < LEAST_BITS ||
    bits > MOST_BITS
  );
}

function bitsOf(byte: number): number {
  return byte.toString(2).replaceAll('0', '').length;
}

function isText(key: Uint8Array): boolean {
  const printable = key.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  return printable > MOST_PRINTABLE || isUtf8(key);
}

/** One step between neighbours at any distance occurs too often: 0 in a repetition, the same number in a ramp. */
function isRegular(values: readonly number[], modulus: number, most: number): boolean {
  const distances = Array.from({ length: values.length >> 1 }, (_, at) => at + 1);
  const first = stepsOf(values, { distance: 1, modulus });
  return (
    distances.some((distance) => commonest(stepsOf(values, { distance, modulus })) > most) ||
    commonest(stepsOf(first, { distance: 1, modulus })) > most
  );
}

function stepsOf(
  values: readonly number[],
  { distance, modulus }: { distance: number; modulus: number },
): number[] {
  return values.slice(distance).map((value, at) => (value - (values[at] ?? 0) + modulus) % modulus);
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function isTypedInBase64(typed: string): boolean {
  const kinds = Array.from(typed, kindOf);
  const changes = kinds.slice(1).filter((kind, at) => kind !== kinds[at]).length;
  return (
    new Set(typed).size < LEAST_DIFFERENT_TYPED ||
    changes < LEAST_CHANGES_OF_KIND ||
    isRegular(
      Array.from(typed, (character) => character.charCodeAt(0)),
      256,
      MOST_EQUAL_STEPS_TYPED,
    )
  );
}

function kindOf(character: string): 'small' | 'capital' | 'digit' | 'sign' {
  if (/[a-z]/.test(character)) return 'small';
  if (/[A-Z]/.test(character)) return 'capital';
  return /\d/.test(character) ? 'digit' : 'sign';
}
