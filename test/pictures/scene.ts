import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ADMIN_PASSWORD, setUpAdmin } from '../e2e/support/admin-client.js';
import { COMPUTER } from '../e2e/support/browser.js';
import type { Demo } from '../e2e/support/demo-process.js';
import { createPhone, type SimulatedPhone } from '../e2e/support/simulated-phone.js';
import { sampleCpf } from '../support/sample-cpf.js';

/** What most people have; a browser without a window would name itself. */
export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36';
const PASSWORD = 'girassol trovoada sete lagos';
const LOGIN_LINK = /https?:\/\/\S+\/l\/[\w-]{43}/;
const RESET_LINK = /https?:\/\/\S+\/password\/reset\/[\w-]{43}/;

/** What a browser remembers of the site, so that each picture can be taken by the same person. */
export type Visitor = Awaited<ReturnType<BrowserContext['storageState']>>;

export interface Scene {
  readonly stranger: Visitor;
  readonly member: Visitor;
  readonly admin: Visitor;
  /** Whose chat has just been opened: registration, link and code. */
  readonly newcomer: SimulatedPhone;
  readonly loginLink: string;
  readonly resetLink: string;
}

interface Person {
  readonly phone: SimulatedPhone;
  readonly cpf: string;
  readonly link: string;
}

/** Plays the story that the pictures tell: people who register, link, forget and contest. */
export async function playScene(browser: Browser, demo: Demo): Promise<Scene> {
  const { origin, phones } = demo;
  const newProfile = () => browser.newContext({ ...COMPUTER, locale: 'pt-BR', userAgent: CHROME });

  async function register(number: string, name: string, seed: number): Promise<Person> {
    const phone = await createPhone(phones, { number, name });
    const cpf = sampleCpf(seed);
    const turns: [string, RegExp][] = [
      ['oi', /CPF/],
      [cpf, /omo você se chama/],
      [name, /aceita/],
      ['1', LOGIN_LINK],
    ];
    let last = '';
    for (const [say, answer] of turns) {
      await phone.send(say);
      last = await phone.receive(answer);
    }
    await phone.receive(/^\d{6}$/);
    return { phone, cpf, link: LOGIN_LINK.exec(last)?.[0] ?? '' };
  }

  async function chooseGoogle(page: Page, name: string): Promise<void> {
    await page.goto(`${origin}/login`);
    await page.getByRole('button', { name: 'Acessar com Google' }).click();
    await page.getByRole('button', { name }).click();
    await page.waitForURL('**/google/link');
  }

  /** Enters by the link, chooses a password and links a Google account. */
  async function settle(page: Page, { cpf, link }: Person): Promise<void> {
    await page.goto(link);
    await page.getByRole('button', { name: /entrar/i }).click();
    await page.waitForURL('**/dashboard');
    await page.goto(`${origin}/account/password`);
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#repeat').fill(PASSWORD);
    await page.getByRole('button', { name: 'Salvar senha' }).click();
    await page.waitForURL('**/account?done=password');
    await page.context().clearCookies();
    await chooseGoogle(page, 'Antônio Carlos Conceição');
    await page.getByLabel(/CPF/).fill(cpf);
    await page.getByLabel('Senha').fill(PASSWORD);
    await page.getByRole('button', { name: 'VINCULAR CPF' }).click();
    await page.waitForURL('**/dashboard');
  }

  async function forget({ phone, cpf }: Person): Promise<string> {
    const page = await (await newProfile()).newPage();
    await page.goto(`${origin}/login/password`);
    await page.getByRole('link', { name: 'Esqueceu a senha?' }).click();
    await page.getByLabel(/CPF/).fill(cpf);
    await page.getByRole('button', { name: 'Receber link no WhatsApp' }).click();
    const message = await phone.receive(RESET_LINK);
    await page.context().close();
    return RESET_LINK.exec(message)?.[0] ?? '';
  }

  /** Somebody else says that a registered CPF is theirs. */
  async function contest(cpf: string): Promise<void> {
    const owner = await createPhone(phones, { number: '5531984443322', name: 'Marina Costa' });
    await owner.send('este cpf é meu');
    await owner.receive(/Qual é o CPF/);
    await owner.send(cpf);
    await owner.receive(/Anotei/);
  }

  /** Waits at two doors: for an approval in WhatsApp, and back from Google for the first time. */
  async function wait(page: Page): Promise<void> {
    await chooseGoogle(page, 'Maria Aparecida dos Santos');
    await page.goto(`${origin}/login/whatsapp`);
    await page.getByRole('button').first().click();
    await page.locator('.number').waitFor();
  }

  async function enterAdmin(page: Page): Promise<void> {
    await setUpAdmin(origin, demo.setupUrl ?? '');
    await page.goto(`${origin}/admin/login`);
    await page.locator('#password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('link', { name: 'CPFs contestados' }).waitFor();
  }

  async function remembered(play: (page: Page) => Promise<void>): Promise<Visitor> {
    const profile = await newProfile();
    await play(await profile.newPage());
    const state = await profile.storageState();
    await profile.close();
    return state;
  }

  const antonio = await register('5511976543210', 'Antônio Carlos Conceição', 246_813_579);
  const member = await remembered((page) => settle(page, antonio));
  const resetLink = await forget(antonio);
  const squatter = await register('5541998877665', 'Bruno Ramos', 135_792_468);
  await contest(squatter.cpf);
  const newcomer = await register('5521991234567', 'Pedro Souza', 321_654_987);
  return {
    member,
    resetLink,
    newcomer: newcomer.phone,
    loginLink: newcomer.link,
    stranger: await remembered(wait),
    admin: await remembered(enterAdmin),
  };
}
