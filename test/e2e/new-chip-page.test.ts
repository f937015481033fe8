import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCpf } from '../support/sample-cpf.js';
import { closeProfiles, COMPUTER, hasBrowser, newProfile, openBrowser } from './support/browser.js';
import { createChatPage } from './support/chat-page.js';
import { createWorld, type World } from './support/world.js';

const CPF = sampleCpf(457_900_001);
const ACCESS = /\/l\/[\w-]{43}|^\d{6}$/;
const LINK = /https?:\/\/\S+\/l\/[\w-]{43}/;

describe.runIf(hasBrowser())('"Novo chip" on the page of the phones', { timeout: 120_000 }, () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    world = await createWorld();
    [browser] = await Promise.all([openBrowser(), world.startPaired()]);
  }, 120_000);
  afterAll(async () => {
    await closeProfiles(browser);
    await world.end();
  });

  async function newPage(): Promise<Page> {
    return (await newProfile(browser, COMPUTER)).newPage();
  }

  async function openPhones(): Promise<Page> {
    const phones = await newPage();
    await phones.goto(world.simulator.url);
    await phones.getByRole('button', { name: 'Adicionar pessoa' }).click();
    await phones.getByLabel('Nome').fill('Joana');
    await phones.getByLabel('Número com DDD').fill('11 97100-9001');
    await phones.getByRole('button', { name: 'Adicionar', exact: true }).click();
    await phones.getByRole('heading', { name: 'Joana' }).waitFor();
    return phones;
  }

  async function pressNewChip(phones: Page): Promise<void> {
    await phones.getByRole('button', { name: 'Falhas e conexão' }).click();
    await phones.getByRole('button', { name: 'Novo chip' }).click();
    await phones.getByText('O número de Joana é outra conta do WhatsApp agora.').waitFor();
    await phones.locator('#faults-dialog').getByRole('button', { name: 'Fechar' }).click();
    await phones.getByText('Diga oi para começar.').waitFor();
  }

  it('case A1: number and CPF alone open nothing, and the browser of the owner says who asks', async () => {
    const phones = await openPhones();
    const chat = createChatPage(phones);
    await chat.say(CPF, /omo você se chama/);
    await chat.say('Joana Silva', /aceita/);
    const access = await chat.say('1', LINK);
    const owners = await newPage();
    await owners.goto(LINK.exec(access)?.[0] ?? '');
    await owners.getByRole('button', { name: /entrar/i }).click();
    await owners.waitForURL('**/dashboard');

    await pressNewChip(phones);
    await chat.say('entrar', /com outro WhatsApp/);
    await chat.say(CPF, /só o CPF não basta/);
    await chat.say('ajuda', /BLOQUEAR/);

    // Whoever has the number now gets no code for the login page either.
    const strangers = await newPage();
    await strangers.goto(`${world.origin}/login`);
    await strangers.getByText('Outras formas de entrar').click();
    await strangers.getByLabel(/CPF/).fill(CPF);
    await strangers.getByRole('button', { name: /código/i }).click();
    await strangers.waitForURL('**/login/code*');
    await chat.say('menu', /./);
    for (const text of await chat.heard()) expect(text).not.toMatch(ACCESS);

    await owners.goto(`${world.origin}/account`);
    await owners.getByRole('heading', { name: /Outro WhatsApp com o seu número/ }).waitFor();
    await owners.getByRole('button', { name: 'Não fui eu' }).click();
    await owners.getByText('o outro WhatsApp não abre a sua conta').waitFor();
    await chat.say('entrar', /disse não/);
  });
});
