import type { ConfigWords } from './pt-br.js';

const SECRET_BY_CHANCE = 'Give the database user a password made by chance.';

export const en = {
  heading: (count) => `The configuration has ${count} fault(s):`,
  or: 'or',
  rules: {
    oneOf: (values) => `must be ${values}`,
    origin: 'must be an origin such as https://login.example.com, without a path',
    webAddress: 'must be an http or https address',
    webAddressOrPath: 'must be an http or https address, or a path such as /app',
    securityContact: 'must be like mailto:security@example.com or an https address',
    oneLine: 'must be on one line, without * ~ `',
    longest: (characters) => `must have at most ${characters} characters`,
    color: 'must be like #0b6b50',
    tooLight: (ratio, enough, nearest) =>
      `is too light to be read: text in it has a contrast of ${ratio} to the page, and WCAG 2.2 AA asks for ${enough}. The nearest that is dark enough is ${nearest}`,
    logoTooLarge: (kib) => `is larger than ${kib} KiB: every page loads it`,
    logoUnreadable: (why) => `cannot be read (${why})`,
    logoNoPicture: 'is no SVG, PNG or WebP picture',
    trustProxy:
      'must be the number of reverse proxies (0 to 10), or their networks, such as loopback,10.0.0.0/8',
    wholeNumber: (smallest, largest) => `must be a whole number from ${smallest} to ${largest}`,
    scheme: (names) => `must be an address that starts with ${names}`,
    simulatorSocket:
      'is for the simulator on this machine only; the real WhatsApp needs no address',
    chatOrigin: (real) => `must be ${real}, or the http address of a simulator on this machine`,
    googleIssuer: 'must be https; http is for a simulator on this machine only',
    rootKey: 'must be 32 bytes in base64',
    openingHours: 'must be like: mon-fri 09:00-18:00, sat 09:00-13:00 America/Sao_Paulo',
    timeZone: 'must be the name of a time zone (IANA), such as America/Sao_Paulo or America/Manaus',
  },
  together: {
    redisAlone:
      'REDIS_URL: several instances share Redis, but without DATABASE_URL each has a database of its own. Set DATABASE_URL, too.',
    roleAlone: (role) =>
      `ROLE: ${role} runs beside other instances and needs DATABASE_URL and REDIS_URL to share with them.`,
    simulator: 'WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY belong together: set both or neither.',
    chatUrl:
      'WHATSAPP_CHAT_URL: simulated phones write to a simulated WhatsApp only. Set WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY, too, or remove it.',
    google: 'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together: set both or neither.',
  },
  production: {
    publicUrlMissing:
      'PUBLIC_URL: say under which https origin people reach this, such as https://login.example.com.',
    publicUrlOpen:
      'PUBLIC_URL: must be https in production; links and cookies would travel in the open.',
    masterKey:
      'MASTER_KEY: must be set in production (32 random bytes, base64). Make one with: openssl rand -base64 32',
    registration:
      'REGISTRATION: choose. open lets anybody register any CPF from their WhatsApp, also one that is not theirs; its owner claims it and the admin settles that. closed lets in only people who have an account already.',
    trustProxy:
      'TRUST_PROXY: say how many reverse proxies stand in front (usually 1), or their networks. With a wrong value everybody shares one limit, or anybody makes up an address.',
    brandName:
      'BRAND_NAME: say whose login this is, such as Loja Exemplo. People give their CPF to a company they know, not to a page without a name.',
    simulator:
      'WHATSAPP_WS_URL and WHATSAPP_ROOT_KEY: a simulated WhatsApp can never serve in production. Remove both.',
    chatUrl: (real) =>
      `WHATSAPP_CHAT_URL: buttons and QR codes lead to ${real} in production. Remove it; that is the default.`,
    googleIssuer:
      'GOOGLE_ISSUER: a simulated Google can never serve in production. Remove it; the default is Google.',
    corsOrigins: 'CORS_ORIGINS: every origin must be https in production.',
    nodeEnv:
      'NODE_ENV: PUBLIC_URL is https, so the rules of production hold whatever NODE_ENV is. Set NODE_ENV=production.',
    noPassword: `DATABASE_URL: it has no password. ${SECRET_BY_CHANCE}`,
    defaultPassword: `DATABASE_URL: the password is a default one, or the name of the user. ${SECRET_BY_CHANCE}`,
    easyPassword: `DATABASE_URL: the password is short, or made of words: it can be guessed. ${SECRET_BY_CHANCE}`,
    withoutTls:
      'DATABASE_URL: the server is on another machine and nothing asks for TLS, so that CPFs and the password travel in the open. Add ?sslmode=verify-full (or require).',
  },
} satisfies ConfigWords;
