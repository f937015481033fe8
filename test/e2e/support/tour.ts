import type { FrameLocator, Locator, Page } from 'playwright-core';
import { createChatPage } from './chat-page.js';

/** The start page of the demo: its tour, the phone and the site. */
export interface TourPage {
  readonly phone: FrameLocator;
  readonly site: FrameLocator;
  /** The step that is shown now. */
  panel(name: string): Locator;
  /** Presses a button of the step that is shown. */
  press(name: RegExp | string): Promise<void>;
  /** Presses the button that types, until the phone shows that it is for the person to send. */
  write(): Promise<void>;
  /** The same, then sends on the phone and waits for the bot's answer. @returns the answer */
  writeAndSend(answer: RegExp): Promise<string>;
  /** The check mark of a step. */
  untilDone(step: string): Promise<void>;
  /** Where only one of both is shown, as on a phone. */
  show(view: 'Celular' | 'Site'): Promise<void>;
  /** Plays one step by its buttons, and the rest of it by hand on phone and site. */
  register(): Promise<void>;
  openLink(): Promise<void>;
  approve(): Promise<void>;
  google(): Promise<void>;
  block(): Promise<void>;
}

const LINK = /\/l\/[\w-]{43}/;
const CODE = /^\d{6}$/;

/** Waits before each act of a hand, for a film; a test does not wait. */
export type Pace = () => Promise<void>;

export function createTourPage(page: Page, pace: Pace = () => Promise.resolve()): TourPage {
  const phone = page.frameLocator('#phone');
  const site = page.frameLocator('#site');
  const chat = createChatPage(phone);
  const panel = (name: string): Locator => page.locator(`[data-panel=${name}]`);
  const writeButton = page.locator('[data-panel]:not([hidden]) [data-action=write]');

  async function show(view: 'Celular' | 'Site'): Promise<void> {
    const tab = page.getByRole('button', { name: view, exact: true });
    if (await tab.isVisible()) await tab.click();
  }

  async function onSite(button: RegExp | string): Promise<void> {
    await pace();
    await show('Site');
    await site.getByRole('button', { name: button }).click();
  }

  async function press(name: RegExp | string): Promise<void> {
    await pace();
    await page.locator('[data-panel]:not([hidden])').getByRole('button', { name }).click();
  }

  async function say(text: string | null, answer: RegExp): Promise<string> {
    await pace();
    await show('Celular');
    return chat.say(text, answer);
  }

  async function write(): Promise<void> {
    await pace();
    await writeButton.click();
    await phone.locator('#ready-note').waitFor();
  }

  async function writeAndSend(answer: RegExp): Promise<string> {
    await write();
    return say(null, answer);
  }

  async function untilDone(step: string): Promise<void> {
    await page.locator(`[data-step=${step}][data-state=done]`).waitFor();
    await pace();
  }

  async function signOut(): Promise<void> {
    await press('Abrir a página de login');
    await onSite('Sair');
    await site.getByRole('button', { name: 'Acessar com WhatsApp' }).waitFor();
  }

  return {
    phone,
    site,
    panel,
    press,
    write,
    writeAndSend,
    untilDone,
    show,
    register: async () => {
      await writeAndSend(/CPF/);
      await writeAndSend(/omo você se chama/);
      await writeAndSend(/aceita/);
      await writeAndSend(LINK);
      await untilDone('register');
    },
    openLink: async () => {
      await press('Tocar no link');
      await onSite(/^Entrar/);
      await untilDone('link');
    },
    approve: async () => {
      await signOut();
      await onSite('Acessar com WhatsApp');
      const number = (await site.locator('.number strong').textContent()) ?? '';
      await pace();
      // The page's script gives the link its tab; it is there once the page says that it waits.
      await site.getByText('Esperando a sua mensagem').waitFor();
      await site.getByRole('link', { name: 'Abrir o WhatsApp' }).click();
      await phone.locator('#ready-note').waitFor();
      // The page stays where it is, also in a frame of a phone that has no tab for the chat.
      await site.locator('[data-part=live][data-state=sent]').waitFor({ state: 'attached' });
      await say(null, /Qual número aparece/);
      await say(number, /Pode voltar à página/);
      await untilDone('number');
      await show('Site');
      await site.getByRole('button', { name: 'Sair' }).waitFor();
    },
    google: async () => {
      const { name, cpf } = await playerOf(panel('google'));
      await signOut();
      await onSite('Acessar com Google');
      await onSite(name);
      const codes = phone.locator('.bubble.theirs .bubble-text', { hasText: CODE });
      const known = await codes.count();
      await site.getByLabel(/CPF/).fill(cpf);
      await onSite(/código/i);
      const code = (await codes.nth(known).textContent()) ?? '';
      await pace();
      // With its script the page goes on by itself after the sixth digit.
      await site.getByLabel(/Código/).waitFor();
      await untilLoaded(site);
      await site.getByLabel(/Código/).fill(code);
      await untilDone('google');
    },
    block: async () => {
      await writeAndSend(LINK);
      await press('Um estranho usa o link');
      await phone.locator('.bubble.theirs', { hasText: 'Firefox' }).waitFor();
      await writeAndSend(/Bloqueei sua conta/);
      await untilDone('block');
    },
  };
}

async function untilLoaded(frame: FrameLocator): Promise<void> {
  await frame.locator(':root').evaluate(
    () =>
      new Promise((resolve) => {
        if (document.readyState === 'complete') resolve(null);
        else addEventListener('load', resolve);
      }),
  );
}

async function playerOf(panel: Locator): Promise<{ name: string; cpf: string }> {
  const text = (await panel.locator('p').textContent()) ?? '';
  const [, name = '', cpf = ''] = /escolha (.+?)\. .*CPF ([\d.-]+)/.exec(text) ?? [];
  return { name, cpf };
}
