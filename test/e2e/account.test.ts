import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.js';
import { closeProfiles, newProfile, openBrowser, hasBrowser, PHONE } from './support/browser.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { letTimePass } from './support/stopped-database.js';
import { createWorld, type World } from './support/world.js';

const CPF = '529.982.247-25';
const PASSWORD = 'girassol trovoada sete lagos';
const OTHER = 'sabiá laranjeira 41 janelas';
const LOGIN_LINK = /https?:\/\/\S+\/l\/[\w-]{43}/;
const RESET_LINK = /https?:\/\/\S+\/password\/reset\/[\w-]{43}/;

/** Clean for a screen reader, and no wider than the phone. */
async function expectFit(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
}

describe.runIf(hasBrowser())('the account, kept by a person on a phone', () => {
  let world: World;
  let product: ProductProcess;
  /** What was printed before the restart. */
  let logged = '';
  let browser: Browser;
  let ana: SimulatedPhone;
  let profile: BrowserContext;
  let page: Page;

  const open = (path: string) => page.goto(`${product.url}${path}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  async function logIn(password: string): Promise<void> {
    await open('/login/password');
    await page.getByLabel(/CPF/).fill(CPF);
    await page.getByLabel('Senha', { exact: true }).fill(password);
    await button('ENTRAR').click();
  }

  async function choose(password: string): Promise<void> {
    await page.getByLabel('Senha nova', { exact: true }).fill(password);
    await page.getByLabel('A senha nova outra vez').fill(password);
    await button(/Salvar/).click();
  }

  beforeAll(async () => {
    world = await createWorld();
    [product, browser] = await Promise.all([world.startPaired(), openBrowser()]);
    ana = await world.phone('5521991234567', 'Ana Souza');
    // axe itself is a script, so that they are on; the pages of the account have none that anything depends on.
    profile = await browser.newContext({ ...PHONE, locale: 'pt-BR', colorScheme: 'dark' });
    page = await profile.newPage();
  });
  afterAll(async () => {
    await closeProfiles(browser);
    await world.end();
  });

  it('enters by the link from the chat', async () => {
    await ana.send('oi');
    await ana.receive(/CPF/);
    await ana.send(CPF);
    await ana.receive(/omo você se chama/);
    await ana.send('Ana Souza');
    await ana.receive(/aceita/);
    await ana.send('1');
    const message = await ana.receive(LOGIN_LINK);
    await page.goto(LOGIN_LINK.exec(message)?.[0] ?? '');
    await button(/entrar/i).click();
    await page.waitForURL('**/dashboard');
  });

  it('shows the ways in, the devices and the data', async () => {
    await open('/account');
    const text = await page.textContent('main');
    for (const part of ['Ana Souza', '529.***.***-25', 'WhatsApp', 'este aparelho', 'Baixar']) {
      expect(text).toContain(part);
    }
    await expectFit(page);
  });

  it('sets a password, after one that will not do', async () => {
    await page.getByRole('link', { name: 'Criar uma senha' }).click();
    await expectFit(page);
    await choose('senha12345');
    expect(await page.textContent('.error')).toMatch(/primeiras/);
    await expectFit(page);
    await choose(PASSWORD);
    await page.waitForURL('**/account?done=password');
    expect(await page.textContent('[role=status]')).toContain('Senha salva.');
    await ana.receive(/senha .* definida .* BLOQUEAR/);
  });

  it('signs out and in again with it, after a wrong one', async () => {
    await button('Sair').first().click();
    await page.waitForURL('**/login?signed_out=1');
    await logIn('outra senha comprida');
    expect(await page.textContent('.error')).toMatch(/não conferem/);
    expect(new URL(page.url()).search).toBe('');
    await expectFit(page);
    await logIn(PASSWORD);
    await page.waitForURL('**/dashboard');
  });

  it('proves it again by password and goes where it wanted', async () => {
    await open('/account/confirm?then=/account/delete');
    await expectFit(page);
    await page.getByLabel('Senha', { exact: true }).fill(PASSWORD);
    await button('Confirmar').click();
    await page.waitForURL('**/account/delete');
    await expectFit(page);
  });

  it('schedules the deletion of the account and calls it off', async () => {
    await button(/Apagar/).click();
    await page.waitForURL('**/account');
    expect(await page.textContent('[role=status]')).toMatch(/será apagada em .*CANCELAR EXCLUSÃO/);
    expect(await page.title()).toMatch(/será apagada em/);
    await expectFit(page);
    await ana.receive(/será apagada/);
    await button('Manter a minha conta').click();
    await page.waitForURL('**/account?done=kept');
  });

  it('proves it again by a code from WhatsApp', async () => {
    await open('/account/confirm?then=/account/password');
    await button('Receber código no WhatsApp').click();
    const code = await ana.receive(/^\d{6}$/);
    await expectFit(page);
    await page.getByLabel(/Código/).fill(code);
    await button('Confirmar').click();
    await page.waitForURL('**/account/password');
  });

  it('ends another device, which is out at once', async () => {
    const other = await newProfile(browser, PHONE);
    const elsewhere = await other.newPage();
    await elsewhere.goto(`${product.url}/login/password`);
    await elsewhere.getByLabel(/CPF/).fill(CPF);
    await elsewhere.getByLabel('Senha', { exact: true }).fill(PASSWORD);
    await elsewhere.getByRole('button', { name: 'ENTRAR' }).click();
    await elsewhere.waitForURL('**/dashboard');
    await open('/account');
    const device = page.locator('.device').filter({ hasNotText: 'este aparelho' });
    await device.getByRole('button').first().click();
    await page.waitForURL('**/account?done=session');
    await elsewhere.reload();
    await elsewhere.waitForURL('**/login*');
    await other.close();
  });

  it('replaces a forgotten password by the link from the chat', async () => {
    await open('/account');
    await page.getByRole('link', { name: 'Sair de tudo' }).click();
    await expectFit(page);
    await button('Sair de tudo').click();
    await page.waitForURL('**/login?signed_out=1');
    // One message a minute, whatever it is for: the last one was sent a moment ago.
    logged += product.output();
    expect(await product.end('SIGTERM')).toBe(0);
    await letTimePass(world.dataDir, 2);
    product = await world.start();
    await product.untilWhatsApp();
    await open('/login/password');
    await page.getByRole('link', { name: 'Esqueceu a senha?' }).click();
    await expectFit(page);
    await page.getByLabel(/CPF/).fill(CPF);
    await button('Receber link no WhatsApp').click();
    await expectFit(page);
    const message = await ana.receive(RESET_LINK);
    await page.goto(RESET_LINK.exec(message)?.[0] ?? '');
    await expectFit(page);
    await choose(OTHER);
    expect(await page.textContent('h1')).toBe('Senha salva');
    await expectFit(page);
    await logIn(PASSWORD);
    expect(await page.textContent('.error')).toMatch(/não conferem/);
    await logIn(OTHER);
    await page.waitForURL('**/dashboard');
  });

  it('leaves no password, code or token in the log', () => {
    const log = `${logged}${product.output()}`.replace(/^ {2}http\S+\/admin\/setup\/\S+$/gm, '');
    for (const secret of [PASSWORD, OTHER, '52998224725', CPF]) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/password\/reset\/[\w-]{43}/);
  });
});
