import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config/config.js';
import { faultsOf } from './faults-of.js';
import { checkEnvironment } from '#src/main/check-environment.js';

const KEY = randomBytes(32).toString('base64');

describe('case D5: what an env file leaves around values', () => {
  it.each([
    ['a Windows line end', (value: string) => `${value}\r`],
    ['spaces', (value: string) => `  ${value} `],
    ['quotes', (value: string) => `"${value}"`],
    ['single quotes and a line end', (value: string) => `'${value}'\r`],
    ['a byte order mark', (value: string) => `\uFEFF${value}`],
  ])('case D5: %s does not belong to them, and that is said', (_what, around) => {
    const plain = {
      ...{ MASTER_KEY: KEY, DATA_DIR: '/var/lib/zap', PORT: '3100', LOCALE: 'en' },
      ...{ PUBLIC_URL: 'https://login.example.com', REGISTRATION: 'closed', TRUST_PROXY: '1' },
      ...{ NODE_ENV: 'production', BRAND_NAME: 'Loja' },
    };
    const expected = checkEnvironment(plain);
    expect(expected.note).toBeNull();
    const odd = Object.fromEntries(
      Object.entries(plain).map(([name, value]) => [name, around(value)]),
    );
    const config = checkEnvironment(odd);
    expect(config).toEqual({ ...expected, note: config.note });
    for (const name of Object.keys(plain)) expect(config.note).toContain(name);
    expect(config.note).not.toContain(KEY);
    expect(config.note).not.toContain('/var/lib/zap');
  });

  it('case D5: a byte order mark in front of the first name does not hide it', () => {
    const config = readConfig({ '\uFEFFLOCALE': 'en' });
    expect(config.locale).toBe('en');
    expect(config.note).toContain('LOCALE');
  });

  it('case D5: a variable of nothing but a line end is not set', () => {
    expect(readConfig({ DATABASE_URL: '\r', PORT: '\r' })).toMatchObject({
      databaseUrl: null,
      port: 3000,
    });
  });

  it('says nothing about variables that are not ours', () => {
    expect(readConfig({ PS1: '$ ', LESS: '"x"', LOCALE: 'en' }).note).toBeNull();
  });
});

describe('case D5: PUBLIC_URL in any spelling of the same origin', () => {
  it.each([
    ['https://Login.Example.com:443', 'https://login.example.com'],
    ['HTTPS://LOGIN.EXAMPLE.COM', 'https://login.example.com'],
    ['https://login.example.com/', 'https://login.example.com'],
    ['http://Localhost:80/', 'http://localhost'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['https://login.example.com:8443', 'https://login.example.com:8443'],
  ])('case D5: %s is %s', (written, origin) => {
    const more = { MASTER_KEY: 'x', REGISTRATION: 'open', TRUST_PROXY: '1', BRAND_NAME: 'Loja' };
    expect(readConfig({ ...more, PUBLIC_URL: written }).publicUrl).toBe(origin);
    expect(readConfig({ CORS_ORIGINS: `${written},` }).corsOrigins).toEqual([origin]);
  });

  it.each([
    ...['https://login.example.com/app', 'https://login.example.com/?a=1', 'login.example.com'],
    ...['https://user:pass@login.example.com', 'https://user@login.example.com', 'ftp://a.example'],
    ...['https://login.example.com/#x', 'https://login.example.com?', 'https://', 'https://a/#'],
  ])('refuses %s', (written) => {
    expect(faultsOf({ PUBLIC_URL: written })).toEqual([
      'PUBLIC_URL: must be an origin such as https://login.example.com, without a path',
    ]);
  });
});

describe('case F6: DASHBOARD_URL', () => {
  it.each(['/app', '/app/início?tab=1#top', '/', 'https://app.example.com/x', 'http://a.example'])(
    'case F6: takes %s',
    (written) => {
      expect(readConfig({ DASHBOARD_URL: written }).dashboardUrl).toBe(written);
    },
  );

  it.each(['app', '//evil.example', '/\\evil.example', '/a\tb', '/a\\b', 'javascript:alert(1)'])(
    'refuses %j',
    (written) => {
      expect(faultsOf({ DASHBOARD_URL: written })).toEqual([
        'DASHBOARD_URL: must be an http or https address, or a path such as /app',
      ]);
    },
  );
});

describe('case B9: TRUST_PROXY', () => {
  it.each([
    ['0', 0],
    ['2', 2],
    ['10', 10],
    ['10.0.0.0/8,loopback', ['10.0.0.0/8', 'loopback']],
    [' Loopback , 2001:db8::/32, 192.0.2.7 ', ['loopback', '2001:db8::/32', '192.0.2.7']],
  ])('case B9: %s', (written, read) => {
    expect(readConfig({ TRUST_PROXY: written }).trustProxy).toEqual(read);
  });

  it.each([
    ...['11', '-1', '1.5', 'true', 'proxy', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.0/8/8'],
    ...['10.0.0/8', ',', '1,loopback', '2001:db8::/129'],
  ])('refuses %s', (written) => {
    expect(faultsOf({ TRUST_PROXY: written })).toEqual([
      'TRUST_PROXY: must be the number of reverse proxies (0 to 10), or their networks, such as loopback,10.0.0.0/8',
    ]);
  });
});
