import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callSimulator } from '#src/dev/demo/simulator-calls.js';
import { sampleCpf } from '../support/sample-cpf.js';
import { until } from '../support/until.js';
import {
  INSTEAD_OF_A_CPF,
  NO_CPF,
  TEN_KB,
  WELCOME,
  WRONG_DIGIT,
  type Mishap,
} from './support/mishaps.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { createWorld, type World } from './support/world.js';

interface Person {
  readonly phone: SimulatedPhone;
  readonly cpf: string;
}

interface SimulatorState {
  /** Messages to the bot that it has not acknowledged. */
  readonly pending: number;
  readonly stats: { readonly messagesFromBot: number; readonly unknownRecipients: number };
}

const OFFER_HELP = /^Ainda não entendi/;
const ASK_NAME = /omo você se chama\?$/;
const ASK_NAME_AGAIN = /^Escreva só o seu nome/;
const ASK_CONSENT = /Você aceita\?/;
const LINK = /\/l\/[\w-]{43}/;
const CODE = /^\d{6}$/;

describe('bad input in the chat', () => {
  let world: World;
  let product: ProductProcess;
  const people: Person[] = [];
  let invited = 0;
  beforeAll(async () => {
    world = await createWorld();
    product = await world.startPaired();
  });
  afterAll(() => world.end());

  async function newcomer(): Promise<Person> {
    const at = invited;
    invited += 1;
    const number = `55119600${String(at).padStart(5, '0')}`;
    const phone = await world.phone(number, `Rita ${at}`);
    const person = { phone, cpf: sampleCpf(234_567_000 + at) };
    people.push(person);
    return person;
  }

  async function simulator(): Promise<SimulatorState> {
    return (await callSimulator(world.simulator.url, '/state')) as SimulatorState;
  }

  async function talk(phone: SimulatedPhone, exchanges: Mishap['talk']): Promise<void> {
    for (const [message, ...answers] of exchanges) {
      await phone.post(typeof message === 'string' ? { text: message } : message);
      for (const answer of answers) await phone.receive(answer);
    }
  }

  function registration(cpf: string): Mishap['talk'] {
    return [
      [cpf, ASK_NAME],
      ['Rita Alves', ASK_CONSENT],
      ['1', LINK, CODE],
    ];
  }

  /** The bot said these things and nothing else. */
  async function expectAnswers(phone: SimulatedPhone, exchanges: Mishap['talk']): Promise<void> {
    const expected = exchanges.flatMap(([, ...answers]) => answers);
    const said = (await phone.messages()).filter(({ from }) => from === 'bot');
    expect(said).toHaveLength(expected.length);
    for (const [at, answer] of expected.entries()) expect(said[at]?.text).toMatch(answer);
  }

  async function expectAlive(): Promise<void> {
    expect(product.hasEnded()).toBe(false);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    expect(product.output()).not.toContain('"level":"error"');
  }

  // Each of them is somebody else in a chat of their own: while the bot waits in one, it answers in the others.
  it.concurrent.each(INSTEAD_OF_A_CPF)(
    'answers $what, and the person can register afterwards',
    async (mishap) => {
      const { phone, cpf } = await newcomer();
      const exchanges = [['oi', WELCOME] as const, ...mishap.talk, ...registration(cpf)];
      await talk(phone, exchanges);
      await expectAnswers(phone, exchanges);
      await expectAlive();
    },
  );

  it('asks again for a name that is none and a consent that is unclear', async () => {
    const { phone, cpf } = await newcomer();
    const exchanges: Mishap['talk'] = [
      [cpf, ASK_NAME],
      ['😂😂', ASK_NAME_AGAIN],
      ['x'.repeat(TEN_KB), ASK_NAME_AGAIN],
      ['Rita Alves', ASK_CONSENT],
      ['talvez', ASK_CONSENT],
      ['aceito', LINK, CODE],
    ];
    await talk(phone, exchanges);
    await expectAnswers(phone, exchanges);
    await expectAlive();
  });

  it('says nothing into a group, and takes nothing from it', async () => {
    const { phone, cpf } = await newcomer();
    const before = await simulator();
    await phone.post({ kind: 'group', text: cpf });
    await until('WhatsApp to see it taken', async () => (await simulator()).pending === 0);
    const exchanges: Mishap['talk'] = [['oi', WELCOME], ...registration(cpf)];
    await talk(phone, exchanges);
    await expectAnswers(phone, exchanges);
    const { stats } = await simulator();
    expect(stats.messagesFromBot - before.stats.messagesFromBot).toBe(5);
    expect(stats.unknownRecipients).toBe(0);
    await expectAlive();
  });

  it('lets nobody in by a message that nothing but the server vouches for', async () => {
    const { phone, cpf } = await newcomer();
    const exchanges: Mishap['talk'] = [
      [{ kind: 'plaintext', text: 'oi' }],
      [{ kind: 'plaintext', text: cpf }],
      ['oi', WELCOME],
      ...registration(cpf),
      [{ kind: 'plaintext', text: 'entrar' }],
      [{ kind: 'plaintext', text: cpf }],
      ['menu', /^Olá, R/],
    ];
    await talk(phone, exchanges);
    await expectAnswers(phone, exchanges);
    await expectAlive();
  });

  it('takes a CPF that is corrected right away by editing, and not what is deleted later', async () => {
    const { phone, cpf } = await newcomer();
    await phone.send('oi');
    await phone.receive(WELCOME);
    const id = await phone.post({ text: '529.982.247-26' });
    await phone.receive(WRONG_DIGIT);
    await phone.post({ kind: 'edit', id, text: cpf });
    await phone.receive(ASK_NAME);
    await phone.post({ kind: 'delete', id });
    await talk(phone, registration(cpf).slice(1));
    await expectAnswers(phone, [
      ['oi', WELCOME],
      ['a wrong one', WRONG_DIGIT],
      ...registration(cpf),
    ]);
    await expectAlive();
  });

  it('answers a message once that WhatsApp delivers three times', async () => {
    const { phone, cpf } = await newcomer();
    const id = await phone.post({ text: 'oi' });
    await phone.post({ duplicateOf: id });
    await phone.receive(WELCOME);
    await phone.post({ duplicateOf: id });
    await talk(phone, registration(cpf));
    await expectAnswers(phone, [['oi', WELCOME], ...registration(cpf)]);
    await expectAlive();
  });

  it('falls silent for somebody who never makes sense, until a word it knows', async () => {
    const { phone, cpf } = await newcomer();
    const exchanges: Mishap['talk'] = [
      ['oi', WELCOME],
      ['abacate', NO_CPF],
      ['banana', NO_CPF],
      ['caqui', /não tem pressa/],
      ['damasco', OFFER_HELP],
      ['figo', /esperar em silêncio/],
      ['goiaba'],
      [{ kind: 'audio' }],
      ['a'.repeat(TEN_KB)],
      ['entrar', /^Qual é o seu CPF/],
      ...registration(cpf),
    ];
    await talk(phone, exchanges);
    await expectAnswers(phone, exchanges);
    await expectAlive();
  });

  it('knows every one of them after a restart, and logged nothing that was said', async () => {
    const log = product.output();
    expect(await product.end('SIGTERM')).toBe(0);
    product = await world.start();
    await product.untilWhatsApp();
    for (const { phone, cpf } of people) {
      await phone.send('menu');
      await phone.receive(/^Olá, R/);
      for (const secret of ['Rita', cpf, phone.number.slice(2)]) expect(log).not.toContain(secret);
    }
    expect(log).not.toMatch(/^\s+at /m);
  });
});
