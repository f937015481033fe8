import { Router } from 'express';
import { z } from 'zod';
import { parseCode } from '#src/domain/challenge.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserSessions } from '../browser-sessions.js';
import type { CodeLogin } from '../code-login.js';
import type { WebDeps } from '../deps.js';
import { readJson } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { ProblemError } from '../problem.js';

const CodeRequest = z.strictObject({
  taxId: z.string(),
  /** The other purposes belong to a session or a pending link, never to this call alone. */
  purpose: z.literal('login').default('login'),
});
const CodeAnswer = z.strictObject({ challengeId: z.uuid(), code: z.string() });

/** Signing in by CPF and code, and the life of a session, for programs in the browser. */
export function createAuthApiRoutes(
  deps: Pick<WebDeps, 'describeMe'> & {
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { describeMe, codeLogin, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/api/auth/whatsapp')
    .post(...readJson(), async (req, res) => {
      const taxId = parseTaxId(readInput(CodeRequest, req.body).taxId);
      if (!taxId.ok) throw new ProblemError({ code: 'invalid_tax_id' });
      const requested = await codeLogin.request(req, res, taxId.value);
      if (!requested.ok) throw new ProblemError(requested.error);
      res.status(202).json(requested.value);
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/whatsapp/verify')
    .post(...readJson(), async (req, res) => {
      const { challengeId, code: typed } = readInput(CodeAnswer, req.body);
      const code = parseCode(typed);
      if (!code.ok) throw new ProblemError({ code: 'invalid_code' });
      const verified = await codeLogin.verify(req, res, { challengeId, code: code.value });
      if (!verified.ok) throw new ProblemError(verified.error);
      res.json({ status: 'logged_in' });
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/refresh')
    .post(async (req, res) => {
      const refreshed = await sessions.refresh(req, res);
      if (!refreshed.ok) throw new ProblemError(refreshed.error);
      res.json({ status: 'logged_in' });
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/logout')
    .post(async (req, res) => {
      await sessions.close(req, res);
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/me')
    .get(async (req, res) => {
      const checked = await sessions.check(req);
      if (!checked.ok) throw new ProblemError(checked.error);
      const me = await describeMe(checked.value);
      if (me === null) throw new ProblemError({ code: 'session_expired' });
      res.json(me);
    })
    .all(onlyMethods('GET'));

  return router;
}
