import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { inEach } from '#src/domain/locale.js';
import { DATABASE_WORDS, type DatabaseWords } from './words/catalogue.js';

/** The database cannot be used as it is set up; what an operator is told is one line. */
export class DatabaseSetupError extends OperatorFault {
  override readonly name = 'DatabaseSetupError';

  constructor(say: (words: DatabaseWords['setup']) => string, options?: ErrorOptions) {
    super(
      inEach(DATABASE_WORDS, ({ setup }) => say(setup)),
      options,
    );
  }
}

/**
 * The codes with which a server, or the way to it, says that it cannot serve now and may later. PostgreSQL appendix A:
 * class 08 connection, 53 resources, 57P01 to 57P05 shutdown and start, 25006 read only, 55P03 and 57014 time-outs.
 */
const UNAVAILABLE =
  /^(?:08\w{3}|53\w{3}|57P\d\d|25006|25P04|55P03|57014|P1001|P1002|P1008|P1017|P2024|P2028|P2037)$/;
const UNREACHABLE: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'EPIPE'],
  ...['EHOSTUNREACH', 'ENETUNREACH'],
]);
/** How the driver (pg 8, pg-pool 3) says the same without a code. */
const UNANSWERED =
  /^Connection terminated|^timeout exceeded when trying to connect|^Query read timeout/;

/**
 * The server's or system's own code behind an error, wherever the driver, Prisma or a `cause` has put it: `25006`,
 * `ECONNREFUSED`; else Prisma's (`P2024`); null when there is none.
 */
export function databaseCodeOf(error: unknown): string | null {
  const adapterCause = property(property(property(error, 'meta'), 'driverAdapterError'), 'cause');
  const original = property(adapterCause, 'originalCode');
  if (typeof original === 'string') return original;
  const code = property(error, 'code');
  if (typeof code === 'string') return code;
  const ownOriginal = property(property(error, 'cause'), 'originalCode');
  if (typeof ownOriginal === 'string') return ownOriginal;
  const cause = property(error, 'cause');
  return cause === undefined || cause === null ? null : databaseCodeOf(cause);
}

/** Whether an error says that the database cannot serve at the moment: nothing is wrong with what was asked of it. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const code = databaseCodeOf(error);
  if (code !== null) return UNAVAILABLE.test(code) || UNREACHABLE.has(code);
  return error instanceof Error && UNANSWERED.test(error.message);
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
