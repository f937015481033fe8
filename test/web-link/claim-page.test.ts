import { describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { readCommand } from '#bot-flows/reading/commands/read-command.js';
import { createApp } from '#web-link/app.js';
import { WORDS } from '#web-link/words/catalogue.js';
import { createWebWorld } from '../support/web-deps.js';

describe('the page about a CPF that somebody else uses', () => {
  it('opens the chat with the words typed that the bot knows', async () => {
    const { deps } = createWebWorld();
    const page = await supertest(createApp(deps)).get('/claim').expect(200);
    expect(page.text).toMatch(/href="https:\/\/wa\.me\/55\d+\?text=Este%20CPF%20%C3%A9%20meu"/);
  });

  it.each(['pt-BR', 'en'] as const)('has words in %s that the bot takes for a claim', (locale) => {
    const { command } = readCommand(WORDS[locale].claim.chatText, { forgiving: true });
    expect(command).toBe('claim');
  });

  it('says so while the bot has no number', async () => {
    const world = createWebWorld();
    await world.changeChannel({ phone: null });
    const page = await supertest(createApp(world.deps)).get('/claim').expect(200);
    expect(page.text).not.toContain('wa.me');
    expect(page.text).toContain('fora do ar');
  });

  it('speaks English where the site does', async () => {
    const { deps } = createWebWorld({ locale: 'en' });
    const page = await supertest(createApp(deps)).get('/claim').expect(200);
    expect(page.text).toContain('This CPF is mine');
  });

  it('is linked from the login page', async () => {
    const { deps } = createWebWorld();
    const page = await supertest(createApp(deps)).get('/login').expect(200);
    expect(page.text).toContain('href="/claim"');
  });
});
