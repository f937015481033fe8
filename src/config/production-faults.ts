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
  const credentials = env.DATABASE_URL === undefined ? null : guessable(env.DATABASE_URL);
  if (credentials !== null) {
    faults.push(`DATABASE_URL: ${credentials} Give the database user a password made by chance.`);
  }
  if (env.REGISTRATION === undefined) {
    faults.push(
      'REGISTRATION: choose. open lets anybody register any CPF from their WhatsApp, also one that is not theirs; its owner claims it and the admin settles that. closed lets in only people who have an account already.',
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

/** What images and tutorials come with, and what is tried first. */
const DEFAULT_PASSWORDS: ReadonlySet<string> = new Set([
  ...['postgres', 'postgresql', 'password', 'passwd', 'pass', 'secret', 'changeme', 'change-me'],
  ...['admin', 'root', 'test', 'example', 'zap', 'zap-login', 'zaplogin', '123456', '12345678'],
]);
const THIS_MACHINE: ReadonlySet<string> = new Set(['', 'localhost', '127.0.0.1', '[::1]']);

/** Why anybody who reaches the server gets in; null when that is not plain to see. Never repeats the password. */
function guessable(databaseUrl: string): string | null {
  const { hostname, username, password, searchParams } = new URL(databaseUrl);
  const user = decodeURIComponent(username);
  const secret = decodeURIComponent(searchParams.get('password') ?? password).toLowerCase();
  if (secret !== '') {
    const isDefault = secret === user.toLowerCase() || DEFAULT_PASSWORDS.has(secret);
    return isDefault ? 'the password is a default one, or the name of the user.' : null;
  }
  // A socket of this machine lets in by operating system user, a certificate by its key.
  const host = searchParams.get('host') ?? hostname;
  const isLocal = THIS_MACHINE.has(host) || host.startsWith('/');
  return isLocal || searchParams.has('sslcert') ? null : 'it has no password.';
}
