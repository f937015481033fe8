/**
 * SQLSTATE classes and codes of PostgreSQL (appendix A) that say nothing about what a statement was for: the connection
 * (08), a read-only server (25006), an idle transaction that was ended (25P03), a rollback for the sake of others (40),
 * no disk, memory or connections (53), a lock that is not free (55P03), an operator or a time limit (57), the system
 * (58), damaged data (XX001, XX002).
 */
const SQLSTATE = /^(?:08|40|53|57|58)[0-9A-Z]{3}$|^(?:25006|25P03|25P04|55P03|XX001|XX002)$/;

/** Prisma's: no way to the server (P1xxx), no free connection, a transaction that took too long or was given up. */
const PRISMA = /^P1\d{3}$|^P(?:2024|2028|2034|2037)$/;

/** Node's, of sockets, names and files. */
const SYSTEM =
  /^(?:ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(?:HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|ENOSPC|EDQUOT|EROFS|EMFILE|ENFILE|EIO)$/;

/** How the driver (pg 8, pg-pool 3) says, without a code, that there is no connection. */
const WORDS =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error|^Cannot use a pool after calling end|^Query read timeout/;

/** How Prisma's driver adapter names the same. */
const KINDS = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
  'TransactionWriteConflict',
]);

/** How many causes of causes are looked at: no error here has a longer chain. */
const DEEPEST = 6;

/**
 * Whether an error is the database's, the network's or the machine's and not that of the work at hand: the same work
 * may succeed later, and other work would have failed as well.
 */
export function isInfrastructureFault(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return false;
  const { code, originalCode, kind, message, cause, meta } = error as Readonly<
    Record<string, unknown>
  >;
  if (isKnownCode(code) || isKnownCode(originalCode)) return true;
  if (typeof kind === 'string' && KINDS.has(kind)) return true;
  if (typeof message === 'string' && WORDS.test(message)) return true;
  const below = [
    cause,
    meta,
    (meta as { driverAdapterError?: unknown } | null | undefined)?.driverAdapterError,
  ];
  return below.some((one) => isInfrastructureFault(one, depth + 1));
}

function isKnownCode(code: unknown): boolean {
  if (typeof code !== 'string') return false;
  return SQLSTATE.test(code) || PRISMA.test(code) || SYSTEM.test(code);
}
