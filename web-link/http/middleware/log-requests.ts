import type { Request, RequestHandler } from 'express';
import type { EventLog } from '#src/app/ports/event-log.js';
import { requestContext } from '../request-context.js';

/** The pattern, never the URL: `/l/:token` and not the token (security case 31). */
function routeOf(req: Request): string {
  const route = req.route as { readonly path?: unknown } | undefined;
  if (typeof route?.path === 'string') return route.path;
  return req.path.startsWith('/public/') ? '/public' : 'none';
}

/** One event for each request when its answer has gone out, or when the client went away. */
export function createLogRequests(log: EventLog): RequestHandler {
  return (req, res, next) => {
    // A duration, not a time of day: a stopwatch of the process.
    const startedAt = performance.now();
    res.on('close', () => {
      log.info('http.request', {
        method: req.method,
        route: routeOf(req),
        status: res.statusCode,
        ms: Math.round(performance.now() - startedAt),
        requestId: requestContext(res).requestId,
        ...(!res.writableFinished && { aborted: true }),
      });
    });
    next();
  };
}
