import { databaseFaults } from './database-faults.js';
import { WA_ME, type Environment } from './environment.js';

/**
 * Whether the product runs on the internet: NODE_ENV says so, or PUBLIC_URL is https. With an https PUBLIC_URL a
 * missing NODE_ENV still means production (security case 76).
 */
export function isProduction(env: Pick<Environment, 'NODE_ENV' | 'PUBLIC_URL'>): boolean {
  return env.NODE_ENV === 'production' || env.PUBLIC_URL?.startsWith('https://') === true;
}

/** Settings that are allowed in development and unsafe on the internet (docs/security.md, case 54). */
export function productionFaults(env: Environment): string[] {
  const faults: string[] = [];
  if (env.PUBLIC_URL === undefined) {
    faults.push(
      'PUBLIC_URL: say under which https origin people reach this, such as https://login.example.com.',
    );
  } else if (!env.PUBLIC_URL.startsWith('https://')) {
    faults.push(
      'PUBLIC_URL: must be https in production; links and cookies would travel in the open.',
    );
  }
  if (env.MASTER_KEY === undefined) {
    faults.push(
      'MASTER_KEY: must be set in production (32 random bytes, base64). Make one with: openssl rand -base64 32',
    );
  }
  if (env.DATABASE_URL !== undefined) faults.push(...databaseFaults(env.DATABASE_URL));
  if (env.REGISTRATION === undefined) {
    faults.push(
      'REGISTRATION: choose. open lets anybody register any CPF from their WhatsApp, also one that is not theirs; its owner claims it and the admin settles that. closed lets in only people who have an account already.',
    );
  }
  if (env.TRUST_PROXY === undefined) {
    faults.push(
      'TRUST_PROXY: say how many reverse proxies stand in front (usually 1), or their networks. With a wrong value everybody shares one limit, or anybody makes up an address.',
    );
  }
  if (env.BRAND_NAME === undefined) {
    faults.push(
      'BRAND_NAME: say whose login this is, such as Loja Exemplo. People give their CPF to a company they know, not to a page without a name.',
    );
  }
  if (env.WHATSAPP_WS_URL !== undefined || env.WHATSAPP_ROOT_KEY !== undefined) {
    faults.push(
      'WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY: a simulated WhatsApp can never serve in production. Remove both.',
    );
  }
  if (env.WHATSAPP_CHAT_URL !== WA_ME) {
    faults.push(
      `WHATSAPP_CHAT_URL: buttons and QR codes lead to ${WA_ME} in production. Remove it; that is the default.`,
    );
  }
  if (!env.GOOGLE_ISSUER.startsWith('https://')) {
    faults.push(
      'GOOGLE_ISSUER: a simulated Google can never serve in production. Remove it; the default is Google.',
    );
  }
  if (env.CORS_ORIGINS.some((origin) => !origin.startsWith('https://'))) {
    faults.push('CORS_ORIGINS: every origin must be https in production.');
  }
  if (faults.length > 0 && env.NODE_ENV !== 'production') {
    faults.push(
      'NODE_ENV: PUBLIC_URL is https, so the rules of production hold whatever NODE_ENV is. Set NODE_ENV=production.',
    );
  }
  return faults;
}
