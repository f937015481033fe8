import type { ConfigWords } from './words/catalogue.js';

/** What images and tutorials come with, and what is tried first. */
const DEFAULT_PASSWORDS: ReadonlySet<string> = new Set([
  ...['postgres', 'postgresql', 'password', 'passwd', 'pass', 'secret', 'changeme', 'change-me'],
  ...['admin', 'root', 'test', 'example', 'zap', 'zap-login', 'zaplogin', '123456', '12345678'],
]);
/** Words that passwords of databases are built from. */
const WORDS = [
  ...['postgresql', 'postgres', 'password', 'passwd', 'secret', 'changeme', 'administrator'],
  ...['admin', 'database', 'qwerty', 'asdfgh', 'letmein', 'welcome', 'example', 'production'],
  ...['zaplogin', 'zap-login', 'senha', 'segredo', 'banco', 'dados', 'producao', 'teste', 'mudar'],
];
/** Characters. Twelve random ones out of 16 are 48 bits. */
const SHORTEST = 12;
/** What has to be left beside such words and the name of user, database and server. */
const ENOUGH_BESIDE = 10;
const LEAST_DIFFERENT = 6;
/** "Paralelepipedo", "jabuticabeira2024!": a random password is seldom small letters alone with digits at the end. */
const ONE_WORD = /^(?:\p{Lu}?\p{Ll}{1,16}|\p{Lu}{1,16})\d{0,4}[^\p{L}\d]?$/u;
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['', 'localhost', '127.0.0.1', '[::1]', '::1']);
/** What pg takes as TLS or nothing; `prefer` and `allow` go on in the open when the server has none. */
const TLS_MODES: ReadonlySet<string> = new Set([
  ...['require', 'verify-ca', 'verify-full', 'no-verify'],
]);

type Words = ConfigWords['production'];

/** Why a DATABASE_URL is refused in production, each reason a sentence. Never repeats the password. */
export function databaseFaults(databaseUrl: string, words: Words): readonly string[] {
  const password = guessable(databaseUrl);
  const faults = password === null ? [] : [words[password]];
  return travelsInTheOpen(databaseUrl) ? [...faults, words.withoutTls] : faults;
}

function hostOf({ hostname, searchParams }: URL): string {
  return searchParams.get('host') ?? hostname;
}

/** A socket, or this machine. */
function isLocal(host: string): boolean {
  return LOCAL_HOSTS.has(host.toLowerCase()) || host.startsWith('/');
}

/** Why everyone who can connect to the server can also log in to it; null when no such reason is found. */
function guessable(databaseUrl: string): 'noPassword' | 'defaultPassword' | 'easyPassword' | null {
  const url = new URL(databaseUrl);
  const { username, password, searchParams } = url;
  const user = decodeURIComponent(username);
  const secret = decodeURIComponent(searchParams.get('password') ?? password);
  if (secret === '') {
    // A socket of this machine authenticates by operating system user, a certificate by its key.
    return isLocal(hostOf(url)) || searchParams.has('sslcert') ? null : 'noPassword';
  }
  const small = secret.toLowerCase();
  if (small === user.toLowerCase() || DEFAULT_PASSWORDS.has(small)) {
    return 'defaultPassword';
  }
  const names = [user, url.pathname.slice(1), url.hostname].map((name) => name.toLowerCase());
  return isEasy(secret, names) ? 'easyPassword' : null;
}

function isEasy(secret: string, names: readonly string[]): boolean {
  const characters = Array.from(secret);
  if (characters.length < SHORTEST || new Set(characters).size < LEAST_DIFFERENT) return true;
  if (ONE_WORD.test(secret) || isRamp(characters)) return true;
  const small = secret.toLowerCase();
  const rest = [...names.filter((name) => name.length > 3), ...WORDS].reduce(
    (left, word) => left.replaceAll(word, ''),
    small,
  );
  return rest !== small && Array.from(rest).length < ENOUGH_BESIDE;
}

/** "12345678901234", "abcdefghijklmn": nearly every character follows from the one before it. */
function isRamp(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, at) => Math.abs(code - (codes[at] ?? 0)));
  return steps.filter((step) => step > 1 && step !== 9).length <= steps.length / 4;
}

/**
 * A name without a dot is one of a network of containers (`db`), which does not leave the machine as a rule; any other
 * host is reached over wires that others share.
 */
function travelsInTheOpen(databaseUrl: string): boolean {
  const url = new URL(databaseUrl);
  const host = hostOf(url);
  if (isLocal(host) || /^[a-z][\w-]*$/i.test(host)) return false;
  const { searchParams } = url;
  const asksForTls =
    TLS_MODES.has(searchParams.get('sslmode') ?? '') ||
    ['true', '1'].includes(searchParams.get('ssl') ?? '');
  return !asksForTls;
}
