import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config/config.js';
import { faultsOf as faultsOfAll } from './faults-of.js';

const SOUND = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  MASTER_KEY: 'looked at elsewhere',
  REGISTRATION: 'closed',
  TRUST_PROXY: '1',
  BRAND_NAME: 'Loja Exemplo',
};

function faultsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  return faultsOfAll({ ...SOUND, ...variables });
}

describe('production (case 54)', () => {
  it('has nothing to say about a sound configuration', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    'postgresql://postgres:postgres@db/zap',
    'postgresql://zap:zap@db/zap',
    'postgresql://Zap:zAP@db/zap',
    'postgresql://zap:password@db/zap',
    'postgresql://zap:p%61ssword@db/zap',
    'postgresql://zap:changeme@localhost/zap',
    'postgresql://zap@db/zap?password=zap',
  ])('refuses the default password in %s', (url) => {
    const [fault, ...others] = faultsOf({ DATABASE_URL: url });
    expect(fault).toMatch(/^DATABASE_URL: the password is a default one/);
    expect(fault).not.toContain('zap:');
    expect(others).toEqual([]);
  });

  it.each([
    'postgresql://zap@db.example.com/zap?sslmode=require',
    'postgresql://zap:@10.0.0.5/zap?sslmode=verify-full',
    'postgresql://db/zap',
    'postgresql://zap@localhost/zap?host=db.example.com&sslmode=require',
  ])('refuses %s, where no password guards a server elsewhere', (url) => {
    expect(faultsOf({ DATABASE_URL: url })).toEqual([
      'DATABASE_URL: it has no password. Give the database user a password made by chance.',
    ]);
  });

  it.each([
    'postgresql://zap:8fKq2mX0vR7t@db/zap',
    'postgresql://postgres:8fKq2mX0vR7t@db.example.com/zap?sslmode=require',
    'postgresql:///zap?host=/var/run/postgresql',
    'postgresql://zap@localhost/zap?host=%2Fvar%2Frun%2Fpostgresql',
    'postgresql://zap@127.0.0.1/zap',
    'postgresql://zap@[::1]/zap',
    'postgresql://zap@db.example.com/zap?sslmode=verify-full&sslcert=/etc/zap.crt&sslkey=/etc/zap.key',
  ])('takes %s', (url) => {
    expect(faultsOf({ DATABASE_URL: url })).toEqual([]);
  });

  it('names every fault at once', () => {
    const names = faultsOf({
      PUBLIC_URL: 'http://login.example.com',
      REGISTRATION: '',
      DATABASE_URL: 'postgresql://zap:zap@db/zap',
      CORS_ORIGINS: 'http://a.example',
    }).map((fault) => fault.split(':')[0]);
    expect(names).toEqual(['PUBLIC_URL', 'DATABASE_URL', 'REGISTRATION', 'CORS_ORIGINS']);
  });

  it('names them also beside a value that makes no sense, and that one once', () => {
    const names = faultsOf({
      ...{ LOG_LEVEL: 'loud', REGISTRATION: 'maybe', WHATSAPP_ROOT_KEY: 'abc' },
      ...{ MASTER_KEY: '', DATABASE_URL: 'postgresql://zap:zap@db/zap' },
      WHATSAPP_WS_URL: 'ws://127.0.0.1:1',
    }).map((fault) => fault.split(':')[0]);
    expect(names).toEqual([
      ...['REGISTRATION', 'WHATSAPP_ROOT_KEY', 'LOG_LEVEL'],
      ...['MASTER_KEY', 'DATABASE_URL'],
    ]);
  });
});

