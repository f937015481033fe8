import type { BrandColor } from './brand-color.js';
import type { BrandLogo } from './brand-logo.js';
import { cleanVariables } from './clean-variables.js';
import { environmentIn, WA_ME, type Environment } from './environment.js';
import { isProduction, productionFaults } from './production-faults.js';
import { terminalLocale } from './terminal-locale.js';
import type { TrustProxy } from './trust-proxy.js';
import { CONFIG_WORDS, type ConfigLocale, type ConfigWords } from './words/catalogue.js';

/** Everything the environment decides, read once and frozen. */
export interface Config {
  readonly production: boolean;
  readonly role: 'all' | 'web' | 'bot';
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach the product; no trailing slash. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** null: one process, everything in memory. */
  readonly redisUrl: string | null;
  readonly masterKey: string | null;
  readonly registration: 'open' | 'closed';
  /** From which numbers people get in by the chat. */
  readonly allowedNumbers: 'br-mobile' | 'br' | 'any';
  /** A simulated WhatsApp; null is the real one. */
  readonly simulatedWhatsApp: { readonly wsUrl: string; readonly rootKey: string } | null;
  /** Where pages and QR codes open a chat: `https://wa.me`, or the phones of the simulated WhatsApp. */
  readonly chatOrigin: string;
  /** null: sign-in with Google is off. */
  readonly google: {
    readonly clientId: string;
    readonly clientSecret: string;
    /** Its discovery document is under it. */
    readonly issuer: string;
  } | null;
  readonly corsOrigins: readonly string[];
  readonly trustProxy: TrustProxy;
  /** An http or https address, or a path of this host that a reverse proxy leads elsewhere. */
  readonly dashboardUrl: string | null;
  readonly privacyUrl: string | null;
  /** `mailto:` or https address for reports about security (RFC 9116); null: none is published. */
  readonly securityContact: string | null;
  /** Whose login this is, as chat and pages say it; null: the chat says no name, the pages say the product's. */
  readonly brandName: string | null;
  /** The site people come from, by which they check that the chat is its own; null: none is said. */
  readonly siteUrl: string | null;
  /** Where people turn for what is no login, in words that can follow "fale com"; null: none is said. */
  readonly supportContact: string | null;
  /** What the pages show beside the name; null: a letter. */
  readonly brandLogo: BrandLogo | null;
  /** null: the product's own green. */
  readonly brandColor: BrandColor | null;
  readonly termsUrl: string | null;
  /** Who decides about the data (LGPD art. 5 VI), with the registered name; null: `brandName`. */
  readonly dataController: string | null;
  /** The person in charge of data protection and how to reach them (LGPD art. 41 §1); null: `supportContact`. */
  readonly dpoContact: string | null;
  /** Days without a message after which the number alone is no longer a proof of identity. */
  readonly dormantDays: number;
  /**
   * Hours until a number gives access, without an answer of its owner, to another WhatsApp account that named the CPF;
   * 0: never.
   */
  readonly numberWaitHours: number;
  /** Days after which the key of access tokens is replaced. */
  readonly signingKeyDays: number;
  /** How long the bot is silent after it called a person. */
  readonly handoffMinutes: number;
  /** Such as `mon-fri 09:00-18:00 America/Sao_Paulo`; null when a person can always answer. */
  readonly openingHours: string | null;
  /** Milliseconds of quiet in a chat before the bot answers. */
  readonly debounceMs: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly locale: Environment['LOCALE'];
  /** IANA name: the wall time that chat and pages tell. */
  readonly timeZone: string;
  /** What was corrected in the variables; for the log and the terminal, once. */
  readonly note: string | null;
}

/** All faults of a configuration at once, each one a sentence for the operator in the language of `LOCALE`. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[], locale: ConfigLocale) {
    const heading = CONFIG_WORDS[locale].heading(faults.length);
    super(`${heading}\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

type Parsed = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from environment variables (names in docs/operations.md).
 * @throws ConfigError with every fault, never only the first
 */
