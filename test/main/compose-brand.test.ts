import { expect, it } from 'vitest';
import { readConfig } from '#src/config/config.js';
import { composeBrand } from '#src/main/compose/brand.js';

const PUBLIC_URL = 'http://login.example.com';

it.each(['/privacidade', '/privacidade/', '/privacidade#dados'])(
  'takes PRIVACY_URL with our own address (%s) for our own notice, which would redirect to itself',
  (path) => {
    const config = readConfig({ PUBLIC_URL, PRIVACY_URL: `${PUBLIC_URL}${path}` });
    expect(composeBrand(config).privacyUrl).toBeNull();
  },
);

it.each(['https://loja.example/privacidade', `${PUBLIC_URL}/loja/privacidade`])(
  'keeps PRIVACY_URL elsewhere: %s',
  (PRIVACY_URL) => {
    const config = readConfig({ PUBLIC_URL, PRIVACY_URL });
    expect(composeBrand(config).privacyUrl).toBe(PRIVACY_URL);
  },
);
