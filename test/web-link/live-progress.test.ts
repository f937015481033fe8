import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '#src/domain/locale.js';
import type { LoginRequestState } from '#src/domain/login-request.js';
import { freePort } from '../e2e/support/free-port.js';
import { closeProfiles, COMPUTER, hasBrowser, openBrowser, PHONE } from '../e2e/support/browser.js';
import { startWeb } from '../support/web-client.js';

const STEPS = {
  'pt-BR': [
    'Esperando a sua mensagem…',
    'Agora envie a mensagem e escolha o número na conversa.',
    'Mensagem recebida. Escolha este número na conversa.',
    'Aprovado! Entrando…',
  ],
  en: [
    'Waiting for your message…',
    'Now send the message and choose the number in the chat.',
    'Message received. Choose this number in the chat.',
    'Approved! Logging in…',
  ],
} as const;
const START: Readonly<Record<Locale, string>> = { 'pt-BR': 'Começar', en: 'Start' };

describe.runIf(hasBrowser())('the page that waits for WhatsApp', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => closeProfiles(browser));

  async function waitingPage(locale: Locale) {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const { world, url } = await startWeb({ locale, publicUrl }, { port });
    const page = await (await browser.newContext({ ...PHONE, locale })).newPage();
    // The phone has no WhatsApp here; what counts is that the person went there.
    await page.route('https://wa.me/**', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${url}/login/whatsapp`);
    await page.getByRole('button', { name: START[locale] }).click();
    await page.locator('.number').waitFor();
    // The script follows the request by now.
    await page.locator('[data-part=complete]').waitFor({ state: 'hidden' });
    const requestId = (await page.locator('#request').getAttribute('data-request')) ?? '';
    return {
      page,
      decide: (state: LoginRequestState) =>
        world.loginRequests.decide(requestId, state, world.joana.accountId),
    };
  }

  it.each(['pt-BR', 'en'] as const)(
    'says live that the message was sent, that the bot asks, and that it was approved (%s)',
    async (locale) => {
      const { page, decide } = await waitingPage(locale);
      const [waiting, sent, asked, approved] = STEPS[locale];
      // A region of its own that screen readers follow.
      const live = page.getByRole('status').filter({ visible: true });
      const done = page.locator('.progress');
      const expectStep = async (text: string, step: string) => {
        await expect.poll(() => live.textContent()).toBe(text);
        expect(await done.getAttribute('data-done')).toBe(step);
      };
      await expectStep(waiting, '0');
      await page.evaluate(() => (document.body.dataset['kept'] = 'yes'));
      await page.locator('.message-step > .button:visible').click();
      await expectStep(sent, '1');
      await decide('asked');
      await expectStep(asked, '2');
      expect(await page.locator('.number').isVisible()).toBe(true);
      // The page is kept open: the state comes by itself, and signing in waits for an answer.
      expect(await page.evaluate(() => document.body.dataset['kept'])).toBe('yes');
      let goOn = (): void => undefined;
      const held = new Promise<void>((resolve) => (goOn = resolve));
      await page.route('**/complete', async (route) => {
        await held;
        await route.continue();
      });
      await decide('approved');
      await expectStep(approved, '3');
      goOn();
      await page.getByRole('heading', { name: /J••/ }).waitFor();
    },
  );

  it('keeps the number in sight on a computer without a script, too: the chat has a tab of its own', async () => {
    const port = await freePort();
    const { url } = await startWeb({ publicUrl: `http://127.0.0.1:${port}` }, { port });
    for (const [options, button, tabs] of [
      [COMPUTER, '.on-computer', 2],
      [PHONE, '.on-phone', 1],
    ] as const) {
      const profile = await browser.newContext({ ...options, javaScriptEnabled: false });
      await profile.route('https://wa.me/**', (route) => route.fulfill({ body: 'the chat' }));
      const page = await profile.newPage();
      await page.goto(`${url}/login/whatsapp`);
      await page.getByRole('button', { name: 'Começar' }).click();
      // The one for this device: before the style sheet has come, both are there.
      await page.locator(button, { hasText: 'Abrir o WhatsApp' }).click();
      await expect
        .poll(() => profile.pages().filter((tab) => tab.url().startsWith('https://wa.me/')).length)
        .toBe(1);
      expect(profile.pages()).toHaveLength(tabs);
      await profile.close();
    }
  });

  it('shows after a reload, and without a script, that the bot asks', async () => {
    const { page, decide } = await waitingPage('pt-BR');
    await decide('asked');
    await page.reload();
    const [, , asked] = STEPS['pt-BR'];
    await expect.poll(() => page.locator('.live').textContent()).toBe(asked);
    const plain = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    await plain.addCookies(await page.context().cookies());
    const still = await plain.newPage();
    await still.goto(page.url());
    expect(await still.locator('.live').textContent()).toBe(asked);
    expect(await still.getByRole('button', { name: 'Já aprovei no WhatsApp' }).isVisible()).toBe(
      true,
    );
  });
});
