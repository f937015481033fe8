import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCpf } from '../support/sample-cpf.js';
import { createApiBrowser, type ApiAnswer } from './support/api-browser.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { letTimePass } from './support/stopped-database.js';
import { createWorld, type World } from './support/world.js';

const LINK = /https?:\/\/\S+(\/l\/[\w-]{43})/;
const CODE = /^\d{6}$/;
const UNKNOWN = /Não reconhecemos este link/;
const OVER = /Este link não vale mais/;
const USED = /Este link já foi usado/;

describe('links that open nothing', () => {
  let world: World;
  let product: ProductProcess;
  let people = 0;
  beforeAll(async () => {
    world = await createWorld();
    product = await world.startPaired();
  });
  afterAll(() => world.end());

  interface Access {
    readonly link: string;
    readonly code: string;
  }

  async function receiveAccess(phone: SimulatedPhone): Promise<Access> {
    const link = LINK.exec(await phone.receive(LINK))?.[1] ?? '';
    return { link, code: await phone.receive(CODE) };
  }

  async function register(): Promise<{ phone: SimulatedPhone; cpf: string; access: Access }> {
    people += 1;
    const phone = await world.phone(`551195000100${people}`, `Caio ${people}`);
    const cpf = sampleCpf(345_678_000 + people);
    await phone.send(cpf);
    await phone.receive(/omo você se chama/);
    await phone.send('Caio Brito');
    await phone.receive(/aceita/);
    await phone.send('1');
    return { phone, cpf, access: await receiveAccess(phone) };
  }

  function look(link: string): Promise<ApiAnswer> {
    return createApiBrowser(product.url).get(link);
  }

  /** Presses the button of the link's page in a new browser. @returns every answer, the page last */
  function press(link: string): Promise<readonly [ApiAnswer, ...ApiAnswer[]]> {
    return createApiBrowser(product.url).submit(link, {});
  }

  async function expectRefused(link: string, words: RegExp, status: number): Promise<void> {
    const [pressed, page] = await press(link);
    expect(pressed.status).toBe(303);
    for (const answer of [await look(link), page]) {
      if (answer === undefined) throw new Error('the button led nowhere');
      expect(answer.status).toBe(status);
      expect(answer.body).toMatch(words);
      expect(answer.body).toContain('Pedir outro link no WhatsApp');
      expect(answer.headers.map(([name]) => name)).not.toContain('set-cookie');
    }
  }

  async function expectOpens(link: string): Promise<void> {
    expect((await look(link)).body).toContain('Entrar como C••• B•••?');
    const [pressed] = await press(link);
    expect([pressed.status, pressed.header('location')]).toEqual([303, '/dashboard']);
  }

  async function passMinutes(minutes: number): Promise<void> {
    expect(await product.end('SIGTERM')).toBe(0);
    await letTimePass(world.dataDir, minutes);
    product = await world.start();
    await product.untilWhatsApp();
  }

  it.each(['/l/nonsense', '/l/%00', `/l/${'k'.repeat(43)}`, `/l/${'k'.repeat(4_000)}`])(
    'says of %s that it is not known',
    (link) => expectRefused(link, UNKNOWN, 404),
  );

  it('says that a link was used, and a cut one is not known', async () => {
    const { link } = (await register()).access;
    await expectRefused(link.slice(0, -1), UNKNOWN, 404);
    await expectRefused(`${link}x`, UNKNOWN, 404);
    await expectOpens(link);
    await expectRefused(link, USED, 410);
  });

  it('says that a newer link replaced this one, which does open', async () => {
    const { phone, access } = await register();
    await passMinutes(2);
    await phone.send('entrar');
    const newer = await receiveAccess(phone);
    expect(newer.link).not.toBe(access.link);
    await expectRefused(access.link, OVER, 410);
    await expectOpens(newer.link);
  });

  it('says that link and code are over after their time, and gives new ones', async () => {
    const { phone, cpf, access } = await register();
    await passMinutes(11);
    await expectRefused(access.link, OVER, 410);
    const browser = createApiBrowser(product.url);
    const asked = await browser.post('/api/auth/whatsapp', { taxId: cpf });
    expect(asked.status).toBe(202);
    const { challengeId } = asked.body as { challengeId: string };
    const newCode = await phone.receive(CODE);
    const old = await browser.post('/api/auth/whatsapp/verify', { challengeId, code: access.code });
    expect(old.body).toMatchObject({ code: 'wrong_code' });
    const taken = await browser.post('/api/auth/whatsapp/verify', { challengeId, code: newCode });
    expect(taken.status).toBe(200);
  });

  it('has kept everybody and logged no link', async () => {
    expect(product.hasEnded()).toBe(false);
    expect((await createApiBrowser(product.url).get('/healthz')).status).toBe(200);
    expect(product.output()).not.toMatch(/\/l\/[\w-]{8}|"level":"error"/);
  });
});
