import { describe, expect, it } from 'vitest';
import supertest from 'supertest';
import { createApp } from '#web-link/app.js';
import { NO_BRAND, type Brand } from '#web-link/brand/brand.js';
import type { WebSettings } from '#web-link/settings.js';
import { DELETION_GRACE_DAYS } from '#src/domain/deletion.js';
import { RETENTION } from '#src/domain/retention.js';
import { createWebWorld } from '../support/web-deps.js';

const SHOP: Brand = {
  ...NO_BRAND,
  ...{ name: 'Loja Exemplo', supportContact: 'ajuda@loja.example' },
  dataController: 'Loja Exemplo Ltda., CNPJ 11.222.333/0001-81',
  dpoContact: 'Ana Souza, privacidade@loja.example',
};

function read(settings: Partial<WebSettings> = {}) {
  const { deps } = createWebWorld(settings);
  return supertest(createApp(deps)).get('/privacidade');
}

describe('the privacy notice', () => {
  it('says in Portuguese what is kept, what for, how long, and what one may ask for', async () => {
    const { text } = await read().expect(200);
    for (const words of ['O que guardamos', 'Para quê', 'Por quanto tempo', 'Lei 13.709/2018']) {
      expect(text).toContain(words);
    }
  });

  it('speaks the language of the installation', async () => {
    expect((await read({ locale: 'en' }).expect(200)).text).toContain('What we keep');
  });

  it('names the controller and the encarregado of the installation (LGPD art. 9 III, art. 41)', async () => {
    const { text } = await read({ brand: SHOP });
    expect(text).toContain('O que Loja Exemplo guarda');
    expect(text).toContain('Loja Exemplo Ltda., CNPJ 11.222.333/0001-81.');
    expect(text).toContain(
      'Encarregado pelos dados pessoais (art. 41): Ana Souza, privacidade@loja.example',
    );
  });

  it('without one names the support, and without that the chat', async () => {
    const supported = { ...NO_BRAND, supportContact: 'ajuda@loja.example' };
    const { text } = await read({ brand: supported });
    expect(text).toContain('Para falar sobre os seus dados: ajuda@loja.example');
    expect(text).not.toContain('Encarregado');
    expect((await read()).text).toContain('escreva ATENDENTE na nossa conversa');
  });

  it('says the periods that the sweep keeps to', async () => {
    const { text } = await read();
    const [minutes, days] = [RETENTION.sentTextMs / 60_000, RETENTION.endedSessionMs / 86_400_000];
    expect(text).toContain(`Texto das mensagens que mandamos: ${minutes} minutos`);
    expect(text).toContain(`fica na lista mais ${days} dias`);
    const wait = RETENTION.numberWaitMs / 86_400_000;
    expect(text).toContain(`outra conta do WhatsApp pelo seu número: ${wait} dias`);
    expect(text).toContain(`mais ${DELETION_GRACE_DAYS} dias, em que dá para voltar atrás`);
  });

  it('speaks of Google only where people can sign in with it', async () => {
    expect((await read()).text).not.toContain('Google');
    const { text } = await read({ google: true });
    expect(text).toContain('O seu CPF e o seu número não vão para lá');
  });

  it('gives way to the operator’s own, at its address and at the foot of the pages', async () => {
    const brand = { ...NO_BRAND, privacyUrl: 'https://loja.example/privacidade' };
    const answer = await read({ brand }).expect(302);
    expect(answer.headers['location']).toBe('https://loja.example/privacidade');
    const { deps } = createWebWorld({ brand });
    const { text } = await supertest(createApp(deps)).get('/login');
    expect(text).toContain('<a href="https://loja.example/privacidade">Privacidade</a>');
  });
});
