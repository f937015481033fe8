import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Proof } from '#src/app/check-proof.js';
import type { UnlinkRefusal } from '#src/app/google-unlink.js';
import { parseCode } from '#src/domain/challenge.js';
import { errorStatus } from '#src/domain/error-code.js';
import type { BrowserBinding } from '../browser-binding.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { codeFaultOf } from '../code-fault.js';
import type { CodeLogin } from '../code-login.js';
import type { GoogleDoors, WebDeps } from '../deps.js';
import { heldIn, withWait } from '../destinations.js';
import { createSendGoogleFault } from '../google-answer.js';
import type { GoogleLogin } from '../google-login.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { createRequireFreshProof } from '../middleware/require-fresh-proof.js';
import { createRequireSession, sessionClaims } from '../middleware/require-session.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { GoogleAddPage, GoogleUnlinkPage } from '../views/google-account-pages.js';

const UnlinkForm = z.union([
  z.strictObject({ password: z.string() }),
  z.strictObject({ code: z.string() }),
]);
const NoFields = z.strictObject({});

interface Shown {
  readonly status?: number;
  readonly passwordFault?: string;
  readonly codeFault?: string;
  readonly fault?: string;
}

/** Google as a way in, for who is signed in: adding it after a fresh proof, taking it away with a proof of its own. */
export function createGoogleAccountRoutes(
  deps: Pick<WebDeps, 'board' | 'settings' | 'describeMe' | 'stepUp'> & {
    readonly doors: GoogleDoors;
    readonly googleLogin: GoogleLogin;
    readonly codeLogin: CodeLogin;
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { describeMe, doors, googleLogin, codeLogin, binding, sessions } = deps;
  const sendFault = createSendGoogleFault(deps);
  const requireSession = createRequireSession(sessions);
  const router = Router({ caseSensitive: true, strict: true });

  async function sendUnlink(req: Request, res: Response, shown: Shown): Promise<void> {
    const { words } = requestContext(res);
    const { status, ...rest } = shown;
    const me = await describeMe(sessionClaims(res));
    const page = (
      <GoogleUnlinkPage
        words={words}
        hasPassword={me?.methods.some(({ method }) => method === 'password') ?? false}
        waitsForCode={googleLogin.challenge(req) !== null}
        {...rest}
      />
    );
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  /** @returns null when what was typed is no proof at all; the page has said so */
  function proofIn(req: Request, form: z.infer<typeof UnlinkForm>): Proof | null {
    if ('password' in form) return { type: 'password', password: form.password };
    const code = parseCode(form.code);
    const challengeId = googleLogin.challenge(req);
    return code.ok && challengeId !== null ? { type: 'code', challengeId, code: code.value } : null;
  }

  async function refuse(req: Request, res: Response, refusal: UnlinkRefusal): Promise<void> {
    const { words } = requestContext(res);
    const status = errorStatus(refusal.code);
    if ('retryAfterS' in refusal) res.set('Retry-After', refusal.retryAfterS.toString());
    switch (refusal.code) {
      case 'wrong_password':
        return sendUnlink(req, res, { passwordFault: words.problems.wrong_password, status });
      case 'wrong_code':
        return sendUnlink(req, res, { codeFault: codeFaultOf(words, refusal).text, status });
      case 'challenge_expired':
      case 'challenge_exhausted':
      case 'too_many_requests':
        return sendUnlink(req, res, { fault: codeFaultOf(words, refusal).text, status });
      case 'not_found':
      case 'last_way_in':
        return sendFault(req, res, { refusal, isSignedIn: true });
    }
  }

  router
    .route('/account/google/link')
    .get(requireSession, createRequireFreshProof(deps), (_req, res) => {
      sendPage(res, { page: <GoogleAddPage words={requestContext(res).words} /> });
    })
    .all(onlyMethods('GET'));

  router
    .route('/account/google/unlink')
    .get(requireSession, (req, res) => sendUnlink(req, res, heldIn(req, res)))
    .post(requireSession, ...readForm(), async (req, res) => {
      const proof = proofIn(req, readInput(UnlinkForm, req.body));
      if (proof === null) {
        const codeFault = requestContext(res).words.code.malformed;
        await sendUnlink(req, res, { codeFault, status: errorStatus('invalid_code') });
        return;
      }
      const unlinked = await doors.unlink({
        claims: sessionClaims(res),
        proof,
        ...binding.origin(req),
      });
      if (!unlinked.ok) {
        await refuse(req, res, unlinked.error);
        return;
      }
      googleLogin.forgetLink(res);
      res.redirect(303, '/account?done=unlinked');
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/account/google/unlink/code')
    .post(requireSession, ...readForm(), async (req, res) => {
      readInput(NoFields, req.body);
      const { accountId } = sessionClaims(res);
      const subject = { accountId };
      const requested = await codeLogin.request(req, res, { subject, purpose: 'unlink' });
      if (requested.ok) {
        const { challengeId, expiresIn } = requested.value;
        googleLogin.keepChallenge(res, challengeId, expiresIn);
        res.redirect(303, withWait('/account/google/unlink', requested.value));
        return;
      }
      const { error } = requested;
      const { words } = requestContext(res);
      const status = errorStatus(error.code);
      if (error.code === 'channel_down') {
        await sendUnlink(req, res, { fault: words.problems.channel_down, status });
        return;
      }
      res.set('Retry-After', error.retryAfterS.toString());
      const fault = words.login.tooMany(words.wait(error.retryAfterS));
      await sendUnlink(req, res, { fault, status });
    })
    .all(onlyMethods('POST'));

  return router;
}
