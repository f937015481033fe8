import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#src/domain/locale.js';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { runProgram, type RunningProgram } from './support/run-program.js';
import { BOT_NUMBER, createWorld, type World } from './support/world.js';

const CLI = path.resolve('dist/src/main/cli.js');
const CONFIG = 78;
/** What the phone's camera reads: an address with the reference and the keys of this client. */
const PAYLOAD = /^https:\/\/wa\.me\/\S+#2@\S+,\S+$/m;
/** Rows of a drawing, black on white. */
const DRAWING = /(?:^.*[▄▀█ ]{40}.*$\n){15}/m;
const PAIRED = /^Paired as .*•.*\. Start the product with: npm start$/m;

interface SimulatorState {
  readonly devices: readonly unknown[];
}

describe('pairing from a terminal', () => {
  let world: World;
  const running: RunningProgram[] = [];
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(async () => {
    for (const program of running.splice(0)) {
      program.signal('SIGKILL');
      await program.ended;
    }
    await world.end();
  });

  function pairIn(locale: Locale, args: readonly string[]): RunningProgram {
    const { simulator, dataDir } = world;
    const program = runProgram([CLI, ...args], {
      LOCALE: locale,
      DATA_DIR: dataDir,
      WHATSAPP_WS_URL: simulator.waUrl,
      WHATSAPP_ROOT_KEY: simulator.rootKey,
    });
    running.push(program);
    return program;
  }

  const pair = (...args: string[]): RunningProgram => pairIn('en', args);

  async function link(by: { qr: string } | { code: string }): Promise<void> {
    await callSimulator(world.simulator.url, '/pair', { ...by, number: BOT_NUMBER });
  }

  async function expectPaired(program: RunningProgram): Promise<void> {
    const { code, stdout, stderr } = await program.ended;
    expect(stderr).toBe('');
    expect(stdout).toMatch(PAIRED);
    expect(stdout).not.toContain(BOT_NUMBER);
    expect(code).toBe(0);
    const product = await world.start();
    await product.untilWhatsApp();
    const state = (await callSimulator(world.simulator.url, '/state')) as SimulatorState;
    expect(state.devices).toHaveLength(1);
  }

  async function expectMistake(program: RunningProgram, message: RegExp): Promise<void> {
    const { code, stdout, stderr } = await program.ended;
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |error of its own/m);
    expect(stdout).toBe('');
    expect(code).toBe(CONFIG);
  }

  it('prints the payload of the QR, and the product is paired from then on', async () => {
    const program = pair('pair', '--raw');
    const [qr] = await program.untilPrinted(PAYLOAD);
    await link({ qr });
    await expectPaired(program);
  });

  it('draws the QR where nobody asks for its payload', async () => {
    const program = pair('pair');
    await program.untilPrinted(DRAWING);
    expect(program.stdout()).not.toContain('2@');
    program.signal('SIGINT');
    await program.ended;
    const again = pair('pair', '--raw');
    const [qr] = await again.untilPrinted(PAYLOAD);
    await link({ qr });
    await expectPaired(again);
  });

  it('prints a code to type on the phone', async () => {
    const program = pair('pair', '--code', BOT_NUMBER);
    const [, code = ''] = await program.untilPrinted(/^Pairing code: ([A-Z0-9]{4}-?[A-Z0-9]{4})$/m);
    await link({ code });
    await expectPaired(program);
  });

  it.each(['', 'pare', 'pair now', 'pair --qr', 'pair --code'])(
    'explains itself when called with "%s"',
    async (words) => {
      const args = words.split(' ').filter((word) => word !== '');
      await expectMistake(pair(...args), /^Usage:\n.*npm run pair/);
    },
  );

  it('case D1: pairs a landline by code', async () => {
    const program = pair('pair', '--code', '11 3333-4444');
    const [, code = ''] = await program.untilPrinted(/^Pairing code: ([A-Z0-9]{4}-?[A-Z0-9]{4})$/m);
    await callSimulator(world.simulator.url, '/pair', { code, number: '551133334444' });
    const { stdout } = await program.ended;
    expect(stdout).toContain('Paired as (11) ••••-4444.');
  });

  it.each(['123', 'abc', '14155550123'])('says that %s is no number', async (number) => {
    await expectMistake(pair('pair', '--code', number), /is no telephone number/);
  });

  it('speaks Portuguese where LOCALE does not name English', async () => {
    await expectMistake(pairIn('pt-BR', ['pare']), /^Uso:\n.*npm run pair/);
    await expectMistake(pairIn('pt-BR', ['pair', '--code', '123']), /^123 não é um número de/);
    const program = pairIn('pt-BR', ['pair', '--code', BOT_NUMBER]);
    const [, code = ''] = await program.untilPrinted(/^Código de conexão: ([A-Z0-9-]{8,9})$/m);
    await link({ code });
    const { stdout, code: exitCode } = await program.ended;
    expect(stdout).toMatch(/^Conectado como .*•.*\. Inicie o produto com: npm start$/m);
    expect(exitCode).toBe(0);
  });

  it('leaves the data folder to the product that runs', async () => {
    const product = await world.start();
    await expectMistake(
      pair('pair', '--raw'),
      new RegExp(`is in use by process ${product.pid}\\. Stop it first`),
    );
    expect(product.hasEnded()).toBe(false);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  });
});
