import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
/** What stands on WhatsApp's own pages, what a person writes, and what a phone shows while somebody types. */
const NOT_OURS = ['Aparelhos conectados', 'Conectar um aparelho', 'entrar', 'atendente', 'typing…'];

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** All words of pages: those of the product and those of the simulators. */
function wordsOfPages(): string {
  const all = { recursive: true, encoding: 'utf8' } as const;
  const ours = readdirSync(new URL('web-link/', ROOT), all).filter((name) =>
    /pt-br.*\.ts$/.test(name),
  );
  const simulated = readdirSync(new URL('src/dev/', ROOT), all);
  return [
    ...ours.map((name) => read(`web-link/${name}`)),
    ...simulated
      .filter((name) => /\.(ts|tsx|js|html)$/.test(name))
      .map((name) => read(`src/dev/${name}`)),
  ].join('\n');
}

it('case F7: the README names no button that the pages do not have', () => {
  const named = [...read('README.md').matchAll(/"([^"\n]+)"/g)].map(([, name]) => name ?? '');
  const words = wordsOfPages();
  const ours = named.filter((name) => !NOT_OURS.includes(name) && !name.includes('•'));
  expect(ours).toContain('Conectar');
  expect(ours.filter((name) => !words.includes(name))).toEqual([]);
});
