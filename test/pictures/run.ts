import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser.js';
import { createDemoHouse, type Demo } from '../e2e/support/demo-process.js';
import { checkFilmTools, takeFilm } from './film.js';
import { playScene, type Scene, type Visitor } from './scene.js';

const FOLDER = path.resolve('docs/pictures');
const NARROW = 360;
const VIEWS = [
  { name: 'phone-light', width: NARROW, height: 740, colorScheme: 'light' },
  { name: 'phone-dark', width: NARROW, height: 740, colorScheme: 'dark' },
  { name: 'desktop-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const;

interface Picture {
  readonly name: string;
  readonly url: string;
  /** Who looks: somebody with these cookies, or nobody known. */
  readonly as?: Visitor;
  /** Where there is no room for it beside something else, which is pictured anyway. */
  readonly onlyNarrow?: true;
  /** What is done before the picture is taken. */
  readonly prepare?: (page: Page) => Promise<void>;
}

function pictures({ start, origin, phones }: Demo, scene: Scene): readonly Picture[] {
  const { stranger, member, admin, newcomer, loginLink, resetLink } = scene;
  const chat = `${phones}/?phone=${newcomer.number}`;
  const untilLink = (page: Page) => page.getByText('Toque para entrar').first().waitFor();
  const untilBoth = async (page: Page): Promise<void> => {
    await page.frameLocator('#phone').locator('#text').waitFor();
    // On a phone one of both is shown.
    await page.frameLocator('#site').locator('main').waitFor({ state: 'attached' });
  };
  const untilLive = (page: Page) =>
    page.locator('[data-part=complete]').waitFor({ state: 'hidden' });
  const backstage = async (page: Page): Promise<void> => {
    await untilLink(page);
    await page.locator('#toggle-insight').click();
    await page.locator('#insight-content').waitFor();
  };
  return [
    { name: 'start', url: start, prepare: untilBoth },
    { name: 'chat', url: chat, prepare: untilLink },
    { name: 'backstage', url: chat, onlyNarrow: true, prepare: backstage },
    { name: 'login', url: `${origin}/login` },
    {
      name: 'login-whatsapp',
      url: `${origin}/login/whatsapp`,
      as: stranger,
      prepare: untilLive,
    },
    { name: 'link', url: loginLink },
    { name: 'google-link', url: `${origin}/google/link`, as: stranger },
    { name: 'account', url: `${origin}/account`, as: member },
    { name: 'account-confirm', url: `${origin}/account/confirm?then=/account/delete`, as: member },
    { name: 'password-reset', url: resetLink },
    { name: 'admin-claims', url: `${origin}/admin/claims`, as: admin },
  ];
}

/** A picture of the whole page, however long; it may not be wider than its window. */
async function take(browser: Browser, picture: Picture): Promise<void> {
  for (const { name: view, width, height, colorScheme } of VIEWS) {
    if (picture.onlyNarrow && width > NARROW) continue;
    const profile = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale: 'pt-BR',
      timezoneId: 'America/Sao_Paulo',
      ...(picture.as && { storageState: picture.as }),
    });
    const page = await profile.newPage();
    await page.goto(picture.url);
    await page.locator('main').first().waitFor();
    await picture.prepare?.(page);
    const file = `${picture.name}-${view}.png`;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) throw new Error(`${file}: the page is ${wide} pixels wide`);
    await page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
    await profile.close();
  }
}

type Take = (browser: Browser, demo: Demo) => Promise<void>;

const stills: Take = async (browser, demo) => {
  const scene = await playScene(browser, demo);
  for (const picture of pictures(demo, scene)) await take(browser, picture);
};

const film: Take = (browser, demo) => takeFilm(browser, demo, path.join(FOLDER, 'demo.webp'));

/** Which: `stills`, `film`, or both. */
function wanted(name: string | undefined): readonly Take[] {
  switch (name) {
    case undefined:
      return [film, stills];
    case 'film':
      return [film];
    case 'stills':
      return [stills];
    default:
      throw new Error('npm run pictures, npm run pictures -- film, or npm run pictures -- stills');
  }
}

/** The pictures and the film of the README and of docs/pictures, taken from the demo as it runs. */
async function main(): Promise<void> {
  const takes = wanted(process.argv[2]);
  if (takes.includes(film)) checkFilmTools();
  await mkdir(FOLDER, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const taking of takes) {
      // Each with people of its own.
      const house = await createDemoHouse();
      try {
        await taking(browser, await house.start());
      } finally {
        await house.end();
      }
    }
  } finally {
    await browser.close();
  }
}

await main();
