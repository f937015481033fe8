import { describeError } from '#src/adapters/logging/scrub.js';
import { DataDirError } from '#src/adapters/postgres/data-dir-error.js';
import { MigrationError } from '#src/adapters/postgres/migration-runner.js';
import { ConfigError } from '#src/config/config.js';
import { CannotListenError } from '#web-link/cannot-listen.js';
import { OperatorError } from './operator-error.js';
import { AuditBrokenError } from './verify-audit-log.js';

/** Exit codes after sysexits.h, so that a supervisor can tell a mistake from a breakdown. */
export const EXIT = { data: 65, config: 78, unavailable: 69, software: 70 } as const;

const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', 'ECONNRESET']);

/** How the driver (pg 8, pg-pool 3) says, without a code, that what listens there gave no answer it knows. */
const UNANSWERED =
  /^Connection terminated|^timeout exceeded when trying to connect|^received invalid response/;

/** How the driver (pg 8) says that `sslmode` asks for what the server does not have. */
const WITHOUT_TLS = 'The server does not support SSL connections';

/** Of Node's TLS: the server showed a certificate that nobody here vouches for, or one of another name or time. */
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
    error instanceof CannotListenError
  ) {
    return { text: error.message, exitCode: EXIT.config };
  }
  const code = codeOf(error);
  if (code !== null && UNREACHABLE.has(code)) {
    return {
      text: `The database cannot be reached (${code}). Check DATABASE_URL and that the server runs.`,
      exitCode: EXIT.unavailable,
    };
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
  if (code?.startsWith('28') === true) {
    return {
      text: 'The database refuses the user or password in DATABASE_URL.',
      exitCode: EXIT.config,
    };
  }
  if (code === '3D000') {
    return { text: 'The database named in DATABASE_URL does not exist.', exitCode: EXIT.config };
  }
  const detail = JSON.stringify(describeError(error), null, 2);
  return { text: `zap-login ended by an error of its own:\n${detail}`, exitCode: EXIT.software };
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return error.cause === undefined ? null : codeOf(error.cause);
}
