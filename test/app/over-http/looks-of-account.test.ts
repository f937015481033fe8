import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeProfiles, hasBrowser, openBrowser } from '../../e2e/support/browser.js';
import { overOneDatabase } from '../../contract/parts.js';
import { expectLooksRight, SCREENS } from '../../support/looks.js';
import { createRealWeb, type RealWeb } from '../../support/real-web.js';
import { cookiesOf, valueOf } from '../../support/web-client.js';

const PAGES = [
  ...['/dashboard', '/account', '/account?done=name', '/account/name', '/account/password'],
  ...['/account/delete', '/account/sessions/end-all'],
];

/** Goes in by a link on a phone and a computer, and opens each page of the account. */
async function eachPage(
  web: RealWeb,
  page: Page,
  stop: (name: string) => Promise<void>,
): Promise<void> {
  const { id } = await web.person();
  const entered = await web
    .browser()
    .post(await web.linkFor(id))
    .type('form')
    .send({});
  await web.signedIn(id);
  const cookies = [...cookiesOf(entered)].map(([name, line]) => ({
    ...{ name, value: valueOf(line) },
    url: web.url,
  }));
  await page.context().addCookies(cookies.filter(({ value }) => value !== ''));
  const open = async (path: string) => {
    await page.goto(`${web.url}${path}`);
    expect(new URL(page.url()).pathname).toBe(path.split('?')[0]);
    await stop(path);
  };
  for (const path of PAGES) await open(path);
  const visitor = web
    .browser()
    .set('Cookie', cookies.map((c) => `${c.name}=${c.value}`).join('; '));
  await visitor.post('/account/delete').expect(303);
  await page.goto(`${web.url}/account`);
  await stop('/account, a deletion ahead');
  // The proof of the sign-in is too old by now for what changes the account.
  web.pass(10 * 60_000);
  await page.goto(`${web.url}/account/password`);
  await stop('/account/confirm');
  expect(new URL(page.url()).pathname).toBe('/account/confirm');
}

describe.runIf(hasBrowser())('how the pages of the account look', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => closeProfiles(browser));

  overOneDatabase('over a database', (parts) => {
    it.each(SCREENS)(
      'axe finds nothing on $screen, $scheme, and nothing is wider than it',
      async ({ options, scheme }) => {
        const web = await createRealWeb(parts());
        const look = { ...options, locale: 'pt-BR', colorScheme: scheme };
        const page = await (await browser.newContext(look)).newPage();
        await eachPage(web, page, (name) => expectLooksRight(page, name));
        await page.context().close();
      },
      240_000,
    );
  });
});
