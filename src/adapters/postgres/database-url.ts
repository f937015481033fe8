import { lookup } from 'node:dns/promises';
import net from 'node:net';
import { DatabaseSetupError } from './database-error.js';

/** A DATABASE_URL, taken apart where the driver does not understand it. */
export interface DatabaseAddress {
  /** For the driver. */
  readonly connectionString: string;
  /** `?schema=`, as Prisma's own URLs have it; null when the URL leaves it to the server. */
  readonly schema: string | null;
  /** `?connection_limit=`; null when the URL does not say. */
  readonly connectionLimit: number | null;
  /** A name, an address or the folder of a unix socket. */
  readonly host: string;
  /** undefined when the URL does not say: then the driver uses no TLS. */
  readonly sslmode: string | undefined;
}

/** Identifiers of PostgreSQL end at 63 bytes. */
const LONGEST_NAME = 63;

/** @throws DatabaseSetupError when it asks for something that cannot be */
export function readDatabaseUrl(text: string): DatabaseAddress {
  const url = new URL(text);
  const { searchParams } = url;
  const schema = searchParams.get('schema') ?? '';
  if (Buffer.byteLength(schema) > LONGEST_NAME || /^pg_|^information_schema$|\0/.test(schema)) {
    throw new DatabaseSetupError((words) => words.schemaName);
  }
  const limit = searchParams.get('connection_limit');
  if (limit !== null && !/^[1-9]\d{0,3}$/.test(limit)) {
    throw new DatabaseSetupError((words) => words.connectionLimit);
  }
  for (const ours of ['schema', 'connection_limit']) searchParams.delete(ours);
  // As libpq has it since 16: the authorities that this machine trusts, here those of Node (and NODE_EXTRA_CA_CERTS).
  if (searchParams.get('sslrootcert') === 'system') {
    searchParams.delete('sslrootcert');
    searchParams.set('sslmode', 'verify-full');
  }
  return {
    connectionString: url.href,
    schema: schema === '' ? null : schema,
    connectionLimit: limit === null ? null : Number(limit),
    host: searchParams.get('host') ?? decodeURIComponent(url.hostname).replace(/^\[(.+)\]$/, '$1'),
    sslmode:
      searchParams.get('sslmode') ?? (searchParams.has('sslrootcert') ? 'require' : undefined),
  };
}

/** Networks that are not reachable from the internet: RFC 1918, RFC 6598, RFC 4193, link-local and loopback. */
const PRIVATE = new net.BlockList();
for (const [address, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const) {
  PRIVATE.addSubnet(address, prefix);
}
for (const [address, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  PRIVATE.addSubnet(address, prefix, 'ipv6');
}

/**
 * Whether traffic to this server passes a network where others may read it: `public` when one of its addresses is not
 * private, `private` when a network is in between all the same, `none` for this machine or with TLS. A name that cannot
 * be looked up is `private` here: connecting will say what is wrong with it.
 */
export async function plainLineTo(
  address: DatabaseAddress,
): Promise<'none' | 'private' | 'public'> {
  const { host, sslmode } = address;
  if (sslmode !== undefined && sslmode !== 'disable') return 'none';
  if (host === '' || host.startsWith('/') || host === 'localhost') return 'none';
  const found = await lookup(host, { all: true }).catch(() => []);
  const isLoopback = (ip: string): boolean => ip.startsWith('127.') || ip === '::1';
  if (found.length > 0 && found.every((one) => isLoopback(one.address))) return 'none';
  const isPrivate = (one: { address: string; family: number }): boolean =>
    PRIVATE.check(one.address, one.family === 6 ? 'ipv6' : 'ipv4');
  return found.every(isPrivate) ? 'private' : 'public';
}
