import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * README.pt-br.md is README.md in Portuguese. What stands in both without being translated has to be the same: settings,
 * commands, addresses, files and the number of headings, points and steps.
 */

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const english = read('README.md');
const portuguese = read('README.pt-br.md');

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

const SAME: Readonly<Record<string, RegExp>> = {
  'settings of the table': /^\| (`[A-Z_`, ]+`) +\|/gm,
  'defaults in code': /^\| `[A-Z_`, ]+` +\| (`[^|]*`) +\|/gm,
  'commands of the table': /^\| (`npm [^`]+`) +\|/gm,
  'blocks of code by language': /^```(\w*)$/gm,
  levels: /^(#+) /gm,
  points: /^(-|\d\.) /gm,
};

describe('README.pt-br.md', () => {
  it.each(Object.entries(SAME))('has the %s of README.md', (_, pattern) => {
    const found = all(english, pattern);
    expect(found.length).toBeGreaterThan(0);
    expect(all(portuguese, pattern)).toEqual(found);
  });

  it('runs what README.md runs', () => {
    const run = (text: string) => all(text, /^(npm [^#\n]*[^#\s])/gm).toSorted();
    expect(run(portuguese)).toEqual(run(english));
  });

  it('leads to the same documents, and to pictures that README.md shows', () => {
    const linked = (text: string) => new Set(all(text, /\]\((?!#)([^)#]+)/g));
    const pictures = (name: string) => name.startsWith('docs/pictures/');
    const [own, other] = [linked(portuguese), linked(english)];
    const documents = (names: ReadonlySet<string>) =>
      [...names].filter((name) => !pictures(name) && !name.startsWith('README')).toSorted();
    expect(documents(own)).toEqual(documents(other));
    expect([...own].filter((name) => pictures(name) && !other.has(name))).toEqual([]);
  });
});
