/**
 * At most `limit` events in `windowMs` milliseconds, counted under `name` and the key of the account, chat or address
 * that is counted.
 */
export interface Throttle {
  readonly name: string;
  readonly limit: number;
  readonly windowMs: number;
  readonly per?: never;
}

/** A limit per address of the network: `limitAddress` counts it, for the address and the networks around it. */
export interface AddressThrottle extends Omit<Throttle, 'per'> {
  readonly per: 'address';
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Every limit of the product, in one place. Those per IP are counted by `limitAddress` and are wider than those per
 * account: Brazilian mobile carriers put thousands of people behind one IPv4 address. Sources: NIST SP 800-63B-4
 * §3.2.2, OWASP ASVS 5.0 §6.3.1, security cases 8, 12, 22 and 41.
 */
export const THROTTLES = {
  /** Case 8: messages cost the number its reputation, and each code is five more guesses. */
  codePerAccount: { name: 'code:account', limit: 5, windowMs: HOUR },
  /** Case 8: time for the first message to arrive before a second is asked for. */
  codeResend: { name: 'code:resend', limit: 1, windowMs: MINUTE },
  /** Case 63: the same for a day. */
  codePerDay: { name: 'code:day', limit: 15, windowMs: DAY },
  /** Case 59: guesses at the codes of one account by strangers, over all browsers; or by one known browser. */
  codeTries: { name: 'code:tries', limit: 25, windowMs: HOUR },
  /** Case 8: one address asking for the codes of many people. An office of 35 logs in by it (case 66). */
  codePerIp: { name: 'code:ip', limit: 40, windowMs: HOUR, per: 'address' },
  /** Case 8: all pages together. A flood from everywhere costs pages their codes, not the number its reputation. */
  codeEverywhere: { name: 'code:everywhere', limit: 1200, windowMs: 10 * MINUTE },
  /**
   * Case 41: codes and passwords that strangers got wrong, whatever they are for: one address that tries many accounts.
   */
  verifyPerIp: { name: 'verify:ip', limit: 30, windowMs: 10 * MINUTE, per: 'address' },
  /** Case 41: one CPF, wherever its password is typed; above it the account's own count of failures locks it. */
  passwordPerAccount: { name: 'password:account', limit: 10, windowMs: 15 * MINUTE },
  /** Google sign-ins, and Google tokens that pages send; wide, as for login requests. */
  googlePerIp: { name: 'google:ip', limit: 60, windowMs: 10 * MINUTE, per: 'address' },
  /** A token has 256 bits; this keeps guesses off the database. */
  redeemPerIp: { name: 'redeem:ip', limit: 30, windowMs: 10 * MINUTE, per: 'address' },
  /** Case 12: different CPFs or CNPJs that one chat may try. */
  taxIdsPerChat: { name: 'tax-id:chat', limit: 3, windowMs: DAY },
  /** Opening the page makes a request; wide, because a carrier's address is shared by thousands of people. */
  loginRequestPerIp: { name: 'login-request:ip', limit: 60, windowMs: 10 * MINUTE, per: 'address' },
  /** Case 68: all pages together; the rows live for minutes. */
  loginRequestEverywhere: { name: 'login-request:everywhere', limit: 600, windowMs: MINUTE },
  /** Case 68: the same for Google sign-ins. */
  googleEverywhere: { name: 'google:everywhere', limit: 600, windowMs: MINUTE },
  /** Case 68: redirects to Google of one account that is signed in. */
  googlePerAccount: { name: 'google:account', limit: 30, windowMs: 10 * MINUTE },
  /** Case 68: each renewal of a session is a row for a week; a page renews it every 15 minutes. */
  refreshPerSession: { name: 'refresh:session', limit: 120, windowMs: 10 * MINUTE },
  refreshPerSessionDaily: { name: 'refresh:session:day', limit: 1000, windowMs: DAY },
  /** Case 22: different request codes that one chat may send. */
  requestCodesPerChat: { name: 'request-code:chat', limit: 10, windowMs: HOUR },
  /** A person needs a handful of turns a minute; more come from a program or from a key that is held down. */
  turnsPerChat: { name: 'turn:chat', limit: 20, windowMs: MINUTE },
  /** Every answer costs the number its reputation: three times the longest way through the flows, with every error. */
  turnsPerChatHourly: { name: 'turn:chat:hour', limit: 100, windowMs: HOUR },
  /** Each one is told to the owner and ends sessions; a new password is chosen by chat or link whatever this says. */
  passwordChangesPerAccount: { name: 'password-change:account', limit: 10, windowMs: HOUR },
  /** Asking for the deletion of an account; calling it off has no limit. */
  deletionsPerAccount: { name: 'deletion:account', limit: 5, windowMs: HOUR },
  /** Corrections of the own name. */
  namesPerAccount: { name: 'name:account', limit: 5, windowMs: HOUR },
  /** OWASP ASVS 5.0 §6.3.1: brute force and stuffing. */
  adminLoginPerIp: { name: 'admin-login:ip', limit: 10, windowMs: 15 * MINUTE, per: 'address' },
  /** Of a browser that was signed in before, and of a session. */
  adminLoginPerDevice: { name: 'admin-login:device', limit: 10, windowMs: 15 * MINUTE },
  /** The first try of a network is checked however many others try. */
  adminLoginFirst: { name: 'admin-login:first', limit: 1, windowMs: 15 * MINUTE },
  /** All other tries of unknown browsers together. */
  adminLoginPerAccount: { name: 'admin-login:account', limit: 30, windowMs: 15 * MINUTE },
  /** What guesses at the admin's password leave in the audit log, which is kept for good. */
  adminFailuresRecorded: { name: 'admin-failure:audit', limit: 20, windowMs: HOUR },
  /** The set-up address carries a 256-bit token. */
  setupPerIp: { name: 'setup:ip', limit: 10, windowMs: 15 * MINUTE, per: 'address' },
} as const satisfies Record<string, Throttle | AddressThrottle>;

const IPV4_PART = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${IPV4_PART}(?:\\.${IPV4_PART}){3}$`);

/**
 * The key that requests from `address` are counted under: an IPv4 address as it is (also when it comes mapped into
 * IPv6, RFC 4291 §2.5.5.2), the /64 of an IPv6 address, since a home or a phone gets at least that many (RFC 6177).
 * Anything else shares the bucket `unknown`.
 */
export function ipBucket(address: string): string {
  return bucketOf(address, 4);
}

/** The same for the network that one customer can be given: the /48 of an IPv6 address (RFC 6177 §2). */
export function networkBucket(address: string): string {
  return bucketOf(address, 3);
}

function bucketOf(address: string, ipv6GroupsKept: number): string {
  if (IPV4.test(address)) return address;
  const groups = ipv6Groups(address.replace(/%[\w.-]{1,32}$/, ''));
  if (!groups) return 'unknown';
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return groups.slice(6).flatMap(bytesOf).join('.');
  const kept = groups.slice(0, ipv6GroupsKept);
  return `${kept.map(hex).join(':')}::/${16 * ipv6GroupsKept}`;
}

/** The URL parser of the platform reads every way to write an IPv6 address and answers with one of them. */
function ipv6Groups(address: string): number[] | null {
  if (!/^[\da-f:.]+$/i.test(address)) return null;
  if (!URL.canParse(`http://[${address}]`)) return null;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const left = numbersOf(head);
  const right = numbersOf(tail ?? '');
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

function numbersOf(groups: string): number[] {
  return groups === '' ? [] : groups.split(':').map((group) => Number.parseInt(group, 16));
}

function bytesOf(group: number): number[] {
  return [group >> 8, group & 0xff];
}

function hex(group: number): string {
  return group.toString(16);
}
