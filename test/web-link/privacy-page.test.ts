import { describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { createApp } from '#web-link/app.js';
import { createWebWorld } from '../support/web-deps.js';

describe('the privacy notice', () => {
  it('says in Portuguese what is kept, what for, how long, and what one may ask for', async () => {
    const { deps } = createWebWorld();
    const answer = await supertest(createApp(deps)).get('/privacidade').expect(200);
    for (const words of ['O que guardamos', 'Para quê', 'Por quanto tempo', 'Lei 13.709/2018']) {
      expect(answer.text).toContain(words);
    }
  });

  it('speaks the language of the installation', async () => {
    const { deps } = createWebWorld({ locale: 'en' });
    const answer = await supertest(createApp(deps)).get('/privacidade').expect(200);
    expect(answer.text).toContain('What we keep');
  });
});
