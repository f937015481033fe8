import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_PASSWORD, setUpAdmin } from '../support/admin-client.js';
import { A_CHAT, A_CLAIM, A_PERSON } from '../support/admin-people.js';
import { createAdminWorld, type AdminWorld } from '../support/admin-web-deps.js';
import {
  closeProfiles,
  COMPUTER,
  hasBrowser,
  newProfile,
  openBrowser,
  PHONE,
} from './support/browser.js';
import { axeFindings } from '../support/axe.js';

async function expectWell(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const width = await page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  expect(width).toBe(true);
}

/** The admin's pages about people, in a browser, over use cases in memory. */
describe.runIf(hasBrowser())('the admin in a browser', () => {
  let world: AdminWorld;
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    browser = await openBrowser();
    const probe = createAdminWorld();
    server = probe.app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await closed(server);
    origin = `http://127.0.0.1:${port}`;
    world = createAdminWorld({ publicUrl: origin });
    await setUpAdmin(world);
    const site = express().use('/public', express.static('web-link/public')).use(world.app);
    server = site.listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });

  afterAll(async () => {
    await closeProfiles(browser);
    await closed(server);
  });

  it.each([
    ['a phone', PHONE],
    ['a computer', COMPUTER],
  ])('settles a claim on %s, and every page can be read by everybody', async (_what, device) => {
    world.peopleAdmin.claims = [A_CLAIM, { ...A_CLAIM, id: A_PERSON.accountId, phoneMasked: null }];
    world.peopleAdmin.people.set('11144477735', A_PERSON);
    world.peopleAdmin.chats = [A_CHAT];
    const profile = await newProfile(browser, device);
    const page = await profile.newPage();
    await page.goto(`${origin}/admin/login`);
    await page.locator('#password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await page.getByRole('link', { name: 'CPFs contestados' }).click();
    await expectWell(page);
    await world.pass(5 * 60_000);
    await page.reload();
    await expectWell(page);
    await page.locator('#password').fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Confirmar' }).click();
    await page.getByLabel('Motivo').first().fill('Mostrou o documento');
    await page.getByRole('button', { name: 'É de quem pede' }).first().click();
    await page.getByRole('status').getByText('A conta agora é de quem pediu').waitFor();

    await page.getByRole('link', { name: 'Pessoas' }).click();
    await expectWell(page);
    await page.getByLabel('CPF ou CNPJ').fill('111.444.777-35');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await page.getByRole('heading', { name: 'Liberar o Google' }).waitFor();
    expect(page.url()).not.toContain('444');
    await expectWell(page);
    for (const name of ['Conversas em pausa', 'Registro']) {
      await page.getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await expectWell(page);
    }
    await profile.close();
  });
});

async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