export function readConfig(given: Parsed): Config {
  const locale = terminalLocale(given);
  const words = CONFIG_WORDS[locale];
  const schema = environmentIn(words);
  const { variables, note } = cleanVariables(given, Object.keys(schema.shape));
  // An empty variable is one that is not set: that is how Compose and systemd pass them on.
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const unreadable = issues.map(({ path: [name = ''] }) => String(name));
    const faults = issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    const beside = faultsBeside({ unreadable, set, words });
    throw new ConfigError([...faults, ...beside], locale);
  }
  const env = parsed.data;
  const production = isProduction(env);
  const faults = faultsOf(env, words);
  if (faults.length > 0) throw new ConfigError(faults, locale);
  return Object.freeze({
    production,
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    masterKey: env.MASTER_KEY ?? null,
    registration: env.REGISTRATION ?? 'open',
    allowedNumbers: env.ALLOWED_NUMBERS,
    simulatedWhatsApp: simulated(env),
    chatOrigin: env.WHATSAPP_CHAT_URL,
    google: google(env),
    corsOrigins: env.CORS_ORIGINS,
    trustProxy: env.TRUST_PROXY ?? 0,
    dashboardUrl: env.DASHBOARD_URL ?? null,
    privacyUrl: env.PRIVACY_URL ?? null,
    securityContact: env.SECURITY_CONTACT ?? null,
    brandName: env.BRAND_NAME ?? null,
    siteUrl: env.SITE_URL ?? null,
    supportContact: env.SUPPORT_CONTACT ?? null,
    brandLogo: env.BRAND_LOGO ?? null,
    brandColor: env.BRAND_COLOR ?? null,
    termsUrl: env.TERMS_URL ?? null,
    dataController: env.DATA_CONTROLLER ?? null,
    dpoContact: env.DPO_CONTACT ?? null,
    dormantDays: env.DORMANT_DAYS,
    numberWaitHours: env.NUMBER_WAIT_HOURS,
    signingKeyDays: env.SIGNING_KEY_DAYS,
    handoffMinutes: env.HANDOFF_MINUTES,
    openingHours: env.OPENING_HOURS ?? null,
    debounceMs: env.DEBOUNCE_MS,
    logLevel: env.LOG_LEVEL,
    locale: env.LOCALE,
    timeZone: env.TIME_ZONE,
    note,
  });
}

/** What can be read and is wrong all the same. */
function faultsOf(env: Environment, { together, production }: ConfigWords): readonly string[] {
  const unfit = partsThatDoNotFit(env, together);
  return isProduction(env) ? [...unfit, ...productionFaults(env, production)] : unfit;
}

/** The same beside variables that cannot be read; what hangs on one of those is told once they can be. */
function faultsBeside(input: {
  readonly unreadable: readonly string[];
  readonly set: Parsed;
  readonly words: ConfigWords;
}): readonly string[] {
  const { unreadable, set, words } = input;
  const rest = Object.entries(set).filter(([name]) => !unreadable.includes(name));
  return faultsOf(environmentIn(words).parse(Object.fromEntries(rest)), words).filter(
    (fault) => !unreadable.some((name) => fault.includes(name)),
  );
}

function simulated(env: Environment): Config['simulatedWhatsApp'] {
  const { WHATSAPP_WS_URL: wsUrl, WHATSAPP_ROOT_KEY: rootKey } = env;
  return wsUrl === undefined || rootKey === undefined ? null : { wsUrl, rootKey };
}

function google(env: Environment): Config['google'] {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env;
  if (clientId === undefined || clientSecret === undefined) return null;
  return { clientId, clientSecret, issuer: env.GOOGLE_ISSUER };
}

function partsThatDoNotFit(env: Environment, words: ConfigWords['together']): string[] {
  const faults: string[] = [];
  if (env.REDIS_URL !== undefined && env.DATABASE_URL === undefined) faults.push(words.redisAlone);
  if (env.ROLE !== 'all' && (env.REDIS_URL === undefined || env.DATABASE_URL === undefined)) {
    faults.push(words.roleAlone(env.ROLE));
  }
  if ((env.WHATSAPP_WS_URL === undefined) !== (env.WHATSAPP_ROOT_KEY === undefined)) {
    faults.push(words.simulator);
  }
  if (env.WHATSAPP_CHAT_URL !== WA_ME && env.WHATSAPP_WS_URL === undefined) {
    faults.push(words.chatUrl);
  }
  if ((env.GOOGLE_CLIENT_ID === undefined) !== (env.GOOGLE_CLIENT_SECRET === undefined)) {
    faults.push(words.google);
  }
  return faults;
}
