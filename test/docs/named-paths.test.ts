import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * Whoever reads a document opens what it names. A path in backticks or in a link has to exist, a name of a file without
 * a folder has to be that of some file, and a command `npm run …` has to be one of package.json.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const names = new Set(tracked.map((path) => path.slice(path.lastIndexOf('/') + 1)));
const folders = new Set(tracked.flatMap(foldersOf));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const documents = tracked.filter((path) =>
  /^(docs\/.*|[A-Z]+|README\.pt-br|\.github\/.*)\.md$/.test(path),
);

/** What begins like this is a path of the repository. */
const ROOMS = /^(src|web-link|bot-flows|prisma|test|docs|\.ci|\.github)\//;
const FILE_NAME = /^\w[\w.-]*\.(ts|tsx|mjs|cjs|js|css|md|prisma|sql|json|yml)$/;
/** Made while something runs, or another project's. */
const NOT_OURS = new Set(['package.json', 'jwks.json', 'manifest.json', 'security.txt']);

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}

/** `a/{b,c}.ts` names two files, `a/b-*.ts` and `a/<name>.ts` any that fit. */
function spelledOut(path: string): string[] {
  const choice = /^(.*?)\{([^}]*)\}(.*)$/.exec(path);
  if (!choice) return [path];
  const [, before = '', inner = '', after = ''] = choice;
  return inner.split(',').flatMap((one) => spelledOut(before + one.trim() + after));
}

function isThere(path: string): boolean {
  const plain = path.replace(/\/$/, '').replace(/:\d+$/, '');
  if (!/[*<…]/.test(plain)) return tracked.includes(plain) || folders.has(plain);
  const escaped = plain
    .split(/\*\*|\*|<[^>]*>|…/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^ ]*');
  const pattern = new RegExp(`^${escaped}$`);
  return tracked.some((one) => pattern.test(one)) || [...folders].some((one) => pattern.test(one));
}

function withoutBlocks(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}

const codeIn = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));

describe.each(documents)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8');

  it('names no path that is not there', () => {
    const named = codeIn(text)
      .flatMap((code) => code.split(/\s+/))
      .filter((word) => ROOMS.test(word))
      .flatMap(spelledOut);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });

  it('names no file that is nowhere', () => {
    const named = codeIn(text).filter((code) => FILE_NAME.test(code) && !NOT_OURS.has(code));
    expect(named.filter((one) => !names.has(one))).toEqual([]);
  });

  it('links to nothing that is not there', () => {
    const targets = linksIn(text).map((target) => normalize(join(dirname(path), target)));
    expect(targets.filter((one) => !isThere(one))).toEqual([]);
  });

  it('tells no command that package.json does not have', () => {
    const commands = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(
      ([, name = '']) => name,
    );
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

/** docs/security.md names tests by their path under `test/`, without `.test.ts`; some folders without `adapters/`. */
it('docs/security.md names no test that is not there', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8')
    .replace(/`[^`]*`/g, '')
    .replace(/\]\([^)]*\)/g, ']');
  const named = [...text.matchAll(/(?<![\w/.-])[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)+(?![\w/-])/g)].map(
    ([name]) => name,
  );
  const isTest = (name: string) =>
    folders.has(`test/${name}`) ||
    tracked.some((one) => one.startsWith('test/') && one.includes(`/${name}.`));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => !isTest(name))).toEqual([]);
});

it('would notice a path that is not there', () => {
  expect(documents.length).toBeGreaterThan(20);
  expect(isThere('src/domain/throttle.ts')).toBe(true);
  expect(isThere('src/domain')).toBe(true);
  expect(isThere('src/adapters/postgres/tables/google-*.ts')).toBe(true);
  expect(isThere('src/domain/nowhere.ts')).toBe(false);
  expect(isThere('src/nowhere')).toBe(false);
});
