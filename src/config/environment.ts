import { z } from 'zod';
import { isTimeZone } from './time-zone.js';
import { variableKinds, WA_ME } from './variable-kinds.js';
import type { ConfigWords } from './words/catalogue.js';

export { WA_ME };

const LARGEST_PORT = 65_535;
const LONGEST_NAME = 40;
const LONGEST_ADDRESS = 60;

/** For pages only: room for a company's full name with its CNPJ, or a name with its address. */
const LONGEST_LINE = 120;

const HOURS =
  /^[a-z]{3}(-[a-z]{3})? \d\d:\d\d-\d\d:\d\d(, ?[a-z]{3}(-[a-z]{3})? \d\d:\d\d-\d\d:\d\d)* \S+$/i;

/** The environment variables the product reads; everything else is ignored. Faults are in these words. */
export function environmentIn(words: ConfigWords) {
  const is = variableKinds(words);
  const { rules } = words;
  return z.object({
    NODE_ENV: is.oneOf('production', 'development', 'test').optional(),
    ROLE: is.oneOf('all', 'web', 'bot').default('all'),
    PORT: is.wholeNumber(0, LARGEST_PORT).default(3000),
    HOST: z.string().min(1).optional(),
    PUBLIC_URL: is.origin.optional(),
    DATA_DIR: z.string().default('./data'),
    DATABASE_URL: is.scheme('postgres:', 'postgresql:').optional(),
    REDIS_URL: is.scheme('redis:', 'rediss:').optional(),
    MASTER_KEY: z.string().optional(),
    REGISTRATION: is.oneOf('open', 'closed').optional(),
    ALLOWED_NUMBERS: is.oneOf('br-mobile', 'br', 'any').default('br'),
    WHATSAPP_WS_URL: is.simulatorSocket.optional(),
    WHATSAPP_ROOT_KEY: is.rootKey.optional(),
    WHATSAPP_CHAT_URL: is.chatOrigin.default(WA_ME),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    GOOGLE_ISSUER: is.googleIssuer.default('https://accounts.google.com'),
    CORS_ORIGINS: is.originList.default([]),
    TRUST_PROXY: is.trustProxy.optional(),
    DASHBOARD_URL: is.webAddressOrPath.optional(),
    PRIVACY_URL: is.webAddress.optional(),
    SECURITY_CONTACT: is.securityContact.optional(),
    BRAND_NAME: is.shortText(LONGEST_NAME).optional(),
    SITE_URL: is.webAddress.max(LONGEST_ADDRESS, rules.longest(LONGEST_ADDRESS)).optional(),
    SUPPORT_CONTACT: is.shortText(LONGEST_ADDRESS).optional(),
    BRAND_LOGO: is.logo.optional(),
    BRAND_COLOR: is.color.optional(),
    TERMS_URL: is.webAddress.optional(),
    DATA_CONTROLLER: is.shortText(LONGEST_LINE).optional(),
    DPO_CONTACT: is.shortText(LONGEST_LINE).optional(),
    DORMANT_DAYS: is.wholeNumber(1, 3650).default(180),
    NUMBER_WAIT_HOURS: is.wholeNumber(0, 30 * 24).default(24),
    SIGNING_KEY_DAYS: is.wholeNumber(1, 3650).default(90),
    HANDOFF_MINUTES: is.wholeNumber(1, 7 * 24 * 60).default(60),
    OPENING_HOURS: z.string().regex(HOURS, rules.openingHours).optional(),
    DEBOUNCE_MS: is.wholeNumber(0, 1500).default(350),
    LOG_LEVEL: is
      .oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')
      .default('info'),
    LOCALE: is.oneOf('pt-BR', 'en').default('pt-BR'),
    TIME_ZONE: z.string().refine(isTimeZone, rules.timeZone).default('America/Sao_Paulo'),
  });
}

export type Environment = z.infer<ReturnType<typeof environmentIn>>;
