import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCpf } from '../support/sample-cpf.js';
import { createApiBrowser, type ApiBrowser } from './support/api-browser.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { createWorld, type World } from './support/world.js';

const CODE = /^\d{6}$/;
const LOGIN_LINK = /\/l\/[\w-]{43}/;

interface Me {
  readonly methods: readonly { readonly label?: string }[];
}

describe('numbers that are no Brazilian mobiles', { timeout: 120_000 }, () => {
  let world: World;
  let product: ProductProcess;
  const people = new Map<string, SimulatedPhone>();
  beforeAll(async () => {
    world = await createWorld();
    product = await world.startPaired({ ALLOWED_NUMBERS: 'any' });
  }, 120_000);
  afterAll(() => world.end());

  /** @returns the link and the code that a registration ends with */
  async function register(phone: SimulatedPhone, cpf: string) {
    await phone.send(cpf);
    await phone.receive(/omo você se chama/);
    await phone.send('Inês Almeida');
    await phone.receive(/aceita/);
    await phone.send('1');
    const link = await phone.receive(LOGIN_LINK);
    return { link: LOGIN_LINK.exec(link)?.[0] ?? '', code: await phone.receive(CODE) };
  }

  async function phonesOf(browser: ApiBrowser): Promise<string> {
    const { status, body } = await browser.get('/api/auth/me');
    expect(status).toBe(200);
    return JSON.stringify((body as Me).methods);
  }

  it.each([
    ['one of Portugal', 'by link', '351912345678', '+351 ••••-5678'],
    ['one of Argentina', 'by code', '5491123456789', '+54 ••••-6789'],
    ['a landline of São Paulo', 'by link', '551133334444', '(11) ••••-4444'],
    ['an 0800', 'by code', '558001234567', '(80) ••••-4567'],
  ] as const)('case D2: %s registers and logs in %s', async (_, way, number, masked) => {
    const phone = await world.phone(number, 'Inês');
    people.set(number, phone);
    const cpf = sampleCpf(467_000_000 + people.size);
    const { link, code } = await register(phone, cpf);
    const browser = createApiBrowser(product.url);
    if (way === 'by link') {
      expect((await browser.request('POST', link, { form: {} })).status).toBe(303);
    } else {
      const asked = await browser.post('/api/auth/whatsapp', { taxId: cpf });
      const { challengeId } = asked.body as { challengeId: string };
      const verified = await browser.post('/api/auth/whatsapp/verify', { challengeId, code });
      expect(verified.body).toEqual({ status: 'logged_in' });
    }
    const shown = await phonesOf(browser);
    expect(shown).toContain(masked);
    expect(shown).not.toContain(number.slice(-8));
    await phone.send('meus dados');
    expect(await phone.receive(/O que guardo de você/)).toContain(masked);
    await phone.receive(/Para ver e baixar tudo/);
  });

  it('case D2: whom the operator does not let in is told the true reason and gets nothing', async () => {
    await product.end('SIGTERM');
    product = await world.start({ ALLOWED_NUMBERS: 'br-mobile' });
    await product.untilWhatsApp();
    const refused = [
      ['554832221111', /não é de celular/],
      ['14155550123', /de fora do Brasil/],
      // Registered before the operator changed it.
      ['551133334444', /não é de celular/],
    ] as const;
    for (const [number, reason] of refused) {
      const phone = people.get(number) ?? (await world.phone(number, 'Rui'));
      const seen = (await phone.messages()).length;
      for (const text of ['entrar', sampleCpf(467_000_003)]) {
        await phone.send(text);
        expect(await phone.receive(/./)).toMatch(reason);
      }
      const after = (await phone.messages()).slice(seen).filter(({ from }) => from === 'bot');
      for (const { text } of after) expect(text).toMatch(reason);
    }
  });
});
