import { describeError } from '#src/adapters/logging/scrub.js';
import { databaseCodeOf } from '#src/adapters/postgres/database-error.js';
import { OperatorFault } from '#src/app/ports/operator-fault.js';
import { ConfigError } from '#src/config/config.js';
import type { Locale } from '#src/domain/locale.js';
import { AuditBrokenError } from './commands/verify-audit-log.js';
import { TERMINAL_WORDS, type TerminalWords } from './words/catalogue.js';

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
  readonly say: keyof TerminalWords['database']['refused'];
}[] = [
  { codes: /^28/, exit: 'config', say: 'password' },
  { codes: /^3D000$/, exit: 'config', say: 'database' },
  { codes: /^42501$/, exit: 'config', say: 'right' },
  { codes: /^53300$/, exit: 'unavailable', say: 'connections' },
  { codes: /^53/, exit: 'unavailable', say: 'room' },
  { codes: /^57P/, exit: 'unavailable', say: 'starting' },
  { codes: /^25006$/, exit: 'unavailable', say: 'readOnly' },
  { codes: /^(?:55P03|57014)$/, exit: 'unavailable', say: 'slow' },
  { codes: /^08/, exit: 'config', say: 'connection' },
];

/** How the driver (pg 8) says that `sslmode` asks for what the server does not have. */
const WITHOUT_TLS = 'The server does not support SSL connections';

/**
 * Of Node's TLS: the server showed a certificate that no trusted authority has signed, or one of another name or time.
 */
const DISTRUSTED =
  /^(?:(?:DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)|CERT_|ERR_TLS_CERT_ALTNAME_INVALID)/;

interface FaultReport {
  readonly text: string;
  readonly exitCode: number;
}

/**
 * What an operator is told when the program cannot start or go on: what is wrong and what to do.
 * Anything that is not a known fault is a bug: its place in the code and its scrubbed message.
 */
export function reportFault(error: unknown, locale: Locale): FaultReport {
  if (error instanceof ConfigError) return { text: error.message, exitCode: EXIT.config };
  if (error instanceof OperatorFault) {
    const exitCode = error instanceof AuditBrokenError ? EXIT.data : EXIT.config;
    return { text: error.told[locale], exitCode };
  }
  const words = TERMINAL_WORDS[locale];
  const ofDatabase = databaseFault(error, words.database);
  if (ofDatabase !== null) return ofDatabase;
  const detail = JSON.stringify(describeError(error), null, 2);
  return { text: words.ownError(detail), exitCode: EXIT.software };
}

/** What the driver or the way to the server says, or null: it is something else. */
function databaseFault(error: unknown, words: TerminalWords['database']): FaultReport | null {
  const code = databaseCodeOf(error);
  if (code === null) {
    if (!(error instanceof Error)) return null;
    if (UNANSWERED.test(error.message)) {
      return { text: words.unanswered, exitCode: EXIT.unavailable };
    }
    return error.message === WITHOUT_TLS ? { text: words.withoutTls, exitCode: EXIT.config } : null;
  }
  if (UNREACHABLE.has(code)) {
    return { text: words.unreachable(code), exitCode: EXIT.unavailable };
  }
  const refusal = REFUSALS.find(({ codes }) => codes.test(code));
  if (refusal !== undefined) {
    return { text: `${words.refused[refusal.say]} (${code}).`, exitCode: EXIT[refusal.exit] };
  }
  return DISTRUSTED.test(code) ? { text: words.distrusted(code), exitCode: EXIT.config } : null;
}