describe('case F11: where the buttons that open a chat lead', () => {
  const SIMULATED = {
    WHATSAPP_WS_URL: 'ws://127.0.0.1:3001/ws/chat',
    WHATSAPP_ROOT_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const PHONES = 'http://127.0.0.1:3001';

  it('case F11: is wa.me, whether or not somebody says so', () => {
    expect(readConfig(SOUND).chatOrigin).toBe('https://wa.me');
    expect(readConfig({ ...SOUND, WHATSAPP_CHAT_URL: 'https://WA.me/' }).chatOrigin).toBe(
      'https://wa.me',
    );
  });

  it('case F11: is a simulated phone beside a simulated WhatsApp', () => {
    const config = readConfig({ ...SIMULATED, WHATSAPP_CHAT_URL: `${PHONES}/` });
    expect(config.chatOrigin).toBe(PHONES);
  });

  it('case F11: is no simulated phone in production', () => {
    expect(faultsOf({ ...SIMULATED, WHATSAPP_CHAT_URL: PHONES })).toContainEqual(
      expect.stringMatching(/^WHATSAPP_CHAT_URL: .*https:\/\/wa\.me in production/),
    );
  });

  it('case F11: is no simulated phone beside the real WhatsApp', () => {
    expect(() => readConfig({ LOCALE: 'en', WHATSAPP_CHAT_URL: PHONES })).toThrow(
      /WHATSAPP_CHAT_URL: simulated phones/,
    );
  });

  it.each([
    ...['https://chat.example.com', 'http://wa.me', 'http://192.0.2.1:3001', 'https://localhost'],
    ...['https://wa.me/5511912345678', 'javascript:alert(1)', 'wa.me'],
  ])('case F11: is not %s', (url) => {
    expect(() => readConfig({ LOCALE: 'en', ...SIMULATED, WHATSAPP_CHAT_URL: url })).toThrow(
      /WHATSAPP_CHAT_URL: must be/,
    );
  });
});

describe('case A16: passwords of the database that are guessed', () => {
  it.each([
    ...['postgres1', 'admin123', 'qwerty', 'x', 'senha', 'Teste2024', 'flamengo', 'zap'],
    ...['postgres1234', 'adminadmin123', 'aaaaaaaaaaaaaaaa', 'abababababababab', '123456789012'],
    ...['Jabuticabeira', 'JABUTICABEIRA', 'jabuticabeira24!', 'abcdefghijklmnop', 'login-db-2024'],
    ...['secret-secret-1', 'PostgresPassword1', 'minhasenha123', '987654321098'],
  ])('case A16: refuses %s', (password) => {
    const url = `postgresql://app:${encodeURIComponent(password)}@db/login-db`;
    const faults = faultsOf({ DATABASE_URL: url });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^DATABASE_URL: the password is/);
  });

  it.each([
    ...['8fKq2mX0vR7t', 'b7c01d9e44aa', 'xk29-dfq8-11ab', 'vprqmzkdtwuhbxgynsle', 'Zk3!pQ9x_LmA'],
    ...['three-word-phrases-are-fine-7', '6f1d0c5e9a7b4832', 'tGdXwQpLzRbKvMhN'],
  ])('takes %s', (password) => {
    expect(faultsOf({ DATABASE_URL: `postgresql://app:${password}@db/login` })).toEqual([]);
  });
});

describe('case A16: a database elsewhere without TLS', () => {
  const at = (rest: string): string => `postgresql://app:8fKq2mX0vR7t@${rest}`;
  it.each([
    ...['db.example.com/zap', '10.0.0.5/zap', '[2001:db8::5]/zap', '203.0.113.5:6432/zap'],
    ...['db.example.com/zap?sslmode=disable', 'db.example.com/zap?sslmode=prefer'],
    ...['localhost/zap?host=db.example.com', 'db.example.com/zap?ssl=false'],
  ])('case A16: refuses %s', (rest) => {
    const faults = faultsOf({ DATABASE_URL: at(rest) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/asks for TLS/);
    expect(faults[0]).not.toContain('8fKq2mX0vR7t');
  });

  it.each([
    ...['db.example.com/zap?sslmode=verify-full', 'db.example.com/zap?sslmode=require'],
    ...['10.0.0.5/zap?ssl=true', 'db/zap', 'localhost/zap', '127.0.0.1/zap', '[::1]:5433/zap'],
    ...['localhost/zap?host=%2Frun%2Fpostgresql'],
  ])('takes %s', (rest) => {
    expect(faultsOf({ DATABASE_URL: at(rest) })).toEqual([]);
  });
});

describe('case A16: NODE_ENV forgotten while PUBLIC_URL is https', () => {
  it.each(['', 'development', 'test'])('case A16: production holds with NODE_ENV=%j', (nodeEnv) => {
    expect(readConfig({ ...SOUND, NODE_ENV: nodeEnv })).toMatchObject({
      production: true,
      host: '0.0.0.0',
    });
    const names = faultsOf({
      NODE_ENV: nodeEnv,
      ...{ MASTER_KEY: '', REGISTRATION: '', TRUST_PROXY: '' },
      BRAND_NAME: '',
      DATABASE_URL: 'postgresql://zap:postgres1@db.example.com/zap',
      WHATSAPP_WS_URL: 'ws://127.0.0.1:1',
      WHATSAPP_ROOT_KEY: 'A'.repeat(43),
      GOOGLE_ISSUER: 'http://127.0.0.1:2',
    }).map((fault) => fault.split(/:| and /)[0]);
    expect(names).toEqual([
      ...['MASTER_KEY', 'DATABASE_URL', 'DATABASE_URL', 'REGISTRATION', 'TRUST_PROXY'],
      ...['BRAND_NAME', 'WHATSAPP_WS_URL', 'GOOGLE_ISSUER', 'NODE_ENV'],
    ]);
  });

  it('stays off at home', () => {
    expect(readConfig({ PUBLIC_URL: 'http://localhost:3000' }).production).toBe(false);
    expect(readConfig({}).production).toBe(false);
  });
});

it('default credentials are nobody’s fault outside production', () => {
  expect(
    faultsOf({
      ...{ NODE_ENV: 'development', PUBLIC_URL: 'http://localhost:3000' },
      DATABASE_URL: 'postgresql://zap:zap@db/zap',
    }),
  ).toEqual([]);
});
