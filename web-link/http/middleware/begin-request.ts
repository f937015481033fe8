import type { RequestHandler } from 'express';
import { wordsFor } from '#web-link/words/catalogue.js';
import type { HttpDeps } from '../deps.js';
import { setRequestContext } from '../request-context.js';

/** The first of all: an id of our own, never one that the client sent (it would end up in logs). */
export function createBeginRequest({
  random,
  settings,
}: Pick<HttpDeps, 'random' | 'settings'>): RequestHandler {
  const words = wordsFor(settings);
  return (_req, res, next) => {
    const requestId = random.id();
    setRequestContext(res, { requestId, words, settings });
    res.set('X-Request-Id', requestId);
    next();
  };
}
