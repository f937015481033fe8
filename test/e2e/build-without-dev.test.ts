import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const DIST = path.resolve('dist');
/** In an import or `import()`, whatever the way to it. */
const DEV = /(?:from|import\()\s*['"][^'"]*(?:#src|\.)\/dev\//;

it('nothing of the demo, the simulators and the start page is in the build', async () => {
  const files = (await readdir(DIST, { recursive: true })).filter((name) => name.endsWith('.js'));
  expect(files).toContain(path.join('src', 'main', 'start.js'));
  expect(files.filter((name) => name.startsWith(path.join('src', 'dev')))).toEqual([]);
  const led: string[] = [];
  for (const name of files) {
    if (DEV.test(await readFile(path.join(DIST, name), 'utf8'))) led.push(name);
  }
  expect(led).toEqual([]);
});
