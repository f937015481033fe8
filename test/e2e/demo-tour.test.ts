import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NEWCOMERS } from '#src/dev/demo/people.js';
import { ADMIN_PASSWORD } from './support/admin-client.js';
import {
  closeProfiles,
  COMPUTER,
  hasBrowser,
  newProfile,
  openBrowser,
  PHONE,
} from './support/browser.js';
import { createDemoHouse, type Demo, type DemoHouse } from './support/demo-process.js';
import { createTourPage, type TourPage } from './support/tour.js';

const STEPS = ['register', 'link', 'number', 'google', 'block'] as const;

/** Each run compiles from sources and makes or opens a database: slow on a busy machine. */
describe.runIf(hasBrowser())(
  'the tour of the demo, played by clicking',
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    let house: DemoHouse;
    let demo: Demo;
    let profile: BrowserContext;
    beforeAll(async () => {
      [browser, house] = await Promise.all([openBrowser(), createDemoHouse()]);
    });
    afterEach(async () => {
      await profile.close();
    });
    afterAll(async () => {
      await closeProfiles(browser);
      await house.end();
    });

    async function look(
      as: typeof PHONE | typeof COMPUTER,
    ): Promise<{ readonly page: Page; readonly tour: TourPage }> {
      profile = await newProfile(browser, as);
      const page = await profile.newPage();
      await page.goto(demo.start);
      return { page, tour: createTourPage(page) };
    }

    async function doneSteps(page: Page): Promise<readonly (string | null)[]> {
      const marks = await page.locator('[data-step][data-state=done]').all();
      return Promise.all(marks.map((mark) => mark.getAttribute('data-step')));
    }

    async function playAll(tour: TourPage): Promise<void> {
      await tour.register();
      await tour.openLink();
      await tour.approve();
      await tour.google();
      await tour.block();
    }

    it('begins at the address that is printed first', async () => {
      demo = await house.start();
      expect(/https?:\/\/\S+/.exec(demo.printed)?.[0]).toBe(demo.start);
      const { page, tour } = await look(COMPUTER);
      await tour.site.getByRole('button', { name: 'Acessar com WhatsApp' }).waitFor();
      await tour.phone.getByRole('heading', { name: NEWCOMERS[0].name }).waitFor();
      expect(await doneSteps(page)).toEqual([]);
    });

    it('types for the person also where the phone was there before the script of the page', async () => {
      profile = await newProfile(browser, COMPUTER);
      const page = await profile.newPage();
      const phoneIsThere = page.frameLocator('#phone').locator('#text');
      await page.route('**/frames.js', async (route) => {
        await phoneIsThere.waitFor();
        await route.continue();
      });
      await page.goto(demo.start);
      await createTourPage(page).write();
    });

    it('checks off each step on a computer, and closes the tab of the chat link', async () => {
      const { page, tour } = await look(COMPUTER);
      await playAll(tour);
      expect(await doneSteps(page)).toEqual(STEPS);
      await tour.panel('end').waitFor();
      expect(profile.pages()).toHaveLength(1);
      await tour.press('Recomeçar com outra pessoa');
      await tour.phone.getByRole('heading', { name: NEWCOMERS[1]?.name ?? '' }).waitFor();
      expect(await doneSteps(page)).toEqual([]);
    });

    it('checks off each step on a phone, which shows one of both at a time', async () => {
      const { page, tour } = await look(PHONE);
      await playAll(tour);
      expect(await doneSteps(page)).toEqual(STEPS);
      for (const width of [360, 320]) {
        await page.setViewportSize({ ...PHONE.viewport, width });
        for (const step of STEPS) {
          await page.locator(`[data-step=${step}]`).click();
          const scrolled = page.evaluate(() => document.documentElement.scrollWidth);
          expect([step, await scrolled]).toEqual([step, width]);
        }
      }
      expect(await demo.stop()).toBe('');
    });

    it('plays the pairing, too, where the bot has no phone', async () => {
      demo = await house.start('--unpaired');
      const { page, tour } = await look(COMPUTER);
      await tour.panel('pair').waitFor();
      await tour.press('Abrir a administração');
      await tour.site.locator('input[type=password]').first().waitFor();
      for (const field of await tour.site.locator('input[type=password]').all())
        await field.fill(ADMIN_PASSWORD);
      await tour.site.getByRole('button').first().click();
      await tour.site.getByRole('button', { name: 'Entrar' }).waitFor();
      await tour.site.locator('#password').fill(ADMIN_PASSWORD);
      await tour.site.getByRole('button', { name: 'Entrar' }).click();
      await tour.site.locator('.admin-qr svg').waitFor();
      await tour.press('Pegar o celular do bot');
      await tour.phone.getByRole('button', { name: 'Ler o QR' }).click();
      await tour.untilDone('pair');
      expect(await doneSteps(page)).toEqual(['pair']);
      await tour.panel('register').waitFor();
      expect(await demo.stop()).toBe('');
    });
  },
);
