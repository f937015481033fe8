import { Router, type Request } from 'express';
import { z } from 'zod';
import type { ProofSubject } from '#src/app/proof/proof.js';
import { CODE_PURPOSES } from '#src/app/sign-in/methods.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { CodeProof, codeProofOf } from '../account/proof/proof-input.js';
import type { CodeLogin } from './code-login.js';
import type { LoginDeps } from './deps.js';
import { readJson } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { ProblemError } from '../http/problem.js';

const PURPOSES = Object.keys(CODE_PURPOSES) as (keyof typeof CODE_PURPOSES)[];
const CodeRequest = z.strictObject({
  /** Whose code it is; the signed-in account's own where one is signed in for the purpose. */
  taxId: z.string().optional(),
  purpose: z.enum(PURPOSES).default('login'),
});

/** Signing in by CPF and code, and the life of a session, for programs in the browser. */
export function createAuthApiRoutes(
  deps: Pick<LoginDeps, 'describeMe' | 'hasPendingLink'> & {
    readonly binding: BrowserBinding;
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { describeMe, hasPendingLink, binding, codeLogin, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  /**
   * Whose code is asked for. Who is signed in gets codes for the own account only, whatever CPF the call names; a link
   * needs Google's word in this browser first.
   */
  async function subjectOf(
    req: Request,
    { taxId, purpose }: z.infer<typeof CodeRequest>,
  ): Promise<ProofSubject> {
    const askedBy = CODE_PURPOSES[purpose];
    if (askedBy === 'session') {
      const checked = await sessions.check(req);
      if (!checked.ok) throw new ProblemError(checked.error);
      return { accountId: checked.value.accountId };
    }
    if (askedBy === 'pending_link') {
      const token = binding.read(req);
      const isPending = token !== null && (await hasPendingLink(token));
      if (!isPending) throw new ProblemError({ code: 'link_expired' });
    }
    if (taxId === undefined) throw new ProblemError({ code: 'invalid_request' });
    const parsed = parseTaxId(taxId);
    if (!parsed.ok) throw new ProblemError({ code: 'invalid_tax_id' });
    return { taxId: parsed.value };
  }

  router
    .route('/api/auth/whatsapp')
    .post(...readJson(), async (req, res) => {
      const { taxId, purpose } = readInput(CodeRequest, req.body);
      const subject = await subjectOf(req, { taxId, purpose });
      const requested = await codeLogin.request(req, res, { subject, purpose });
      if (!requested.ok) throw new ProblemError(requested.error);
      res.status(202).json(requested.value);
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/whatsapp/verify')
    .post(...readJson(), async (req, res) => {
      const { challengeId, code } = codeProofOf(readInput(CodeProof, req.body));
      const verified = await codeLogin.verify(req, res, { challengeId, code });
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
