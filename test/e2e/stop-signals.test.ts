import { randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyEmbeddedTemplate } from '../support/embedded-template.js';
import { until } from '../support/until.js';
import { freePort } from './support/free-port.js';
import { runProgram } from './support/run-program.js';

const START = path.resolve('dist/src/main/start.js');
const STARTS = 10;
/** A start takes two seconds, and a multiple of that on a machine with other work. */
const TEST_MS = 600_000;

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'zap-stop-'));
  await copyEmbeddedTemplate(dataDir);
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function variables() {
  const port = await freePort();
  return {
    ...{ DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` },
    ...{ REGISTRATION: 'open', LOCALE: 'en' },
  };
}

/** What a stop must leave behind: no lock, no socket. */
async function leftBehind(): Promise<readonly string[]> {
  const names = await readdir(dataDir);
  return names.filter((name) => name.endsWith('.sock') || name.startsWith('.s.PGSQL'));
}

it('case C9: SIGTERM at once after listening ends with 0', async () => {
  const env = await variables();
  const program = runProgram([START], { ...env, LOG_LEVEL: 'silent' });
  await until('the product to listen', () =>
    fetch(`${env.PUBLIC_URL}/healthz`).then(
      () => true,
      () => false,
    ),
  );
  program.signal('SIGTERM');
  const { code, stderr } = await program.ended;
  expect([code, stderr]).toEqual([0, '']);
  expect(await leftBehind()).toEqual([]);
});

it(
  'case C9: SIGTERM at any moment of the start ends with 0 and leaves nothing behind',
  async () => {
    const begun = performance.now();
    const first = runProgram([START], { ...(await variables()), LOG_LEVEL: 'silent' });
    await first.untilPrinted(/listening on/);
    const wholeMs = performance.now() - begun;
    first.signal('SIGTERM');
    expect((await first.ended).code).toBe(0);
    let tooEarly = 0;
    for (let start = 0; start < STARTS; start += 1) {
      const program = runProgram([START], { ...(await variables()), LOG_LEVEL: 'silent' });
      const at = performance.now() + randomInt(150, Math.max(200, Math.ceil(wholeMs)));
      await until('the moment', () => performance.now() >= at);
      program.signal('SIGTERM');
      const { code, stderr } = await program.ended;
      expect(await leftBehind()).toEqual([]);
      // Ended by the signal itself: Node had not come to the program's first line, and nothing was begun.
      if (code === null) tooEarly += 1;
      else expect({ start, code, stderr }).toEqual({ start, code: 0, stderr: '' });
    }
    expect(tooEarly).toBeLessThan(STARTS / 2);
  },
  TEST_MS,
);

it('case C9: SIGTERM to `npm start` reaches the product, and npm ends with its code', async () => {
  const env = await variables();
  const npm = spawn('npm', ['start'], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const ended = once(npm, 'exit');
  await until('the product to listen', () => printed.includes('(listening on '), {
    withinMs: 100_000,
  });
  npm.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  expect(printed).toContain('product.stopped');
  expect(code).toBe(0);
  await expect(fetch(`${env.PUBLIC_URL}/healthz`)).rejects.toThrow();
});
