import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Request, type RequestHandler } from 'express';
import { ProblemError } from '../problem.js';

const LIMIT = '16kb';
const MOST_FIELDS = 20;

function refuseBrokenText(_req: IncomingMessage, _res: ServerResponse, body: Buffer): void {
  const fields = [{ field: '*', reason: 'invalid' } as const];
  if (!isUtf8(body)) throw new ProblemError({ code: 'invalid_request', fields });
}

/** For the JSON API: a body that is there must be JSON. */
export function readJson(): readonly RequestHandler[] {
  return [only('application/json'), express.json({ limit: LIMIT, verify: refuseBrokenText })];
}

/** For pages: a body that is there must be a plain form. */
export function readForm(): readonly RequestHandler[] {
  return [
    only('application/x-www-form-urlencoded'),
    express.urlencoded({
      extended: false,
      limit: LIMIT,
      parameterLimit: MOST_FIELDS,
      verify: refuseBrokenText,
    }),
  ];
}

function only(type: string): RequestHandler {
  return (req, _res, next) => {
    const refused = hasBody(req) && req.is(type) === false;
    next(refused ? new ProblemError({ code: 'unsupported_media_type' }) : undefined);
  };
}

/** A form without fields comes with `Content-Length: 0`, which is a body to `req.is`. */
function hasBody(req: Request): boolean {
  const length = req.get('content-length');
  return req.get('transfer-encoding') !== undefined || (length !== undefined && length !== '0');
}
