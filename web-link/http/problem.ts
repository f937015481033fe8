import type { Request, Response } from 'express';
import { errorStatus, errorTitle, type ErrorCode } from '#src/domain/error-code.js';
import { requestContext } from './request-context.js';

/**
 * A field of the body (`*`: the body as a whole, or a field it should not have; `?`: the query) and why it is refused.
 */
export interface FieldFault {
  readonly field: string;
  readonly reason: 'missing' | 'invalid' | 'unknown';
}

export interface Problem {
  readonly code: ErrorCode;
  /** For people, in the language of the site; by default the words of the code. */
  readonly detail?: string;
  /** Seconds; becomes the `Retry-After` header, too. */
  readonly retryAfterS?: number;
  /** Of a wrong code: how many tries are left. */
  readonly attemptsLeft?: number;
  /** Of `confirmation_required`: whose account it opens, "P••• S•••". */
  readonly maskedName?: string;
  /** Of `invalid_request`: which fields, never what was in them. */
  readonly fields?: readonly FieldFault[];
}

/** An expected refusal that a middleware or a route throws; the error handler answers it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Answers `application/problem+json` (RFC 9457) with the status of the code. */
export function sendProblem(res: Response, problem: Problem): void {
  const { requestId, words } = requestContext(res);
  const { code, retryAfterS, attemptsLeft, maskedName, fields } = problem;
  if (retryAfterS !== undefined) res.set('Retry-After', retryAfterS.toString());
  const body = {
    type: `urn:zap-login:problem:${code}`,
    title: errorTitle(code),
    status: errorStatus(code),
    code,
    detail: problem.detail ?? words.problems[code],
    requestId,
    ...(retryAfterS !== undefined && { retryAfter: retryAfterS }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
    ...(maskedName !== undefined && { maskedName }),
    ...(fields !== undefined && { errors: fields }),
  };
  res.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

const MACHINE_PATH = /^\/(?:api|\.well-known)(?:\/|$)|^\/(?:healthz|readyz)$/;

/** Programs get problem+json; people get a page. */
export function wantsProblem(req: Request): boolean {
  if (MACHINE_PATH.test(req.path)) return true;
  return req.accepts(['html', 'json', 'application/problem+json']) !== 'html';
}
