import { z } from 'zod';
import { brandColor, brandColorFault } from './brand-color.js';
import { readLogo } from './brand-logo.js';
import { readTrustProxy } from './trust-proxy.js';
import type { ConfigWords } from './words/catalogue.js';

const ROOT_KEY_BYTES = 32;

/** What WhatsApp itself offers to open a chat from a page. */
export const WA_ME = 'https://wa.me';

/** In any spelling that browsers take for the same origin: capitals, the port of the scheme, a slash at the end. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const beside = pathname.slice(1) + search + hash + username + password;
  return /^https?:$/.test(protocol) && hostname !== '' && beside === '' && !/[?#@]/.test(text);
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isOnThisMachine(text: string): boolean {
  return URL.canParse(text) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(text).hostname);
}

/** Browsers read a backslash as a slash and drop tabs and line breaks: what is left has to be a path of this host. */
const PATH = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u;

/** The kinds of values that variables have, with what is said of a value that is none of the kind. */
export function variableKinds({ rules, or }: ConfigWords) {
  const list = (values: readonly string[]): string =>
    [values.slice(0, -1).join(', '), ...values.slice(-1)].join(` ${or} `);

  const origin = z
    .string()
    .refine(isOrigin, rules.origin)
    .transform((text) => new URL(text).origin);

  const scheme = (...names: readonly string[]) =>
    z
      .string()
      .refine(
        (text) => URL.canParse(text) && names.includes(new URL(text).protocol),
        rules.scheme(names.map((name) => `${name}//`).join(` ${or} `)),
      );

  return {
    origin,
    scheme,
    oneOf: <const Values extends readonly [string, ...string[]]>(...values: Values) =>
      z.enum(values, rules.oneOf(list(values))),
    webAddress: z.string().refine(isWebAddress, rules.webAddress),
    webAddressOrPath: z
      .string()
      .refine((text) => PATH.test(text) || isWebAddress(text), rules.webAddressOrPath),
    /** One `Contact` of RFC 9116 §2.5.3: an address to write to or a page, on one line. */
    securityContact: z
      .string()
      .regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, rules.securityContact),
    /** Texts that the bot repeats: short enough for a message, on one line, without what WhatsApp takes for bold. */
    shortText: (longest: number) =>
      z
        .string()
        .regex(/^[^*~`\p{Cc}]+$/u, rules.oneLine)
        .max(longest, rules.longest(longest)),
    color: z
      .string()
      .regex(/^#[\da-f]{6}$/i, { error: rules.color, abort: true })
      .transform((text, context) => {
        const fault = brandColorFault(text);
        if (fault === null) return brandColor(text);
        const message = rules.tooLight(fault.ratio, fault.enough, fault.nearest);
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }),
    logo: z.string().transform((path, context) => {
      const read = readLogo(path);
      if (read.ok) return read.logo;
      context.addIssue({ code: 'custom', message: read.fault(rules) });
      return z.NEVER;
    }),
    trustProxy: z.string().transform((text, context) => {
      const read = readTrustProxy(text);
      if (read !== null) return read;
      context.addIssue({ code: 'custom', message: rules.trustProxy });
      return z.NEVER;
    }),
    wholeNumber: (smallest: number, largest: number) =>
      z
        .string()
        .regex(/^\d{1,9}$/, rules.wholeNumber(smallest, largest))
        .transform(Number)
        .refine(
          (value) => value >= smallest && value <= largest,
          rules.wholeNumber(smallest, largest),
        ),
    simulatorSocket: scheme('ws:').refine(isOnThisMachine, rules.simulatorSocket),
    chatOrigin: origin.refine(
      (text) => text === WA_ME || (text.startsWith('http:') && isOnThisMachine(text)),
      rules.chatOrigin(WA_ME),
    ),
    googleIssuer: scheme('https:', 'http:').refine(
      (text) => text.startsWith('https:') || isOnThisMachine(text),
      rules.googleIssuer,
    ),
    rootKey: z
      .string()
      .refine((text) => Buffer.from(text, 'base64').length === ROOT_KEY_BYTES, rules.rootKey),
    originList: z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      )
      .pipe(z.array(origin)),
  };
}
