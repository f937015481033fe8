import type { Environment } from './environment.js';

/** What may be convenient at home and is a hole on the internet (docs/security.md, case 54). */
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
  if (env.REGISTRATION === undefined) {
    faults.push(
      'REGISTRATION: choose. open lets anybody register a CPF from their WhatsApp; closed lets in only people who have an account already.',
    );
  }
  if (env.TRUST_PROXY === undefined) {
    faults.push(
      'TRUST_PROXY: say how many reverse proxies stand in front (usually 1). With a wrong number everybody shares one limit, or anybody makes up an address.',
    );
  }
  if (env.WHATSAPP_WS_URL !== undefined || env.WHATSAPP_ROOT_KEY !== undefined) {
    faults.push(
      'WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY: a simulated WhatsApp can never serve in production. Remove both.',
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
  return faults;
}
