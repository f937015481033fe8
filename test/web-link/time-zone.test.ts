import type { AddressInfo } from 'node:net';
import express from 'express';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OwnAccount } from '#src/app/account/me/describe-me.js';
import { NO_BRAND } from '#web-link/brand/brand.js';
import { wordsFor } from '#web-link/words/catalogue.js';
import { AccountPage } from '#web-link/account/page.js';
import { signedInAdmin, setUpAdmin, ADMIN_PASSWORD } from '../support/admin-client.js';
import { A_CHAT } from '../support/admin-people.js';
import { createAdminWorld } from '../support/admin-web-deps.js';
import { closeProfiles, COMPUTER, hasBrowser, openBrowser } from '../e2e/support/browser.js';
import { SAO_PAULO } from '../support/time-zone.js';

/** Half past midnight in Noronha, and the day before in the rest of Brazil. */
const AT = new Date('2026-12-01T02:30:00Z');
const SESSION = {
  id: '7',
  browser: 'Chrome',
  system: null,
  method: 'code',
  current: true,
} as const;

function accountPage(timeZone: string): string {
  const account: OwnAccount = {
    ...{ accountId: '9', sessionId: SESSION.id, name: 'J••• S•••', taxIdMasked: '•••.982.247-••' },
    methods: [{ method: 'whatsapp', label: '+55 11 •••••-1234', addedAt: AT }],
    ...{ isContested: false, waysClosed: false, renewedAt: AT },
    ...{ deletionDueAt: AT, numberWait: { id: '8', askedAt: AT } },
  };
  const words = wordsFor({ locale: 'pt-BR', timeZone, brand: NO_BRAND });
  const sessions = [{ ...SESSION, createdAt: AT, lastSeenAt: AT }];
  return renderToString(h(AccountPage, { words, account, sessions, google: false, news: null }));
}

describe('case D7: times on pages', () => {
  it.each([
    [SAO_PAULO, '30/11/2026, 23:30', '30 de novembro de 2026'],
    ['America/Manaus', '30/11/2026, 22:30', '30 de novembro de 2026'],
    ['America/Rio_Branco', '30/11/2026, 21:30', '30 de novembro de 2026'],
    ['America/Noronha', '01/12/2026, 00:30', '1 de dezembro de 2026'],
  ])('case D7: of the account are told in %s', (timeZone, moment, day) => {
    const page = accountPage(timeZone);
    // Its last use, the last renewal and the other WhatsApp's wish; the deletion, twice, and since when there is a way in.
    expect(page.split(moment).length - 1).toBe(3);
    expect(page.split(day).length - 1).toBe(3);
  });

  it.each([
    ['America/Manaus', '23/11/2026, 08:00', 'horário do Amazonas'],
    ['America/Rio_Branco', '23/11/2026, 07:00', 'horário do Acre'],
  ])('case D7: of the admin are told in %s, which is named', async (timeZone, since, name) => {
    const world = createAdminWorld({ timeZone });
    const browser = await signedInAdmin(world);
    const { text } = await browser.get('/admin/whatsapp').expect(200);
    expect(text).toContain(`data-time-zone="${timeZone}"`);
    expect(text).toContain(`>${since}</time>`);
    expect(text).toContain(`(${name})`);
    expect(text).not.toContain('Brasília');
    world.peopleAdmin.chats = [{ ...A_CHAT, until: new Date('2026-11-23T15:15:00Z') }];
    const chats = await browser.get('/admin/chats').expect(200);
    expect(chats.text).toContain(timeZone === 'America/Manaus' ? '11:15' : '10:15');
  });

  it.runIf(hasBrowser())(
    'case D7: the admin’s script tells them as the page did, wherever the browser is',
    async () => {
      const site = express();
      const server = site.listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const browser = await openBrowser();
      onTestFinished(async () => {
        await closeProfiles(browser);
        server.closeAllConnections();
        server.close();
      });
      const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const world = createAdminWorld({ publicUrl, timeZone: 'America/Rio_Branco' });
      site.use('/public', express.static('web-link/public')).use(world.app);
      await setUpAdmin(world);
      const profile = await browser.newContext({ ...COMPUTER, timezoneId: 'Asia/Tokyo' });
      const page = await profile.newPage();
      await page.goto(`${publicUrl}/admin/login`);
      await page.locator('#password').fill(ADMIN_PASSWORD);
      await page.getByRole('button', { name: 'Entrar' }).click();
      const since = page.locator('[data-field="since"]');
      await since.waitFor();
      expect(await since.textContent()).toBe('23/11/2026, 07:00');
      await world.change({ state: 'connecting', since: AT });
      await page.locator(`time[datetime="${AT.toISOString()}"]`).waitFor();
      expect(await since.textContent()).toBe('30/11/2026, 21:30');
    },
  );
});
