import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { KEY, withStarts, type Variables } from './support/with-starts.js';

/** Each value is wrong in its own way; the names in the order in which they are reported. */
const NONSENSE: readonly Variables[] = [
  {
    ROLE: 'boss',
    PORT: 'abc',
    PUBLIC_URL: 'localhost:3000',
    DATABASE_URL: 'mysql://zap:sesame@localhost/zap',
    REDIS_URL: 'http://zap:sesame@localhost',
    REGISTRATION: 'maybe',
    ALLOWED_NUMBERS: 'brasil',
    WHATSAPP_WS_URL: 'wss://web.whatsapp.com/ws/chat',
    WHATSAPP_ROOT_KEY: 'abc',
    WHATSAPP_CHAT_URL: 'https://chat.example.com',
    CORS_ORIGINS: 'everybody',
    TRUST_PROXY: 'yes',
    DASHBOARD_URL: 'dashboard',
    PRIVACY_URL: 'javascript:alert(1)',
    LOG_LEVEL: 'loud',
    LOCALE: 'fr',
    TIME_ZONE: 'BRT',
  },
  {
    PORT: '65536',
    PUBLIC_URL: 'https://login.example.com/login',
    DATABASE_URL: 'sesame',
    REDIS_URL: 'sesame',
    WHATSAPP_WS_URL: 'ws://192.0.2.1/ws/chat',
    TRUST_PROXY: '11',
    DASHBOARD_URL: 'ftp://a.example/',
  },
  { PORT: '-1', PUBLIC_URL: '*', CORS_ORIGINS: '*', TRUST_PROXY: '1.5' },
];

/** The variables a message lists, each once. */
function namesIn(message: string): string[] {
  const names = [...message.matchAll(/^- ([A-Z_]+(?: and [A-Z_]+)?)(?:\.\d+)?: \S/gm)];
  return [...new Set(names.map(([, name = '']) => name))];
}

it('lists everything at once that production lacks', () =>
  withStarts(async ({ dataDir, expectFault }) => {
    const message = await expectFault({
      NODE_ENV: 'production',
      CORS_ORIGINS: 'http://a.example',
      WHATSAPP_WS_URL: 'ws://127.0.0.1:3001/ws/chat',
      WHATSAPP_ROOT_KEY: KEY,
      WHATSAPP_CHAT_URL: 'http://127.0.0.1:3001',
    });
    expect(namesIn(message)).toEqual([
      'PUBLIC_URL',
      'MASTER_KEY',
      'REGISTRATION',
      'TRUST_PROXY',
      'BRAND_NAME',
      'WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY',
      'WHATSAPP_CHAT_URL',
      'CORS_ORIGINS',
    ]);
    expect(await readdir(dataDir)).toEqual(['db']);
  }));

it.each(NONSENSE)('lists every variable that makes no sense (%#)', (env) =>
  withStarts(async ({ dataDir, expectFault }) => {
    const message = await expectFault(env);
    expect(namesIn(message)).toEqual(Object.keys(env));
    expect(message).not.toContain('sesame');
    expect(await readdir(dataDir)).toEqual(['db']);
  }),
);

it.each(['abc', 'not base64!', Buffer.alloc(32).toString('base64'), `${KEY},${KEY}`])(
  'says what is wrong with a master key (%#)',
  (key) =>
    withStarts(async ({ expectFault }) => {
      const message = await expectFault({ MASTER_KEY: key });
      expect(message).toContain('MASTER_KEY');
      expect(message).not.toContain(key);
    }),
);
