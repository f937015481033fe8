import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import { wantedPath } from '../http/destinations.js';
import { readJson } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { ProblemError } from '../http/problem.js';
import { requestContext } from '../http/request-context.js';
import type { RequestStreams } from './request-streams.js';
import { completionProblem, type WhatsAppLogin } from './request-login.js';

const RequestInput = z.strictObject({ next: z.string().optional() });
/** `confirm`: the person saw the masked name that the refusal carried, and said yes. */
const CompleteInput = z.strictObject({ confirm: z.boolean().optional() });
const RequestId = z.uuid();

/** @throws ProblemError `not_found` for what cannot be the id of a request */
function requestIdOf(req: Request<{ id: string }>): string {
  const id = RequestId.safeParse(req.params.id);
  if (!id.success) throw new ProblemError({ code: 'not_found' });
  return id.data;
}

/** Inbound-first login for programs in the browser: ask, wait, complete. */
export function createRequestApiRoutes({
  whatsAppLogin,
  streams,
  binding,
}: {
  readonly whatsAppLogin: WhatsAppLogin;
  readonly streams: RequestStreams;
  readonly binding: BrowserBinding;
}): Router {
  const router = Router({ caseSensitive: true, strict: true });

  async function watch(req: Request<{ id: string }>, res: Response): Promise<void> {
    const requestId = requestIdOf(req);
    const browserToken = binding.read(req);
    const state = await whatsAppLogin.state(req, requestId);
    // Another browser gets the same answer as for a request that does not exist.
    if (browserToken === null || state === null) throw new ProblemError({ code: 'not_found' });
    if (req.method === 'HEAD') res.type('text/event-stream').end();
    else await streams.open({ requestId, browserToken, res });
  }

  router
    .route('/api/auth/requests')
    .post(...readJson(), async (req, res) => {
      const { next } = readInput(RequestInput, req.body);
      const asked = await whatsAppLogin.ask(req, res, wantedPath(next));
      if (!asked.ok) throw new ProblemError(asked.error);
      res.status(201).json(asked.value);
    })
    .all(onlyMethods('POST'));

  router.route('/api/auth/requests/:id/events').get(watch).all(onlyMethods('GET'));

  router
    .route('/api/auth/requests/:id/complete')
    .post(...readJson(), async (req: Request<{ id: string }>, res: Response) => {
      const requestId = requestIdOf(req);
      const { confirm: confirmed = false } = readInput(CompleteInput, req.body);
      const completed = await whatsAppLogin.complete(req, res, { requestId, confirmed });
      if (!completed.ok) {
        throw new ProblemError(completionProblem(completed.error, requestContext(res).words));
      }
      res.json({ status: 'logged_in' });
    })
    .all(onlyMethods('POST'));

  return router;
}
