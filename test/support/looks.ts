import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { COMPUTER, PHONE } from '../e2e/support/browser.js';
import { axeFindings } from './axe.js';

export const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };

/** Every screen that pages are looked at on. */
export const SCREENS = [
  { screen: 'a small phone', scheme: 'light', options: SMALL },
  { screen: 'a small phone', scheme: 'dark', options: SMALL },
  { screen: 'a computer', scheme: 'light', options: COMPUTER },
  { screen: 'a computer', scheme: 'dark', options: COMPUTER },
] as const;

/**
 * Expects that axe finds nothing on the page as it is, and that nothing is wider than the screen. Where `ZAP_SHOTS`
 * names a folder, a picture of it is kept there.
 */
export async function expectLooksRight(page: Page, name: string): Promise<void> {
  const folder = process.env['ZAP_SHOTS'];
  if (folder !== undefined) {
    const scheme = await page.evaluate(() =>
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    );
    const file = `${name.replace(/\W+/g, '-')}-${page.viewportSize()?.width ?? 0}-${scheme}.png`;
    await page.screenshot({ path: `${folder}/${file}`, fullPage: true });
  }
  const found = await axeFindings(page);
  const cut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect.soft([name, found, cut]).toEqual([name, [], 0]);
}
