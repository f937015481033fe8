import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOGLE_PAGE_TITLE } from '#src/dev/google-simulator/chooser.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';
import { closeProfiles, hasBrowser, newProfile, openBrowser, PHONE } from './support/browser.js';
import type { ProductProcess } from './support/product-process.js';
import type { SimulatedPhone } from './support/simulated-phone.js';
import { letTimePass } from './support/stopped-database.js';
import { createWorld, type World } from './support/world.js';
import { axeFindings } from '../support/axe.js';

const CPF = '111.444.777-35';
const PASSWORD = 'capivara azul no telhado';
const CODE = /^\d{6}$/;

async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

describe.runIf(hasBrowser())('Google on a phone, played by a person', () => {
  let world: World;
  let google: GoogleSimulator;
  let product: ProductProcess;
  /** What was printed before the restart. */
  let registrationLog = '';
  let browser: Browser;
  let pedro: SimulatedPhone;
  /** The browser in which Pedro is signed in. */
  let own: BrowserContext;
  const foreign: string[] = [];

  beforeAll(async () => {
    [world, google] = await Promise.all([createWorld(), startGoogleSimulator({ port: 0 })]);
    const env = {
      GOOGLE_CLIENT_ID: google.client.id,
      GOOGLE_CLIENT_SECRET: google.client.secret,
      GOOGLE_ISSUER: google.issuer,
    };
    [product, browser] = await Promise.all([world.startPaired(env), openBrowser()]);
    pedro = await world.phone('5521991234567', 'Pedro Souza');
    await pedro.send('oi');
    await pedro.receive(/CPF/);
    await pedro.send(CPF);
    await pedro.receive(/omo você se chama/);
    await pedro.send('Pedro Souza');
    await pedro.receive(/aceita/);
    await pedro.send('1');
    await pedro.receive(CODE);
    // One message a minute, whatever it is for: the next code has to be asked for later.
    registrationLog = product.output();
    expect(await product.end('SIGTERM')).toBe(0);
    await letTimePass(world.dataDir, 2);
    product = await world.start(env);
    await product.untilWhatsApp();
  });
  afterAll(async () => {
    await closeProfiles(browser);
    await google.close();
    await world.end();
  });

  async function openLogin(): Promise<{ profile: BrowserContext; page: Page }> {
    const profile = await newProfile(browser, PHONE);
    const page = await profile.newPage();
    page.on('request', (request) => {
      const { origin } = new URL(request.url());
      if (origin !== world.origin && origin !== google.issuer) foreign.push(request.url());
    });
    await page.goto(`${product.url}/login`);
    return { profile, page };
  }

  async function choose(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: 'Acessar com Google' }).click();
    await page.getByRole('heading', { name: GOOGLE_PAGE_TITLE }).waitFor();
    await page.getByRole('button', { name }).click();
  }

  it('asks for the CPF the first time, and links by a WhatsApp code', async () => {
    const { profile, page } = await openLogin();
    own = profile;
    await choose(page, 'Pedro Souza');
    await page.waitForURL('**/google/link');
    expect(await page.textContent('h1')).toBe(
      'Olá, Pedro Souza. Para acessar via Google, confirme seu CPF',
    );
    await expectAccessible(page);
    await page.getByLabel(/CPF/).pressSequentially('11144477735');
    expect(await page.getByLabel(/CPF/).inputValue()).toBe(CPF);
    await page.getByRole('button', { name: 'Código WhatsApp' }).click();
    await page.waitForURL('**/google/link/code');
    await expectAccessible(page);
    await page.locator('#code').fill(await pedro.receive(CODE));
    await page.waitForURL('**/dashboard');
    expect(await page.textContent('main')).toContain('111.***.***-35');
    await pedro.receive(/conta do Google passou a abrir/);
  });

  it('signs in without a question the next time', async () => {
    const { profile, page } = await openLogin();
    await choose(page, 'Pedro Souza');
    await page.waitForURL('**/dashboard');
    expect(await page.textContent('main')).toContain('Pedro Souza');
    await profile.close();
  });

  it('goes back to the login page when the person cancels', async () => {
    const { profile, page } = await openLogin();
    await choose(page, 'Maria Aparecida');
    await page.waitForURL('**/google/link');
    await page.getByRole('button', { name: 'Cancelar' }).click();
    await page.waitForURL('**/login');
    await choose(page, 'Cancelar');
    await page.waitForURL('**/login');
    await profile.close();
  });

  it('lets the person choose a password', async () => {
    const page = await own.newPage();
    await page.goto(`${product.url}/account/password`);
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#repeat').fill(PASSWORD);
    await page.getByRole('button', { name: 'Salvar senha' }).click();
    await page.waitForURL('**/account?done=password');
    await page.close();
  });

  it('links no second Google account, in words', async () => {
    const { profile, page } = await openLogin();
    await choose(page, 'João Batista');
    await page.waitForURL('**/google/link');
    await page.getByLabel(/CPF/).fill(CPF);
    await page.getByLabel('Senha').fill(PASSWORD);
    await page.getByRole('button', { name: 'VINCULAR CPF' }).click();
    await page.getByRole('heading', { name: 'Já existe um Google vinculado' }).waitFor();
    await expectAccessible(page);
    await profile.close();
  });

  it('is unlinked on the page of the account, with the password', async () => {
    const page = await own.newPage();
    await page.goto(`${product.url}/account`);
    await page.getByRole('link', { name: 'Desvincular conta Google' }).click();
    await expectAccessible(page);
    await page.getByLabel('Senha').fill(PASSWORD);
    await page.getByRole('button', { name: 'Desvincular', exact: true }).click();
    await page.waitForURL('**/account?done=unlinked');
    await pedro.receive(/Google deixou de abrir/);
    await page.close();
  });

  it('is linked again with the same account, by password', async () => {
    const { profile, page } = await openLogin();
    await choose(page, 'Pedro Souza');
    await page.waitForURL('**/google/link');
    await page.getByLabel(/CPF/).fill(CPF);
    await page.getByLabel('Senha').fill(PASSWORD);
    await page.getByRole('button', { name: 'VINCULAR CPF' }).click();
    await page.waitForURL('**/dashboard');
    await profile.close();
  });

  it('says so when Google is down, and leaves the other ways', async () => {
    const { profile, page } = await openLogin();
    google.setFaults({ down: 'everything' });
    await page.getByRole('button', { name: 'Acessar com Google' }).click();
    await page.getByRole('heading', { name: 'O Google não respondeu' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Entrar de outro jeito' }).click();
    await page.waitForURL('**/login');
    google.setFaults({ down: null });
    await page.getByText('Outras formas de entrar').click();
    await page.getByRole('link', { name: 'Entrar com senha' }).click();
    await page.getByLabel(/CPF/).fill(CPF);
    await page.getByLabel('Senha').fill(PASSWORD);
    await page.getByRole('button', { name: 'ENTRAR', exact: true }).click();
    await page.waitForURL('**/dashboard');
    await profile.close();
  });

  it('asks nobody but Google, and leaves no secret in the log', () => {
    expect(foreign).toEqual([]);
    for (const secret of [CPF, '11144477735', PASSWORD, '@gmail.example', 'eyJ']) {
      expect(registrationLog + product.output()).not.toContain(secret);
    }
  });
});
