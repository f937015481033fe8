import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A cheap phone: narrow, touched, slow to forgive. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  userAgent:
    'Mozilla/5.0 (Linux; Android 13; Moto E13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
} as const;

export const COMPUTER = { viewport: { width: 1280, height: 800 } } as const;

function chromiumPath(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? PLACES.find((place) => existsSync(place));
}

/** Whether the browser tests can run here; where they must (CI), a missing browser fails them instead. */
export function hasBrowser(): boolean {
  const found = chromiumPath() !== undefined;
  if (!found && process.env['ZAP_TEST_BROWSER'] === 'required') {
    throw new Error('ZAP_TEST_BROWSER=required, but there is no Chromium: set CHROMIUM_PATH.');
  }
  if (!found)
    process.stderr.write(
      '\nNOT TESTED on this machine: the pages in a browser (no Chromium found).\n\n',
    );
  return found;
}

let shared: Promise<Browser> | undefined;

/** The browser of this process: started once, it ends with the process. Who is done with it calls `closeProfiles`. */
export function openBrowser(): Promise<Browser> {
  shared ??= launch();
  return shared;
}

async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('there is no Chromium here');
  const browser = await chromium.launch({ executablePath, args: ARGS });
  browser.on('disconnected', () => (shared = undefined));
  return browser;
}

/** Closes every profile of the browser with its pages and cookies; the next test file finds it as new. */
export async function closeProfiles(browser: Browser): Promise<void> {
  for (const profile of browser.contexts()) await profile.close();
}

/** A browser profile of its own, in pt-BR, that reports every request which leaves the product's origin. */
export async function newProfile(
  browser: Browser,
  options: typeof PHONE | typeof COMPUTER,
): Promise<BrowserContext> {
  return browser.newContext({ ...options, locale: 'pt-BR' });
}
