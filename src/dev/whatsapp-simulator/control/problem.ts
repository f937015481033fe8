import type { ErrorRequestHandler, RequestHandler } from 'express';

/** An answer that is not a success, sent as problem+json (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
  }
}

export const notFound: RequestHandler = (request) => {
  throw new Problem(404, 'not-found', `There is no ${request.method} ${request.path}`);
};

/** Turns whatever a route threw into problem+json; bugs are reported and told as 500 without detail. */
export function answerProblems(failed: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = toProblem(error);
    if (problem.status === 500) failed(error);
    const { status, code, message } = problem;
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', status, code, title: code, detail: message }));
  };
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = clientErrorStatus(error);
  if (status === 413) return new Problem(413, 'too-large', 'The body is larger than 64 kB');
  if (status === 415) return new Problem(415, 'bad-encoding', 'The encoding is not supported');
  if (status !== undefined)
    return new Problem(400, 'bad-request', 'The request is not well-formed');
  return new Problem(500, 'internal', 'Something went wrong in the simulator');
}

/** Express and its parsers mark what the client did wrong with a 4xx status. */
function clientErrorStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
