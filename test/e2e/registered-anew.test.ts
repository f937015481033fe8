import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCpf } from '../support/sample-cpf.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { createWorld, type World } from './support/world.js';

const ACCESS = /\/l\/[\w-]{43}|^\d{6}$/;
const CODE = /^\d{6}$/;

describe('a number that is registered on WhatsApp anew', { timeout: 120_000 }, () => {
  let world: World;
  let people = 0;
  beforeAll(async () => {
    world = await createWorld();
    await world.startPaired();
  }, 120_000);
  afterAll(() => world.end());

  async function registered() {
    people += 1;
    const phone = await world.phone(`55119${71_000_000 + people}`, 'Joana');
    const cpf = sampleCpf(457_000_000 + people);
    await phone.send(cpf);
    await phone.receive(/omo você se chama/);
    await phone.send('Joana Silva');
    await phone.receive(/aceita/);
    await phone.send('1');
    await phone.receive(CODE);
    return { cpf, phone };
  }

  /** All that the bot said in this chat, once it has answered what was written last. */
  async function saidBy(phone: SimulatedPhone) {
    await phone.send('ajuda');
    await phone.receive(/BLOQUEAR/);
    const said = (await phone.messages()).filter(({ from }) => from === 'bot');
    return said.map(({ text }) => text);
  }

  it('case A1: a new account has to name the CPF, waits, and gets no link, code or alert', async () => {
    const { cpf, phone } = await registered();
    await phone.registerAnew('new');
    await phone.send('entrar');
    await phone.receive(/com outro WhatsApp.*qual é o CPF/);
    await phone.send(cpf);
    await phone.receive(
      /só o CPF não basta.*responda TROCAR.*se ninguém usar a conta nem disser não até/,
    );
    const said = await saidBy(phone);
    expect(said).toHaveLength(3);
    for (const text of said) expect(text).not.toMatch(ACCESS);
    await phone.send('entrar');
    expect(await phone.receive(/./)).toMatch(/só o CPF não basta/);
  });

  it('case A1: another account in the form with eight digits is told of to the known chat only', async () => {
    const { cpf, phone } = await registered();
    const short = phone.number.replace(/^(\d{4})9/, '$1');
    const other = await world.phone(short, 'Outra pessoa');
    await other.send('entrar');
    await other.receive(/com outro WhatsApp.*qual é o CPF/);
    await other.send(cpf);
    await other.receive(/só o CPF não basta/);
    await phone.receive(/Outro WhatsApp com este mesmo número.*responda TROCAR/);
    await phone.send('não');
    await phone.receive(/recusei o pedido/);
    for (const text of await saidBy(other)) expect(text).not.toMatch(ACCESS);
    await other.send('entrar');
    expect(await other.receive(/./)).toMatch(/disse não/);
  });

  it('case A1: the same account on a new phone names the CPF and is let in', async () => {
    const { cpf, phone } = await registered();
    await phone.registerAnew('same');
    await phone.send('entrar');
    await phone.receive(/mudou de aparelho.*qual é o CPF/);
    await phone.send(cpf);
    // The access of the registration is less than a minute old, or a new one comes.
    expect(await phone.receive(/./)).toMatch(/Acabei de enviar seu acesso|\/l\/[\w-]{43}/);
  });
});
