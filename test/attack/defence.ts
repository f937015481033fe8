import { readFile } from 'node:fs/promises';
import path from 'node:path';

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

/** @throws when the build under `root` does not have it as often as said: then taking it out would prove nothing */
export async function readWithDefence(
  root: string,
  { file, present, times = 1 }: Pick<Defence, 'file' | 'present' | 'times'>,
): Promise<string> {
  const text = await readFile(path.join(root, 'dist', file), 'utf8');
  const found = text.split(present).length - 1;
  if (found !== times) throw new Error(`${file} has "${present}" ${found} times`);
  return text;
}
