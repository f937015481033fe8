import { Router } from 'express';
import { ProblemError } from '../http/problem.js';

/**
 * Without a client id there is no sign-in by Google; programs that try get an answer that says so, not only "not
 * found".
 */
export function createGoogleOffRoutes(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.all(['/api/auth/google', '/api/auth/google/*rest'], (_req, _res, next) => {
    next(new ProblemError({ code: 'google_not_configured' }));
  });
  return router;
}
