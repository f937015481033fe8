import { z } from 'zod';
import { brandColor, brandColorFault } from './brand-color.js';
import { readLogo } from './brand-logo.js';
import { isTimeZone, TIME_ZONE_RULE } from './time-zone.js';
import { readTrustProxy, TRUST_PROXY_RULE } from './trust-proxy.js';

const LARGEST_PORT = 65_535;
const ROOT_KEY_BYTES = 32;

/** In any spelling that browsers take for the same origin: capitals, the port of the scheme, a slash at the end. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const beside = pathname.slice(1) + search + hash + username + password;
  return /^https?:$/.test(protocol) && hostname !== '' && beside === '' && !/[?#@]/.test(text);
}

const origin = z
  .string()
  .refine(isOrigin, 'must be an origin such as https://login.example.com, without a path')
  .transform((text) => new URL(text).origin);

const webAddress = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an http or https address',
  );

/** Browsers read a backslash as a slash and drop tabs and line breaks: what is left has to be a path of this host. */
const PATH = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u;

const webAddressOrPath = z
  .string()
  .refine(
    (text) => PATH.test(text) || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
    'must be an http or https address, or a path such as /app',
  );

/** One `Contact` of RFC 9116 §2.5.3: an address to write to or a page, on one line. */
const securityContact = z
  .string()
  .regex(
    /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
    'must be like mailto:security@example.com or an https address',
  );

/** Texts that the bot repeats: short enough for a message, on one line, without what WhatsApp would take for bold. */
function shortText(longest: number) {
  return z
    .string()
    .regex(/^[^*~`\p{Cc}]+$/u, 'must be on one line, without * ~ `')
    .max(longest, `must have at most ${longest} characters`);
}

const LONGEST_NAME = 40;
const LONGEST_ADDRESS = 60;

/** For pages only: room for a company's full name with its CNPJ, or a name with its address. */
const LONGEST_LINE = 120;

const color = z
  .string()
  .regex(/^#[\da-f]{6}$/i, { error: 'must be like #0b6b50', abort: true })
  .transform((text, context) => {
    const fault = brandColorFault(text);
    if (fault === null) return brandColor(text);
    context.addIssue({ code: 'custom', message: fault });
    return z.NEVER;
  });

const logo = z.string().transform((path, context) => {
  const read = readLogo(path);
  if (read.ok) return read.logo;
  context.addIssue({ code: 'custom', message: read.fault });
  return z.NEVER;
});

const trustProxy = z.string().transform((text, context) => {
  const read = readTrustProxy(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: TRUST_PROXY_RULE });
  return z.NEVER;
});

function wholeNumber(smallest: number, largest: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${smallest} to ${largest}`)
    .transform(Number)
    .refine(
      (value) => value >= smallest && value <= largest,
      `must be a whole number from ${smallest} to ${largest}`,
    );
}

function scheme(...names: readonly string[]) {
  return z
    .string()
    .refine(
      (text) => URL.canParse(text) && names.includes(new URL(text).protocol),
      `must be an address that starts with ${names.map((name) => `${name}//`).join(' or ')}`,
    );
}

const isOnThisMachine = (text: string): boolean =>
  URL.canParse(text) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname);

const simulatorSocket = scheme('ws:').refine(
  isOnThisMachine,
  'is for the simulator on this machine only; the real WhatsApp needs no address',
);

/** What WhatsApp itself offers to open a chat from a page. */
export const WA_ME = 'https://wa.me';

const chatOrigin = origin.refine(
  (text) => text === WA_ME || (text.startsWith('http:') && isOnThisMachine(text)),
  `must be ${WA_ME}, or the http address of a simulator on this machine`,
);

const googleIssuer = scheme('https:', 'http:').refine(
  (text) => text.startsWith('https:') || isOnThisMachine(text),
  'must be https; http is for a simulator on this machine only',
);

const rootKey = z
  .string()
  .refine(
    (text) => Buffer.from(text, 'base64').length === ROOT_KEY_BYTES,
    'must be 32 bytes in base64',
  );

const originList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.array(origin));

const HOURS =
  /^[a-z]{3}(-[a-z]{3})? \d\d:\d\d-\d\d:\d\d(, ?[a-z]{3}(-[a-z]{3})? \d\d:\d\d-\d\d:\d\d)* \S+$/i;

/** The environment variables the product reads; everything else is ignored. */
export const Environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test')
    .optional(),
  ROLE: z.enum(['all', 'web', 'bot'], 'must be all, web or bot').default('all'),
  PORT: wholeNumber(0, LARGEST_PORT).default(3000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: scheme('postgres:', 'postgresql:').optional(),
  REDIS_URL: scheme('redis:', 'rediss:').optional(),
  MASTER_KEY: z.string().optional(),
  REGISTRATION: z.enum(['open', 'closed'], 'must be open or closed').optional(),
  ALLOWED_NUMBERS: z.enum(['br-mobile', 'br', 'any'], 'must be br-mobile, br or any').default('br'),
  WHATSAPP_WS_URL: simulatorSocket.optional(),
  WHATSAPP_ROOT_KEY: rootKey.optional(),
  WHATSAPP_CHAT_URL: chatOrigin.default(WA_ME),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: googleIssuer.default('https://accounts.google.com'),
  CORS_ORIGINS: originList.default([]),
  TRUST_PROXY: trustProxy.optional(),
  DASHBOARD_URL: webAddressOrPath.optional(),
  PRIVACY_URL: webAddress.optional(),
  SECURITY_CONTACT: securityContact.optional(),
  BRAND_NAME: shortText(LONGEST_NAME).optional(),
  SITE_URL: webAddress
    .max(LONGEST_ADDRESS, `must have at most ${LONGEST_ADDRESS} characters`)
    .optional(),
  SUPPORT_CONTACT: shortText(LONGEST_ADDRESS).optional(),
  BRAND_LOGO: logo.optional(),
  BRAND_COLOR: color.optional(),
  TERMS_URL: webAddress.optional(),
  DATA_CONTROLLER: shortText(LONGEST_LINE).optional(),
  DPO_CONTACT: shortText(LONGEST_LINE).optional(),
  DORMANT_DAYS: wholeNumber(1, 3650).default(180),
  NUMBER_WAIT_HOURS: wholeNumber(0, 30 * 24).default(24),
  SIGNING_KEY_DAYS: wholeNumber(1, 3650).default(90),
  HANDOFF_MINUTES: wholeNumber(1, 7 * 24 * 60).default(60),
  OPENING_HOURS: z
    .string()
    .regex(HOURS, 'must be like: mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo')
    .optional(),
  DEBOUNCE_MS: wholeNumber(0, 1500).default(350),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    )
    .default('info'),
  LOCALE: z.enum(['pt-BR', 'en'], 'must be pt-BR or en').default('pt-BR'),
  TIME_ZONE: z.string().refine(isTimeZone, TIME_ZONE_RULE).default('America/Sao_Paulo'),
});

export type Environment = z.infer<typeof Environment>;
