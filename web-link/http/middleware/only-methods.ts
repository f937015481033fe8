import type { RequestHandler } from 'express';
import { ProblemError } from '../problem.js';

/** The last handler of a route: any other method gets 405 and learns which would do (RFC 9110 §15.5.6). */
export function onlyMethods(...methods: readonly ('GET' | 'POST' | 'DELETE')[]): RequestHandler {
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return (req, res, next) => {
    res.set('Allow', allow.join(', '));
    if (req.method === 'OPTIONS') {
      res.status(204).end();
      return;
    }
    next(new ProblemError({ code: 'method_not_allowed' }));
  };
}
