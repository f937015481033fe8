import { databaseFaults } from './database-faults.js';
import { WA_ME, type Environment } from './environment.js';
import type { ConfigWords } from './words/catalogue.js';

/**
 * Whether the product runs on the internet: NODE_ENV says so, or PUBLIC_URL is https. With an https PUBLIC_URL a
 * missing NODE_ENV still means production (security case 76).
 */
export function isProduction(env: Pick<Environment, 'NODE_ENV' | 'PUBLIC_URL'>): boolean {
  return env.NODE_ENV === 'production' || env.PUBLIC_URL?.startsWith('https://') === true;
}

/** Settings that are allowed in development and unsafe on the internet (docs/security.md, case 54). */
export function productionFaults(env: Environment, words: ConfigWords['production']): string[] {
  const faults: string[] = [];
  if (env.PUBLIC_URL === undefined) faults.push(words.publicUrlMissing);
  else if (!env.PUBLIC_URL.startsWith('https://')) faults.push(words.publicUrlOpen);
  if (env.MASTER_KEY === undefined) faults.push(words.masterKey);
  if (env.DATABASE_URL !== undefined) faults.push(...databaseFaults(env.DATABASE_URL, words));
  if (env.REGISTRATION === undefined) faults.push(words.registration);
  if (env.TRUST_PROXY === undefined) faults.push(words.trustProxy);
  if (env.BRAND_NAME === undefined) faults.push(words.brandName);
  if (env.WHATSAPP_WS_URL !== undefined || env.WHATSAPP_ROOT_KEY !== undefined) {
    faults.push(words.simulator);
  }
  if (env.WHATSAPP_CHAT_URL !== WA_ME) faults.push(words.chatUrl(WA_ME));
  if (!env.GOOGLE_ISSUER.startsWith('https://')) faults.push(words.googleIssuer);
  if (env.CORS_ORIGINS.some((origin) => !origin.startsWith('https://'))) {
    faults.push(words.corsOrigins);
  }
  if (faults.length > 0 && env.NODE_ENV !== 'production') faults.push(words.nodeEnv);
  return faults;
}
