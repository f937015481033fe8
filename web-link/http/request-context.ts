import type { Response } from 'express';
import type { WebSettings } from '../settings.js';
import type { Words } from '../words/catalogue.js';

/** What every middleware and route may know about the request at hand. */
export interface RequestContext {
  /** Our own, never the client's: it is written to logs and answers. */
  readonly requestId: string;
  readonly words: Words;
  readonly settings: Pick<WebSettings, 'publicUrl' | 'dashboardUrl' | 'locale'>;
}

export function setRequestContext(res: Response, context: RequestContext): void {
  res.locals['context'] = context;
}

/** Present in every handler: the middleware that sets it is the first of the server. */
export function requestContext(res: Response): RequestContext {
  return res.locals['context'] as RequestContext;
}
