import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LONG, longestFirst } from '../support/longest-first.js';

function file(project: string, name: string) {
  return { project: { name: project }, moduleId: `/clone/test/${name}.test.ts` };
}

test('the long files of a project begin first, the rest stays in order, projects stay apart', () => {
  const files = [
    file('parts', 'app/claims'),
    file('parts', 'app/transcripts'),
    file('unit', 'domain/phone'),
    file('unit', 'bot-flows/chart-walk'),
    file('e2e', 'e2e/links'),
    file('e2e', 'e2e/stop-signals'),
    file('e2e', 'e2e/api'),
    file('e2e', 'e2e/attack/erasure'),
  ];
  const names = longestFirst(files).map(({ moduleId }) =>
    moduleId.slice('/clone/test/'.length, -8),
  );
  expect(names).toEqual([
    ...['app/transcripts', 'app/claims', 'bot-flows/chart-walk', 'domain/phone'],
    ...['e2e/attack/erasure', 'e2e/stop-signals', 'e2e/links', 'e2e/api'],
  ]);
});

test('each long file is there', () => {
  expect(LONG.filter((name) => !existsSync(name))).toEqual([]);
});
