/**
 * Every field that an event may carry: names, ids and codes only; never a CPF, phone, code, token or text. A field that
 * is not listed here does not compile, and is not written either.
 */
export const LOG_FIELDS = [
  ...[
    'aborted',
    'action',
    'attempt',
    'attempts',
    'cause',
    'changes',
    'chats',
    'code',
    'connection',
  ],
  ...['delayMs', 'detail', 'end', 'epoch', 'failure', 'failures', 'holdMs', 'host', 'kid', 'kind'],
  ...['lateMs', 'media', 'messageId', 'messages', 'method', 'migrations', 'ms', 'parts', 'port'],
  ...['reason', 'requestId', 'role', 'route', 'sentence', 'sessionId', 'signal', 'state', 'status'],
  // `auditEnd`: number and hash of the last row of the audit log, `12:9f86…`.
  'auditEnd',
  // `topic`: the type of an event; `reader`: who reads it; `step`: of the sweep.
  ...['reader', 'step', 'topic', 'type'],
  // Counters of the sweep.
  ...[
    'accounts',
    'adminSessions',
    'challenges',
    'claims',
    'googleSignIns',
    'inbound',
    'loginLinks',
  ],
  ...[
    'allowances',
    'knownBrowsers',
    'loginRequests',
    'numberChanges',
    'numberWaits',
    'outbox',
    'ownerNotices',
    'pendingGoogleLinks',
    'refreshTokens',
  ],
  ...['signingKeys', 'snapshots', 'tries'],
] as const;

export type LogField = (typeof LOG_FIELDS)[number];

type LogValue = string | number | bigint | boolean | null | undefined;

export type LogFields = Readonly<Partial<Record<LogField, LogValue>>>;

/** The fields as they are given, none of which may have another name than the listed ones, spread or not. */
type Listed<Fields> = Fields & {
  readonly [Name in keyof Fields]: Name extends LogField ? LogValue : never;
};

/** Structured events for operators. The field `event` holds the event's name; no other field replaces it. */
export interface EventLog {
  info<Fields extends object = LogFields>(event: string, fields?: Listed<Fields>): void;
  warn<Fields extends object = LogFields>(event: string, fields?: Listed<Fields>): void;
  /** @param fields.error described by name, code and place; its message is scrubbed */
  error<Fields extends object = LogFields>(
    event: string,
    fields: Listed<Omit<Fields, 'error'>> & { readonly error: unknown },
  ): void;
}
