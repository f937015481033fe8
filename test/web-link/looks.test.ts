import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { brandColor } from '#src/config/brand-color.js';
import { NO_BRAND } from '#web-link/brand/brand.js';
import { axeFindings } from '../support/axe.js';
import { SMALL } from '../support/looks.js';
import { startWeb } from '../support/web-client.js';
import { tokenOf } from '../support/web-deps.js';
import { freePort } from '../e2e/support/free-port.js';
import { closeProfiles, COMPUTER, hasBrowser, openBrowser } from '../e2e/support/browser.js';

const BRAND = {
  ...NO_BRAND,
  ...{ name: 'Loja Exemplo', color: brandColor('#0b3d91'), supportContact: 'ajuda@loja.example' },
};
const MOST_BYTES = 60 * 1024;

type Web = Awaited<ReturnType<typeof startWeb>>;

/** Forms are taken from the public address only. */
async function startBranded(): Promise<Web> {
  const port = await freePort();
  const google = { google: true, googleOrigin: 'https://accounts.google.com' };
  return startWeb({ ...google, brand: BRAND, publicUrl: `http://127.0.0.1:${port}` }, { port });
}

/** Walks through the pages as a first-time person does, and stops at each. */
async function eachPage(
  web: Web,
  page: Page,
  stop: (name: string) => Promise<void>,
): Promise<void> {
  const open = async (path: string) => {
    await page.goto(`${web.url}${path}`);
    await stop(path);
  };
  web.world.addLink(tokenOf('l'), web.world.joana.accountId);
  for (const path of ['/login/password', '/password/forgot', '/privacidade', '/claim', '/nowhere'])
    await open(path);
  await open(`/l/${tokenOf('l')}`);
  await open('/login');
  await page.getByText('Outras formas de entrar').click();
  await page.fill('#tax-id', '529.982.247-26');
  await page.click('button[value=code]');
  await page.locator('#tax-id-error').waitFor();
  await stop('/login, a fault');
  await page.fill('#tax-id', '529.982.247-25');
  await page.click('button[value=code]');
  await page.waitForURL('**/login/code*');
  await page.locator('#code').pressSequentially('482');
  await stop('/login/code');
  await ask(web, page);
  await stop('/login/whatsapp');
}

/** To the page that shows the number. */
async function ask(web: Web, page: Page): Promise<void> {
  await page.goto(`${web.url}/login`);
  await page.getByRole('button', { name: 'Acessar com WhatsApp' }).click();
  await page.locator('.number').waitFor();
}

async function isInSight(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox();
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  return box !== null && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width;
}

describe.runIf(hasBrowser())('how the pages look', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => closeProfiles(browser));

  /** Closed with its test: a page that is left open goes on drawing what moves. */
  async function profile(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
    const opened = await browser.newContext({ ...options, locale: 'pt-BR' });
    onTestFinished(() => opened.close());
    return opened;
  }

  it.each([
    { where: 'a small phone', options: SMALL },
    { where: 'a computer', options: COMPUTER },
  ])('company, number and button are in sight at once on $where', async ({ where, options }) => {
    const web = await startBranded();
    const page = await (await profile(options)).newPage();
    await ask(web, page);
    for (const part of ['.brand', '.number', '.message-step > .button:visible'])
      expect([part, await isInSight(page, part)]).toEqual([part, true]);
    const qr = page.locator('.message-step .qr svg');
    expect(await qr.isVisible()).toBe(where === 'a computer');
    if (where === 'a computer') expect(await isInSight(page, '.message-step .qr svg')).toBe(true);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing on any page, %s', async (colorScheme) => {
    const web = await startBranded();
    const page = await (await profile({ ...SMALL, colorScheme })).newPage();
    await eachPage(web, page, async (name) => {
      expect([name, await axeFindings(page)]).toEqual([name, []]);
    });
  });

  it('case F10: at 200 % text nothing is wider than the phone, and buttons are 48 pixels high', async () => {
    const web = await startBranded();
    const page = await (await profile(SMALL)).newPage();
    await eachPage(web, page, async (name) => {
      const low = await page.evaluate(() =>
        [...document.querySelectorAll('main button, main .button')]
          .map((button) => button.getBoundingClientRect().height)
          .filter((height) => height > 0 && height < 48),
      );
      expect([name, low]).toEqual([name, []]);
      const cut = await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
        const { scrollWidth, clientWidth } = document.documentElement;
        document.documentElement.style.fontSize = '';
        return scrollWidth - clientWidth;
      });
      expect([name, cut]).toEqual([name, 0]);
    });
  });

  it('a login page is 60 KB over the wire, its font included, and asks nobody else', async () => {
    const web = await startBranded();
    const page = await (await profile(SMALL)).newPage();
    const sizes: Promise<readonly [string, number]>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(
        request.sizes().then((size) => {
          const bytes = size.responseBodySize + size.responseHeadersSize;
          return [new URL(request.url()).pathname, bytes] as const;
        }),
      );
    });
    await page.goto(`${web.url}/login`, { waitUntil: 'networkidle' });
    const all = await Promise.all(sizes);
    expect(all.map(([path]) => path)).toContain('/public/figtree.woff2');
    expect(all.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(MOST_BYTES);
  });

  it('is painted without a script and without the font', async () => {
    const web = await startBranded();
    const page = await (await profile({ ...SMALL, javaScriptEnabled: false })).newPage();
    await page.route('**/*.woff2', (route) => route.abort());
    await page.goto(`${web.url}/login`);
    expect(await isInSight(page, '.brand')).toBe(true);
    expect(await isInSight(page, 'form[action="/login/whatsapp"] button')).toBe(true);
    expect(await page.locator('input[type=password]').count()).toBe(0);
    expect(await page.locator('#tax-id').isVisible()).toBe(false);
  });

  it('a form that is under way shows it and is sent once, and again where the page stays as it is', async () => {
    const web = await startBranded();
    const page = await (await profile(SMALL)).newPage();
    await page.clock.install();
    await page.goto(`${web.url}/login/password`);
    const sent: string[] = [];
    // An answer without content leaves the page as it is.
    await page.route('**/login', (route) => {
      sent.push(route.request().postData() ?? '');
      return route.fulfill({ status: 204 });
    });
    await page.fill('#tax-id', '529.982.247-26');
    await page.fill('#password', 'girassol trovoada');
    const button = page.locator('button[value=password]');
    await button.click();
    await expect.poll(() => button.isDisabled()).toBe(true);
    expect(await button.getAttribute('aria-busy')).toBe('true');
    await button.click({ force: true });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('way=password');
    await page.clock.fastForward(10_000);
    await expect.poll(() => button.isEnabled()).toBe(true);
    expect(await button.getAttribute('aria-busy')).toBeNull();
  });
});
