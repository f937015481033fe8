import { pino, type DestinationStream } from 'pino';
import { LOG_FIELDS, type EventLog } from '#src/app/ports/event-log.js';
import { describeError, scrub } from './scrub.js';

/** The only fields that reach a log; anything else is dropped, whatever a caller passes. */
const ALLOWED: ReadonlySet<string> = new Set(LOG_FIELDS);

/** Random ids of our own making: safe, and useless when scrubbed. */
const IDS = new Set(['kid', 'messageId', 'requestId', 'sessionId']);
const ID = /^[0-9A-Za-z_-]{1,64}$/;
/**
 * The end of the audit log, number and hash: also written to the operator's log, which the owner of the database table
 * cannot change.
 */
const AUDIT_END = /^[1-9]\d{0,17}:[0-9a-f]{64}$/;

function allowed(fields: object = {}): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields) as [string, unknown][]) {
    if (name === 'error') kept['error'] = describeError(value);
    else if (name === 'auditEnd' && typeof value === 'string' && AUDIT_END.test(value)) {
      kept[name] = value;
    } else if (IDS.has(name) && typeof value === 'string' && ID.test(value)) kept[name] = value;
    else if (ALLOWED.has(name)) kept[name] = typeof value === 'string' ? scrub(value) : value;
  }
  return kept;
}

/** JSON lines for operators, by pino: an allow-list of fields first, scrubbing of texts second. */
export function createEventLog(input: {
  readonly level: string;
  readonly destination?: DestinationStream;
}): EventLog {
  const options = {
    level: input.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = input.destination === undefined ? pino(options) : pino(options, input.destination);
  return {
    // Of what nobody reads no line is made: each request says what it was.
    info: (event, fields) => {
      if (logger.isLevelEnabled('info')) logger.info({ event, ...allowed(fields) });
    },
    warn: (event, fields) => logger.warn({ event, ...allowed(fields) }),
    error: (event, fields) => logger.error({ event, ...allowed(fields) }),
  };
}
