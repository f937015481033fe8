import { Router, type Request } from 'express';
import { z } from 'zod';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { clientAddress, looksLikeToken, userAgent } from '../http/client.js';
import type { AccountDeps } from './deps.js';
import { readJson } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { ProblemError, type Problem } from '../http/problem.js';
import { CodeProof, codeProofOf, ProofInput } from './proof/proof-input.js';
import { requestContext } from '../http/request-context.js';
import type { Words } from '../words/catalogue.js';

const PasswordLogin = z.strictObject({ taxId: z.string(), password: z.string().min(1) });
const NewPassword = z.strictObject({ password: z.string().min(1) });
const PasswordReset = z.union([
  CodeProof.extend({ password: z.string().min(1) }),
  z.strictObject({ token: z.string(), password: z.string().min(1) }),
]);
const SessionId = z.uuid();

type Refusal = Problem | { readonly code: 'weak_password'; readonly reason: keyof Weak };
type Weak = Words['password']['weak'];

/** A password that is refused says why. */
function problemOf(refusal: Refusal, words: Words): Problem {
  if (!('reason' in refusal)) return refusal;
  return { code: refusal.code, detail: words.password.weak[refusal.reason] };
}

/** Password, step-up and devices, for programs in the browser. */
export function createAccountApiRoutes(
  deps: Pick<
    AccountDeps,
    'passwordLogin' | 'changePassword' | 'passwordReset' | 'stepUp' | 'ownSessions'
  > & { readonly binding: BrowserBinding; readonly sessions: BrowserSessions },
): Router {
  const { passwordLogin, changePassword, passwordReset, stepUp, ownSessions } = deps;
  const { binding, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  async function claimsOf(req: Request): Promise<AccessClaims> {
    const checked = await sessions.check(req);
    if (!checked.ok) throw new ProblemError(checked.error);
    return checked.value;
  }

  async function reset(req: Request) {
    const input = readInput(PasswordReset, req.body);
    const { password } = input;
    if ('token' in input) {
      const { token } = input;
      if (!looksLikeToken(token)) throw new ProblemError({ code: 'link_invalid' });
      return passwordReset.byLink({ token, password, address: clientAddress(req) });
    }
    const { challengeId, code } = input;
    const proof = codeProofOf({ challengeId, code });
    return passwordReset.byCode({ ...binding.origin(req), proof, password });
  }

  router
    .route('/api/auth/login')
    .post(...readJson(), async (req, res) => {
      const { taxId: typed, password } = readInput(PasswordLogin, req.body);
      const taxId = parseTaxId(typed);
      if (!taxId.ok) throw new ProblemError({ code: 'invalid_tax_id' });
      const proven = await passwordLogin({
        ...{ taxId: taxId.value, password },
        ...binding.origin(req),
        userAgent: userAgent(req),
      });
      if (!proven.ok) throw new ProblemError(proven.error);
      await sessions.open(req, res, proven.value);
      res.json({ status: 'logged_in' });
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/step-up')
    .post(...readJson(), async (req, res) => {
      const proof = readInput(ProofInput, req.body);
      const proven = await stepUp.byProof({
        claims: await claimsOf(req),
        proof,
        ...binding.origin(req),
        userAgent: userAgent(req),
      });
      if (!proven.ok) throw new ProblemError(proven.error);
      sessions.renew(res, proven.value);
      res.json({ status: 'proven' });
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/password')
    .post(...readJson(), async (req, res) => {
      const { password } = readInput(NewPassword, req.body);
      const changed = await changePassword({ claims: await claimsOf(req), password });
      const { words } = requestContext(res);
      if (!changed.ok) throw new ProblemError(problemOf(changed.error, words));
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/password/reset')
    .post(...readJson(), async (req, res) => {
      const done = await reset(req);
      if (!done.ok) throw new ProblemError(problemOf(done.error, requestContext(res).words));
      await sessions.close(req, res);
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/sessions')
    .get(async (req, res) => {
      const own = await ownSessions.list(await claimsOf(req));
      // `way` is the contract's name for the method.
      res.json({ sessions: own.map(({ method, ...session }) => ({ ...session, way: method })) });
    })
    .all(onlyMethods('GET'));

  router
    .route('/api/auth/sessions/revoke-all')
    .post(async (req, res) => {
      await ownSessions.endAll(await claimsOf(req));
      await sessions.close(req, res);
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/sessions/:id')
    .delete(async (req, res) => {
      const claims = await claimsOf(req);
      const id = SessionId.safeParse(req.params.id);
      const ended = id.success && (await ownSessions.end(claims, id.data));
      if (!ended) throw new ProblemError({ code: 'not_found' });
      if (id.data === claims.sessionId) await sessions.close(req, res);
      res.status(204).end();
    })
    .all(onlyMethods('DELETE'));

  return router;
}
