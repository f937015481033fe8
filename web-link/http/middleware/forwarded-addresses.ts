import { isIP } from 'node:net';
import type { RequestHandler } from 'express';

const HEADER = 'x-forwarded-for';
/** `203.0.113.1:40000` (Azure, IIS), `[2001:db8::1]:443`, `[2001:db8::1]`; bare addresses of IPv6 have no port. */
const WITH_PORT = /^\[([^\]]+)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/;

/**
 * Reads `X-Forwarded-For` as proxies write it, with ports, brackets, quotes and spaces, and leaves plain addresses for
 * Express, which counts back from the right only as far as TRUST_PROXY says (security cases 10 and 71). What is no
 * address stays in its place as `unknown`, so that the count of hops holds. `Forwarded` (RFC 7239) is not read: a proxy
 * that does not write it passes on what the client made up.
 */
export const readForwardedAddresses: RequestHandler = (req, _res, next) => {
  const { [HEADER]: written } = req.headers;
  if (written !== undefined) {
    // Node joins several headers of this name; the type allows for a list all the same.
    req.headers[HEADER] = [written].flat().join(',').split(',').map(plainAddress).join(', ');
  }
  next();
};

function plainAddress(entry: string): string {
  const bare = entry.replace(/["'\s]/g, '');
  const [, bracketed, dotted] = WITH_PORT.exec(bare) ?? [];
  const address = bracketed ?? dotted ?? bare;
  return isIP(address) === 0 ? 'unknown' : address;
}
