import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KNOWN } from '#src/dev/demo/people.js';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { DEMO } from './support/demo-process.js';
import { freePort } from './support/free-port.js';
import { runProgram, type RunningProgram } from './support/run-program.js';
import { createPhone } from './support/simulated-phone.js';

const LINK = /https?:\/\/\S+\/l\/[\w-]{43}/;
const CODE = /^\d{6}$/;
const ENDS_WITHIN_MS = 5_000;

interface SimulatorState {
  readonly devices: readonly unknown[];
  readonly stats: { readonly logins: number };
}

/** Each run compiles from sources and makes or opens a database: slow on a busy machine. */
describe('the demo', { timeout: 240_000 }, () => {
  const { number, name } = KNOWN;
  let folder: string;
  let ports: { product: number; simulator: number };
  const running: RunningProgram[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zap-demo-'));
    ports = { product: await freePort(), simulator: await freePort() };
  });
  afterEach(async () => {
    for (const program of running.splice(0)) {
      if (!program.hasEnded()) program.signal('SIGKILL', 'group');
      await program.ended;
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  function runDemo(...options: readonly string[]): RunningProgram {
    const program = runProgram([...DEMO, ...options], {
      // Made by the demo itself, as at somebody's first start.
      DATA_DIR: path.join(folder, 'data', 'demo'),
      PORT: String(ports.product),
      SIMULATOR_PORT: String(ports.simulator),
    });
    running.push(program);
    return program;
  }

  const simulatorUrl = (): string => `http://127.0.0.1:${ports.simulator}`;

  async function untilReady(program: RunningProgram): Promise<string> {
    await program.untilPrinted(/Ctrl-C encerra tudo/);
    const printed = program.stdout();
    expect(printed).toContain(simulatorUrl());
    expect(printed).toContain(`http://localhost:${ports.product}/login`);
    expect((await fetch(`${simulatorUrl()}/healthz`)).status).toBe(200);
    expect((await fetch(`http://localhost:${ports.product}/login`)).status).toBe(200);
    return printed;
  }

  async function expectKnownPersonGetsIn(): Promise<void> {
    const joana = await createPhone(simulatorUrl(), { number, name });
    await joana.send('entrar');
    const link = LINK.exec(await joana.receive(LINK))?.[0] ?? '';
    await joana.receive(CODE);
    expect(await (await fetch(link)).text()).toContain('Entrar como J••• S•••?');
  }

  /** @returns how long it took, in milliseconds */
  async function stopByCtrlC(program: RunningProgram): Promise<number> {
    const asked = performance.now();
    program.signal('SIGINT', 'group');
    const { code, stderr } = await program.ended;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    return performance.now() - asked;
  }

  async function expectNobodyListens(): Promise<void> {
    for (const port of [ports.product, ports.simulator]) {
      const socket = net.connect(port, '127.0.0.1');
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ECONNREFUSED');
    }
  }

  async function simulatorState(): Promise<SimulatorState> {
    return (await callSimulator(simulatorUrl(), '/state')) as SimulatorState;
  }

  it('says where everything is, lets the known person in, and ends by Ctrl-C', async () => {
    const program = runDemo();
    expect(await untilReady(program)).toMatch(/\/admin\/setup\/[\w-]{43}/);
    const login = await fetch(`http://localhost:${ports.product}/login`);
    expect(await login.text()).toContain('<span>Loja Exemplo</span>');
    await expectKnownPersonGetsIn();
    expect(await stopByCtrlC(program)).toBeLessThan(ENDS_WITHIN_MS);
    await expectNobodyListens();
  });

  it('goes on with the same data, without pairing anew', async () => {
    const program = runDemo();
    await untilReady(program);
    expect((await simulatorState()).devices).toHaveLength(1);
    const joana = await createPhone(simulatorUrl(), { number, name });
    await joana.send('menu');
    await joana.receive(/^Olá, J.*\n1 Entrar/);
    await stopByCtrlC(program);
  });

  it('leaves no simulator behind when it is killed, and starts again', async () => {
    const killed = runDemo();
    await untilReady(killed);
    killed.signal('SIGKILL');
    await killed.ended;
    await expectNobodyListens();
    const program = runDemo();
    await untilReady(program);
    expect((await simulatorState()).devices).toHaveLength(1);
    await stopByCtrlC(program);
  });

  it('case F11: refuses an option that it does not have, and names those it has', async () => {
    const { code, stderr } = await runDemo('--unparied').ended;
    expect(stderr).toMatch(/npm run demo -- --unpaired/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(78);
    await expectNobodyListens();
  });

  it.each([
    { part: 'product', message: /A porta \d+ está em uso.*escolha outra PORT/ },
    { part: 'simulator', message: /port is in use\. Set SIMULATOR_PORT/ },
  ] as const)('names the port of the $part when it is in use', async ({ part, message }) => {
    const other = net.createServer().listen(ports[part], '127.0.0.1');
    await once(other, 'listening');
    const { code, stderr } = await runDemo().ended;
    other.close();
    await once(other, 'close');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(78);
    await expectNobodyListens();
  });
});
