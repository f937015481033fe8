import { isIP } from 'node:net';

const MOST_HOPS = 10;
/** Names of Express (proxy-addr): 127.0.0.0/8 and ::1; 169.254.0.0/16 and fe80::/10; the private networks. */
const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Hops to count back from the right of `X-Forwarded-For`, or the networks that the proxies are in. */
export type TrustProxy = number | readonly string[];

/** null for what is neither. A network of the whole internet is refused: then every client could forge its address. */
export function readTrustProxy(text: string): TrustProxy | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= MOST_HOPS ? Number(text) : null;
  const parts = text
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every(isNetwork) ? parts : null;
}

function isNetwork(part: string): boolean {
  if (NAMED.has(part)) return true;
  const [address = '', prefix, ...rest] = part.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
  return bits >= 1 && bits <= (version === 4 ? 32 : 128);
}
