import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { EventLog } from '#src/app/ports/event-log.js';
import { TooBusyError } from '#src/app/ports/crypto/password-hasher.js';
import { errorStatus } from '#src/domain/error-code.js';
import { ProblemError, sendProblem, wantsProblem, type Problem } from '../problem.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { ErrorPage } from '#web-link/ui/error-page.js';

/** After the last route. */
export const answerNotFound: RequestHandler = (_req, _res, next) => {
  next(new ProblemError({ code: 'not_found' }));
};

/** What body-parser calls its refusals. */
const REFUSED_BODIES: Readonly<Record<string, Problem['code']>> = {
  'entity.too.large': 'payload_too_large',
  'parameters.too.many': 'payload_too_large',
  'charset.unsupported': 'unsupported_media_type',
  'encoding.unsupported': 'unsupported_media_type',
};

interface HttpFault {
  readonly status?: unknown;
  readonly type?: unknown;
}

/** Until a database that restarts or fails over is usually back. */
const DATABASE_BACK_IN_S = 10;

function problemOf(error: unknown, isUnavailable: (error: unknown) => boolean): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof TooBusyError) return { code: 'too_busy', retryAfterS: error.retryAfterS };
  if (isUnavailable(error)) return { code: 'unavailable', retryAfterS: DATABASE_BACK_IN_S };
  const { status, type } = (error instanceof Error ? error : {}) as HttpFault;
  const refused = typeof type === 'string' ? REFUSED_BODIES[type] : undefined;
  if (refused !== undefined) return { code: refused };
  const isClientFault = typeof status === 'number' && status >= 400 && status < 500;
  if (!isClientFault) return { code: 'internal_error' };
  return { code: 'invalid_request', fields: [{ field: '*', reason: 'invalid' }] };
}

/**
 * The one place where errors become answers: problem+json for programs, a page for people. What
 * broke stays in the log under the request's id (security case 50).
 */
export function createAnswerErrors(deps: {
  readonly log: EventLog;
  /** Whether an error only says that the database cannot serve now: 503 and not 500. */
  readonly isUnavailable: (error: unknown) => boolean;
}): ErrorRequestHandler {
  const { log, isUnavailable } = deps;
  return (error: unknown, req, res, _next) => {
    const problem = problemOf(error, isUnavailable);
    const { requestId, words, settings } = requestContext(res);
    if (problem.code === 'internal_error') log.error('http.failed', { requestId, error });
    if (problem.code === 'unavailable') log.error('http.unavailable', { requestId, error });
    if (res.headersSent) {
      // An answer that stops half-way must not look whole.
      res.destroy();
      return;
    }
    if (wantsProblem(req)) {
      sendProblem(res, problem);
      return;
    }
    const { code, retryAfterS } = problem;
    if (retryAfterS !== undefined) res.set('Retry-After', retryAfterS.toString());
    const { publicUrl } = settings;
    const page = (
      <ErrorPage words={words} code={code} publicUrl={publicUrl} requestId={requestId} />
    );
    sendPage(res, { page, status: errorStatus(code) });
  };
}
