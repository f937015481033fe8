import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { controlClient } from './simulator-client.js';

const MAIN = 'src/dev/whatsapp-simulator/main.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function start(environment: Record<string, string>) {
  const child = fork(MAIN, {
    env: { ...process.env, NODE_ENV: 'test', ...environment },
    execArgv: ['--conditions=development', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (output.stderr += data.toString()));
  return { child, output, exited: once(child, 'close') as Promise<[number | null]> };
}

interface Ready {
  ready: true;
  url: string;
  waUrl: string;
  rootKey: string;
}

async function readyFrom(child: ChildProcess): Promise<Ready> {
  const [message] = (await once(child, 'message')) as [Ready];
  return message;
}

test('says where it is, saves and ends at SIGTERM, and comes back as it was', async () => {
  const environment = { SIMULATOR_PORT: '0', SIMULATOR_STATE: join(folder, 'state.json') };
  const first = start(environment);
  const ready = await readyFrom(first.child);
  expect(ready.ready).toBe(true);
  await controlClient(ready.url).phone('5511987654321', 'Maria');
  first.child.kill('SIGTERM');
  expect((await first.exited)[0]).toBe(0);
  expect(first.output).toEqual({ stdout: `WhatsApp simulado: ${ready.url}\n`, stderr: '' });
  expect(await readFile(environment.SIMULATOR_STATE, 'utf8')).toContain('Maria');

  const second = start(environment);
  const again = await readyFrom(second.child);
  expect(again.rootKey).toBe(ready.rootKey);
  expect(await controlClient(again.url).get('/phones')).toMatchObject([{ name: 'Maria' }]);
  second.child.kill('SIGINT');
  expect((await second.exited)[0]).toBe(0);
});

test('ends with a clear message when the port is taken or no port', async () => {
  const running = start({ SIMULATOR_PORT: '0' });
  const { url } = await readyFrom(running.child);
  const taken = start({ SIMULATOR_PORT: new URL(url).port });
  expect((await taken.exited)[0]).toBe(1);
  expect(taken.output.stderr).toBe('The port is in use. Set SIMULATOR_PORT to another one.\n');

  const invalid = start({ SIMULATOR_PORT: 'abc' });
  expect((await invalid.exited)[0]).toBe(1);
  expect(invalid.output.stderr).toContain('SIMULATOR_PORT');
});
