import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config/config.js';
import { faultsOf } from './faults-of.js';

const CLIENT = {
  GOOGLE_CLIENT_ID: 'id.apps.googleusercontent.com',
  GOOGLE_CLIENT_SECRET: 'secret',
};
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.example.com',
  MASTER_KEY: 'x'.repeat(43),
  REGISTRATION: 'open',
  TRUST_PROXY: '1',
  BRAND_NAME: 'Loja Exemplo',
};

describe('the variables of the way by Google', () => {
  it('are off together, also when they are empty', () => {
    expect(readConfig({}).google).toBeNull();
    expect(readConfig({ GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '' }).google).toBeNull();
  });

  it('mean Google itself unless another issuer is named', () => {
    expect(readConfig(CLIENT).google).toEqual({
      clientId: CLIENT.GOOGLE_CLIENT_ID,
      clientSecret: 'secret',
      issuer: 'https://accounts.google.com',
    });
    const simulated = { ...CLIENT, GOOGLE_ISSUER: 'http://127.0.0.1:3002' };
    expect(readConfig(simulated).google?.issuer).toBe('http://127.0.0.1:3002');
  });

  it.each([
    [{ GOOGLE_CLIENT_ID: 'id' }, 'belong together'],
    [{ GOOGLE_CLIENT_SECRET: 'secret' }, 'belong together'],
    [{ ...CLIENT, GOOGLE_ISSUER: 'http://google.example' }, 'must be https'],
    [{ ...CLIENT, GOOGLE_ISSUER: 'accounts.google.com' }, 'must be an address'],
    [
      { ...PRODUCTION, ...CLIENT, GOOGLE_ISSUER: 'http://127.0.0.1:3002' },
      'never serve in production',
    ],
  ])('%# are refused', (variables, said) => {
    const faults = faultsOf(variables);
    expect(faults.filter((fault) => fault.includes('GOOGLE')).join()).toContain(said);
  });
});
