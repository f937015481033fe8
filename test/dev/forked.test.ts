import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('a program that tells its parent too late ends without a word', async () => {
  const child = fork(fileURLToPath(new URL('./tells-late.ts', import.meta.url)), {
    execArgv: ['--conditions=development', '--import', 'tsx'],
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const ended = once(child, 'exit');
  await once(child.stdout ?? child, 'data');
  const gone = once(child, 'disconnect');
  child.disconnect();
  await gone;
  child.stdin?.end('.');
  expect(await ended).toEqual([0, null]);
  expect(said.join('')).toBe('');
});
