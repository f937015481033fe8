import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/config/config.js';

const SOUND = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  MASTER_KEY: 'looked at elsewhere',
  REGISTRATION: 'closed',
  TRUST_PROXY: '1',
};

function faultsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig({ ...SOUND, ...variables });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
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
    'postgresql://zap@db.example.com/zap',
    'postgresql://zap:@10.0.0.5/zap',
    'postgresql://db/zap',
    'postgresql://zap@localhost/zap?host=db.example.com',
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
});

it('default credentials are nobody’s fault outside production', () => {
  expect(
    faultsOf({ NODE_ENV: 'development', DATABASE_URL: 'postgresql://zap:zap@db/zap' }),
  ).toEqual([]);
});
