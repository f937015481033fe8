import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/config/config.js';

it('says whose login it is only where that is set', () => {
  expect(readConfig({})).toMatchObject({ brandName: null, siteUrl: null, supportContact: null });
  const brand = {
    ...{ BRAND_NAME: 'Loja Exemplo', SITE_URL: 'https://lojaexemplo.com.br' },
    SUPPORT_CONTACT: 'ajuda_loja@exemplo.com.br',
  };
  expect(readConfig(brand)).toMatchObject({
    ...{ brandName: 'Loja Exemplo', siteUrl: 'https://lojaexemplo.com.br' },
    supportContact: 'ajuda_loja@exemplo.com.br',
  });
});

it.each([
  ['BRAND_NAME', '*Loja*'],
  ['BRAND_NAME', 'Loja\nExemplo'],
  ['BRAND_NAME', 'L'.repeat(41)],
  ['SITE_URL', 'lojaexemplo.com.br'],
  ['SITE_URL', `https://${'a'.repeat(60)}.br`],
  ['SUPPORT_CONTACT', 'a'.repeat(61)],
])('refuses %s=%j, which no message of the chat can carry', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
});
