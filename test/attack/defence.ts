import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Linter } from 'eslint';

/** A defence of the product, and how its build looks without it. */
export interface Defence {
  /** The case that must fail without it. */
  readonly id: number;
  readonly what: string;
  /** Where it stands, under `dist/`. */
  readonly file: string;
  /** Stands there exactly once, or as often as `times` says. */
  readonly present: string;
  readonly times?: number;
  readonly absent: string;
  /** A second place that says the same: either alone would hold. */
  readonly also?: Pick<Defence, 'file' | 'present' | 'absent'>;
}

const linter = new Linter();
/** Of Node's own names, those that a file may use for the first time without its defence. */
const NODE = { Buffer: 'readonly' } as const;

/** Names that the script uses and nobody has defined, and what makes it no script at all. */
function faultsIn(text: string): ReadonlySet<string> {
  const found = linter.verify(text, {
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals: NODE },
    rules: { 'no-undef': 'error' },
  });
  return new Set(found.map(({ message }) => message));
}

/**
 * @returns the file as it is, and as it is without the defence
 * @throws when the build under `root` does not have the defence as often as said, or breaks without it: then taking it out
 *   would prove nothing
 */
export async function takeDefenceOut(
  root: string,
  { file, present, absent, times = 1 }: Pick<Defence, 'file' | 'present' | 'absent' | 'times'>,
): Promise<{ readonly text: string; readonly without: string }> {
  const text = await readFile(path.join(root, 'dist', file), 'utf8');
  const found = text.split(present).length - 1;
  if (found !== times) throw new Error(`${file} has "${present}" ${found} times`);
  const without = text.replaceAll(present, () => absent);
  const before = faultsIn(text);
  const broken = [...faultsIn(without)].filter((fault) => !before.has(fault));
  if (broken.length > 0) throw new Error(`${file} breaks with "${absent}": ${broken.join(' ')}`);
  return { text, without };
}
