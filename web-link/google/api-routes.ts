import { Router } from 'express';
import { z } from 'zod';
import type { LinkProof } from '#src/app/sign-in/google/link.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import type { GoogleFlow } from './deps.js';
import type { GoogleLogin } from './login.js';
import { CodeProof, codeProofOf, passwordProofOf } from '../account/proof/proof-input.js';
import { googleProblem } from './problem.js';
import { readJson } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { ProblemError } from '../http/problem.js';
import { requestContext } from '../http/request-context.js';

/** Google's ID tokens have about a kilobyte, its access tokens a quarter of that. */
const token = z.string().min(1).max(8192);
const SignIn = z.union([z.strictObject({ credential: token }), z.strictObject({ token })]);
const Password = z.strictObject({ password: z.string() });
const Unlink = z.union([Password.transform(passwordProofOf), CodeProof.transform(codeProofOf)]);
const linkId = z.uuid();
const Link = z.union([
  Password.extend({ linkId, taxId: z.string() }),
  CodeProof.extend({ linkId }),
]);

function linkProof(input: z.infer<typeof Link>): LinkProof {
  if ('challengeId' in input) return { taxId: null, proof: codeProofOf(input) };
  const taxId = parseTaxId(input.taxId);
  if (!taxId.ok) throw new ProblemError({ code: 'invalid_tax_id' });
  return { taxId: taxId.value, proof: passwordProofOf(input) };
}

/** Google for programs in the browser that talk to Google by themselves. */
export function createGoogleApiRoutes(deps: {
  readonly googleFlow: GoogleFlow;
  readonly googleLogin: GoogleLogin;
  readonly binding: BrowserBinding;
  readonly sessions: BrowserSessions;
}): Router {
  const { googleFlow, googleLogin, binding, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  router
    .route('/api/auth/google')
    .post(...readJson(), async (req, res) => {
      const arrived = await googleLogin.byToken(req, res, readInput(SignIn, req.body));
      if (!arrived.ok) {
        throw new ProblemError(googleProblem(arrived.error, requestContext(res).words));
      }
      if (arrived.value.kind === 'signed_in') {
        res.json({ status: 'logged_in' });
        return;
      }
      const { linkId: id, profile } = arrived.value;
      const about = { googleName: profile.name, googleEmail: profile.email };
      res.json({ status: 'require_linking', linkId: id, ...about });
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/google/link')
    .post(...readJson(), async (req, res) => {
      const input = readInput(Link, req.body);
      const linked = await googleLogin.link(req, res, {
        linkId: input.linkId,
        ...linkProof(input),
      });
      if (!linked.ok) {
        throw new ProblemError(googleProblem(linked.error, requestContext(res).words));
      }
      res.json({ status: 'logged_in', action: 'link' });
    })
    .all(onlyMethods('POST'));

  router
    .route('/api/auth/google/unlink')
    .post(...readJson(), async (req, res) => {
      const proof = readInput(Unlink, req.body);
      const checked = await sessions.check(req);
      if (!checked.ok) throw new ProblemError(checked.error);
      const unlinked = await googleFlow.unlink({
        claims: checked.value,
        proof,
        ...binding.origin(req),
      });
      if (!unlinked.ok) {
        throw new ProblemError(googleProblem(unlinked.error, requestContext(res).words));
      }
      res.status(204).end();
    })
    .all(onlyMethods('POST'));

  return router;
}
