import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createWebServer } from '#web-link/server.js';
import { NO_BRAND } from '#web-link/brand/brand.js';
import { freePort } from '../e2e/support/free-port.js';
import { closeProfiles, hasBrowser, openBrowser } from '../e2e/support/browser.js';
import { ADMIN_PASSWORD } from '../support/admin-client.js';
import { A_CHAT, A_CLAIM, A_PERSON } from '../support/admin-people.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { createHandSeal } from '../support/hand-seal.js';
import { expectLooksRight, SCREENS } from '../support/looks.js';
import { createWebWorld } from '../support/web-deps.js';

const BRAND = { ...NO_BRAND, name: 'Loja Exemplo', supportContact: 'ajuda@loja.example' };
const PAGES = 16;

/** The admin's pages, from the set-up on. */
async function eachAdminPage(page: Page, stop: (name: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const admin = createAdminWorld({ publicUrl });
  const { deps } = createWebWorld({ brand: BRAND, publicUrl });
  const { seal } = createHandSeal();
  const server = createWebServer({ ...deps, ...admin.deps, settings: deps.settings, seal });
  await server.listen({ port, host: '127.0.0.1' });
  onTestFinished(() =>
    page
      .context()
      .close()
      .then(() => server.close()),
  );
  const open = async (path: string, name = path) => {
    await page.goto(`${publicUrl}${path}`);
    await stop(name);
  };
  await open(await admin.announce(), '/admin/setup');
  const [first, again] = await page.locator('input[type=password]').all();
  await first?.fill(ADMIN_PASSWORD);
  await again?.fill(ADMIN_PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/admin/login**');
  await stop('/admin/login');
  await page.fill('input[type=password]', 'errada errada errada');
  await page.click('main button[type=submit]');
  await page.locator('[role=alert], [aria-invalid=true]').first().waitFor();
  await stop('/admin/login, a fault');
  await page.fill('input[type=password]', ADMIN_PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL('**/admin/whatsapp');
  await stop('/admin/whatsapp, stopped');
  await admin.change({
    state: 'pairing',
    cause: 'first_pairing',
    qr: '2@of,the,qr',
    pairingCode: 'ABCD1234',
  });
  await open('/admin/whatsapp', '/admin/whatsapp, to be paired');
  await admin.change({ state: 'open', cause: null, qr: null, pairingCode: null });
  await open('/admin/whatsapp', '/admin/whatsapp, open');
  await admin.change({ state: 'waiting', cause: 'connection_lost' });
  await open('/admin/whatsapp', '/admin/whatsapp, waiting');
  for (const path of ['/admin/claims', '/admin/people', '/admin/chats', '/admin/audit'])
    await open(path, `${path}, empty`);
  admin.peopleAdmin.claims = [A_CLAIM];
  admin.peopleAdmin.people.set('11144477735', A_PERSON);
  admin.peopleAdmin.chats = [A_CHAT];
  admin.peopleAdmin.records = [
    {
      seq: 7n,
      at: new Date('2026-11-23T12:00:00Z'),
      actor: 'admin',
      action: 'account_blocked',
      accountId: A_PERSON.accountId,
      detail: { reason: 'Pediu por telefone' },
    },
  ];
  for (const path of ['/admin/claims', '/admin/chats', '/admin/audit']) await open(path);
  await open(`/admin/people/${A_PERSON.accountId}`, '/admin/people/…');
  await admin.pass(10 * 60_000);
  await open('/admin/claims', '/admin/claims, the password first');
}

describe.runIf(hasBrowser())('how the pages of the admin look', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => closeProfiles(browser));

  it.each(SCREENS)(
    'axe finds nothing on $screen, $scheme, and nothing is wider than it',
    async ({ options, scheme }) => {
      const look = { ...options, locale: 'pt-BR', colorScheme: scheme };
      const page = await (await browser.newContext(look)).newPage();
      let pages = 0;
      await eachAdminPage(page, async (name) => {
        pages += 1;
        await expectLooksRight(page, name);
      });
      expect(pages).toBe(PAGES);
    },
    240_000,
  );
});
