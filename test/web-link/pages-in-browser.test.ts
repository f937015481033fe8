import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb } from '../support/web-client.js';
import { freePort } from '../e2e/support/free-port.js';
import { closeProfiles, COMPUTER, hasBrowser, openBrowser, PHONE } from '../e2e/support/browser.js';

const GOOGLE = { google: true, googleOrigin: 'https://accounts.google.com' };

describe.runIf(hasBrowser())('pages in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => closeProfiles(browser));

  it('case F10: no page is wider than a phone at 200 % text', async () => {
    const web = await startWeb(GOOGLE);
    const { accessToken } = web.world.signIn(web.world.joana.accountId);
    const profile = await browser.newContext({ ...PHONE, locale: 'pt-BR' });
    const page = await profile.newPage();
    const paths = ['/login', '/password/forgot', '/claim', '/login/whatsapp', '/privacidade'];
    const widths: [string, number][] = [];
    const measure = async (path: string) => {
      await page.goto(`${web.url}${path}`);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      widths.push([path, await page.evaluate(() => document.documentElement.scrollWidth)]);
    };
    for (const path of paths) await measure(path);
    await profile.addCookies([{ name: 'zl_access', value: accessToken, url: web.url }]);
    await measure('/dashboard');
    expect(widths).toEqual([...paths, '/dashboard'].map((path) => [path, PHONE.viewport.width]));
    await profile.close();
  });

  it('case E9: inside an app the login page fits and leads to Chrome, not to Google', async () => {
    const web = await startWeb(GOOGLE);
    const userAgent = PHONE.userAgent.replace('Moto E13)', 'Moto E13; wv)');
    const profile = await browser.newContext({ ...PHONE, userAgent, locale: 'pt-BR' });
    const page = await profile.newPage();
    await page.goto(`${web.url}/login`);
    expect(await page.getByRole('button', { name: /Google/ }).count()).toBe(0);
    const link = page.getByRole('link', { name: 'Abrir no Chrome' });
    expect(await link.getAttribute('href')).toMatch(/^intent:.*package=com\.android\.chrome;end$/);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(PHONE.viewport.width);
    await profile.close();
  });

  async function waitingTab(profile: BrowserContext, url: string) {
    const tab = await profile.newPage();
    await tab.goto(`${url}/login/whatsapp`);
    return tab;
  }

  it('case F10: a tab that waits goes on when another one signed in', async () => {
    const web = await startWeb();
    const profile = await browser.newContext({ ...COMPUTER, locale: 'pt-BR' });
    const asked = await web.browser().post('/login/whatsapp').type('form').send({});
    const cookies = ([] as string[]).concat(asked.headers['set-cookie'] ?? []);
    await profile.addCookies(
      cookies.map((line) => {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        return { name, value, url: web.url };
      }),
    );
    const [waiting, other] = [
      await waitingTab(profile, web.url),
      await waitingTab(profile, web.url),
    ];
    const { accessToken } = web.world.signIn(web.world.joana.accountId);
    await profile.addCookies([{ name: 'zl_access', value: accessToken, url: web.url }]);
    await other.goto(`${web.url}/dashboard`);
    await waiting.bringToFront();
    await waiting.evaluate(() => window.dispatchEvent(new Event('focus')));
    await waiting.waitForURL('**/dashboard');
    await profile.close();
  });

  it('case F8: a wrong CPF is explained once, in the field that has the focus, and sent once', async () => {
    const port = await freePort();
    // Forms are taken from the public address only.
    const web = await startWeb({ publicUrl: `http://127.0.0.1:${port}` }, { port });
    const profile = await browser.newContext({
      ...PHONE,
      locale: 'pt-BR',
      javaScriptEnabled: false,
    });
    const page = await profile.newPage();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) sent.push(request.method());
    });
    const told = () => Promise.all([page.title(), page.locator('#tax-id-error').count()]);
    const address = `${web.url}/login/password?next=%2Fconta`;

    await page.goto(address);
    await page.fill('#tax-id', '529.982.247-26');
    await page.click('button[value=password]');
    await page.waitForURL(address);
    expect(await told()).toEqual(['Não deu certo: Entrar com senha · zap-login', 1]);
    const field = page.locator('#tax-id:focus');
    expect(await field.inputValue()).toBe('529.982.247-26');
    expect(await field.getAttribute('aria-describedby')).toContain('tax-id-error');

    await page.reload();
    expect(await told()).toEqual(['Entrar com senha · zap-login', 0]);
    await page.goBack();
    expect(await told()).toEqual(['Entrar com senha · zap-login', 0]);
    await page.goForward();
    expect(await told()).toEqual(['Entrar com senha · zap-login', 0]);
    expect(sent.filter((method) => method === 'POST')).toHaveLength(1);
    await profile.close();
  });
});
