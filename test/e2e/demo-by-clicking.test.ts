import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KNOWN } from '#src/dev/demo/people.js';
import { ADMIN_PASSWORD } from './support/admin-client.js';
import {
  closeProfiles,
  COMPUTER,
  hasBrowser,
  newProfile,
  openBrowser,
  PHONE,
} from './support/browser.js';
import { createChatPage } from './support/chat-page.js';
import { createDemoHouse, type Demo, type DemoHouse } from './support/demo-process.js';

/**
 * Presses what leads to the chat and gives the page with the phones, which may be a new tab: the page's script opens it, and
 * the page says that it waits once the script is there.
 */
async function openChat(page: Page): Promise<Page> {
  await page.getByText('Esperando a sua mensagem').waitFor();
  const link = page.getByRole('link', { name: 'Abrir o WhatsApp' });
  const isNewTab = (page.viewportSize()?.width ?? 0) > PHONE.viewport.width;
  const opened = isNewTab ? page.context().waitForEvent('page') : page;
  await link.click();
  return opened;
}

/** Each run compiles from sources and makes or opens a database: slow on a busy machine. */
describe.runIf(hasBrowser())('the demo, played by clicking', { timeout: 240_000 }, () => {
  let browser: Browser;
  let house: DemoHouse;
  let profile: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    [browser, house] = await Promise.all([openBrowser(), createDemoHouse()]);
  });
  afterEach(async () => {
    await profile.close();
    await house.stop();
  });
  afterAll(async () => {
    await closeProfiles(browser);
    await house.end();
  });

  async function look(as: typeof PHONE | typeof COMPUTER): Promise<void> {
    profile = await newProfile(browser, as);
    page = await profile.newPage();
  }

  /** Through the admin's pages to the one of the bot, on which a QR has to be. */
  async function openAdmin({ origin, setupUrl }: Demo): Promise<void> {
    if (setupUrl !== null) {
      await page.goto(setupUrl);
      for (const field of await page.locator('input[type=password]').all())
        await field.fill(ADMIN_PASSWORD);
      await page.getByRole('button').first().click();
      await page.waitForURL('**/admin/login*');
    } else await page.goto(`${origin}/admin/login`);
    await page.locator('#password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.waitForURL('**/admin/whatsapp');
    await page.locator('.admin-qr svg').waitFor();
  }

  async function openPairing(demo: Demo): Promise<Page> {
    const phones = await profile.newPage();
    await phones.goto(demo.phones);
    await phones.getByText('Nenhum bot conectado').waitFor();
    await phones.getByRole('button', { name: 'Conectar o bot' }).first().click();
    return phones;
  }

  async function expectPaired(phones: Page): Promise<void> {
    await phones.getByText('Bot: +55').waitFor();
    expect(await phones.locator('#no-bot').isHidden()).toBe(true);
    await page.locator('[data-field=title]', { hasText: /^Conectado$/ }).waitFor();
    expect(await page.locator('.admin-qr svg').count()).toBe(0);
  }

  it.each([
    { where: 'a computer', as: COMPUTER },
    { where: 'a phone', as: PHONE },
  ])('case F11: signs in by the button that opens the chat, on $where', async ({ as }) => {
    const demo = await house.start();
    await look(as);
    await page.goto(`${demo.origin}/login`);
    await page.getByRole('button', { name: 'Acessar com WhatsApp' }).click();
    const number = (await page.locator('.number strong').textContent()) ?? '';
    const phones = await openChat(page);
    await phones.locator('#ready-note').waitFor();
    expect(phones.url()).toBe(`${demo.phones}/?phone=${KNOWN.number}`);
    expect(await phones.locator('#text').inputValue()).toMatch(/^Entrar no site: \w{4}-\w{4}$/);
    const chat = createChatPage(phones);
    await chat.say(null, /Qual número aparece/);
    expect(await phones.locator('#ready-note').isHidden()).toBe(true);
    await chat.say(number, /Pode voltar à página/);
    if (phones === page) await page.goto(`${demo.origin}/login/whatsapp`);
    await page.getByRole('button', { name: 'Sim, entrar' }).click();
    await page.waitForURL('**/dashboard');
    expect(await page.textContent('main')).toContain(KNOWN.name);
    expect(await demo.stop()).toBe('');
  });

  it('case F11: pairs by hand: the phone reads the QR of the admin’s page', async () => {
    const demo = await house.start('--unpaired');
    expect(demo.printed).toContain('um bot, que você conecta');
    await look(COMPUTER);
    await openAdmin(demo);
    const phones = await openPairing(demo);
    await phones.getByRole('button', { name: 'Ler o QR' }).click();
    await expectPaired(phones);
    expect(await demo.stop()).toBe('');
  });

  it('case F11: unpairs the bot of an earlier run, and pairs by the code', async () => {
    const demo = await house.start('--unpaired');
    await look(COMPUTER);
    await openAdmin(demo);
    await page.getByText('Conectar com um código').click();
    await page.locator('#phone').fill('11 90000-0001');
    await page.getByRole('button', { name: 'Gerar código' }).click();
    const code = page.locator('.admin-code', { hasText: /^\w{4}-\w{4}$/ });
    const phones = await openPairing(demo);
    await phones.locator('#pair-code').fill('XXXX');
    await phones.getByRole('button', { name: 'Usar o código' }).click();
    await phones.getByText('Digite as 8 letras e números').waitFor();
    await phones.locator('#pair-code').fill((await code.textContent()) ?? '');
    await phones.getByRole('button', { name: 'Usar o código' }).click();
    await expectPaired(phones);
    expect(await demo.stop()).toBe('');
  });
});
