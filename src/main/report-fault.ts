import { describeError } from '#src/adapters/logging/scrub.js';
import { DataDirError } from '#src/adapters/postgres/embedded/data-dir-error.js';
import { databaseCodeOf, DatabaseSetupError } from '#src/adapters/postgres/database-error.js';
import { MigrationError } from '#src/adapters/postgres/migration-runner.js';
import { ConfigError } from '#src/config/config.js';
import { CannotListenError } from '#web-link/http/cannot-listen.js';
import { OperatorError } from './operator-error.js';
import { AuditBrokenError } from './commands/verify-audit-log.js';

/** Exit codes after sysexits.h, so that a supervisor can tell a mistake from a breakdown. */
export const EXIT = { data: 65, config: 78, unavailable: 69, software: 70 } as const;

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET']);

/** How the driver (pg 8, pg-pool 3) says, without a code, that what listens there gave no answer it knows. */
const UNANSWERED =
  /^Connection terminated|^timeout expired$|^timeout exceeded when trying to connect|^received invalid response/;

/** What the server, or a pooler before it, refuses with (PostgreSQL appendix A), and what to do. */
const REFUSALS: readonly {
  readonly codes: RegExp;
  readonly exit: 'config' | 'unavailable';
  readonly text: string;
}[] = [
  {
    codes: /^28/,
    exit: 'config',
    text: 'The database refuses the user or password in DATABASE_URL',
  },
  {
    codes: /^3D000$/,
    exit: 'config',
    text: 'The database named in DATABASE_URL does not exist',
  },
  {
    codes: /^42501$/,
    exit: 'config',
    text: 'The database user in DATABASE_URL lacks a right on the tables. As their owner run: GRANT ALL ON ALL TABLES IN SCHEMA … TO …; GRANT ALL ON ALL SEQUENCES IN SCHEMA … TO …; or start as the owner',
  },
  {
    codes: /^53300$/,
    exit: 'unavailable',
    text: 'The database lets in no more connections. End other programs, raise max_connections or the CONNECTION LIMIT of the user, or put connection_limit=5 into DATABASE_URL',
  },
  {
    codes: /^53/,
    exit: 'unavailable',
    text: 'The database server is out of disk space or memory',
  },
  {
    codes: /^57P/,
    exit: 'unavailable',
    text: 'The database server is starting up or shutting down. Start again when it is ready',
  },
  {
    codes: /^25006$/,
    exit: 'unavailable',
    text: 'The database is read-only: a copy, or set so (default_transaction_read_only). Name the one that takes writes in DATABASE_URL',
  },
  {
    codes: /^(?:55P03|57014)$/,
    exit: 'unavailable',
    text: 'The database took too long: another program holds a lock, or the server is overloaded',
  },
  {
    codes: /^08/,
    exit: 'config',
    text: 'The database server, or the pooler before it, refuses the connection. Check the user, the name of the database and the options in DATABASE_URL',
  },
];

/** How the driver (pg 8) says that `sslmode` asks for what the server does not have. */
const WITHOUT_TLS = 'The server does not support SSL connections';

/**
 * Of Node's TLS: the server showed a certificate that no trusted authority has signed, or one of another name or time.
 */
const DISTRUSTED =
  /^(?:(?:DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)|CERT_|ERR_TLS_CERT_ALTNAME_INVALID)/;

/**
 * What an operator is told when the program cannot start or go on: what is wrong and what to do.
 * Anything that is not a known fault is a bug: its place in the code and its scrubbed message.
 */
export function reportFault(error: unknown): { readonly text: string; readonly exitCode: number } {
  if (error instanceof ConfigError) return { text: error.message, exitCode: EXIT.config };
  if (error instanceof AuditBrokenError) return { text: error.message, exitCode: EXIT.data };
  if (
    error instanceof OperatorError ||
    error instanceof DataDirError ||
    error instanceof MigrationError ||
    error instanceof DatabaseSetupError ||
    error instanceof CannotListenError
  ) {
    return { text: error.message, exitCode: EXIT.config };
  }
  const code = databaseCodeOf(error);
  if (code !== null && UNREACHABLE.has(code)) {
    return {
      text: `The database cannot be reached (${code}). Check DATABASE_URL and that the server runs.`,
      exitCode: EXIT.unavailable,
    };
  }
  const refusal = code === null ? undefined : REFUSALS.find(({ codes }) => codes.test(code));
  if (refusal !== undefined) {
    return { text: `${refusal.text} (${code}).`, exitCode: EXIT[refusal.exit] };
  }
  if (error instanceof Error && code === null && UNANSWERED.test(error.message)) {
    return {
      text: 'What listens at DATABASE_URL does not answer as a PostgreSQL server. Check the address and that the server is well.',
      exitCode: EXIT.unavailable,
    };
  }
  if (error instanceof Error && error.message === WITHOUT_TLS) {
    return {
      text: 'The database server offers no TLS, and sslmode in DATABASE_URL asks for it. Turn TLS on at the server, or set sslmode=disable if nobody else can reach the network in between.',
      exitCode: EXIT.config,
    };
  }
  if (code !== null && DISTRUSTED.test(code)) {
    return {
      text: `The certificate of the database server is not trusted (${code}). Give its authority in DATABASE_URL (sslrootcert=FILE) and use the name that the certificate is made out to.`,
      exitCode: EXIT.config,
    };
  }
  const detail = JSON.stringify(describeError(error), null, 2);
  return { text: `zap-login ended by an error of its own:\n${detail}`, exitCode: EXIT.software };
}
