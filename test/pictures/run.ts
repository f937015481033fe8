import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { setup as build } from '../e2e/support/build.js';
import { openBrowser } from '../e2e/support/browser.js';
import { createWorld } from '../e2e/support/world.js';
import { sampleCpf } from '../support/sample-cpf.js';

const FOLDER = path.resolve('docs/pictures');
const VIEWS = [
  { name: 'phone-light', width: 360, height: 740, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 800, colorScheme: 'dark' },
] as const;
const LINK = /https?:\/\/\S+\/l\/[\w-]{43}/;

/** The pictures of the README, taken from the running product and the simulated phones. */
async function take(
  browser: Browser,
  pages: readonly { name: string; url: string }[],
): Promise<void> {
  for (const { name: view, width, height, colorScheme } of VIEWS) {
    const profile = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      locale: 'pt-BR',
    });
    for (const { name, url } of pages) {
      const page = await profile.newPage();
      await page.goto(url);
      await page.waitForLoadState('load');
      await page.locator('main').first().waitFor();
      if (name === 'chat') await page.getByText('Toque para entrar').first().waitFor();
      await page.screenshot({ path: path.join(FOLDER, `${name}-${view}.png`) });
      await page.close();
    }
    await profile.close();
  }
}

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await build();
  const world = await createWorld();
  const browser = await openBrowser();
  try {
    await world.startPaired();
    const pedro = await world.phone('5521991234567', 'Pedro Souza');
    const answers: [string, RegExp][] = [
      ['oi', /CPF/],
      [sampleCpf(321_654_987), /Como você se chama/],
      ['Pedro Souza', /aceita/],
      ['1', LINK],
    ];
    let link = '';
    for (const [say, answer] of answers) {
      await pedro.send(say);
      link = LINK.exec(await pedro.receive(answer))?.[0] ?? '';
    }
    await pedro.receive(/^\d{6}$/);
    await take(browser, [
      { name: 'chat', url: `${world.simulator.url}/?phone=${pedro.number}` },
      { name: 'login', url: `${world.origin}/login` },
      { name: 'link', url: link },
    ]);
  } finally {
    await browser.close();
    await world.end();
  }
}

await main();
