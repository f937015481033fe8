import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Proof } from '#src/app/proof/proof.js';
import type { UnlinkRefusal } from '#src/app/sign-in/google/unlink.js';
import { parseCode } from '#src/domain/challenge.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { codeFaultOf, codeRequestFault } from '../ui/code-fault.js';
import type { CodeLogin } from '../login/code-login.js';
import type { GoogleDeps, GoogleFlow } from './deps.js';
import { heldIn, withWait } from '../http/destinations.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import type { GoogleLogin } from './login.js';
import { googleFaultWords } from './problem.js';
import { openElsewhere } from '../ui/open-elsewhere.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { createRequireFreshProof } from '../http/middleware/require-fresh-proof.js';
import { createRequireSession, sessionClaims } from '../http/middleware/require-session.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { GoogleAddPage, GoogleUnlinkPage } from './pages/account-pages.js';

const PAGE = '/account/google/unlink';
const UnlinkForm = z.union([
  z.strictObject({ password: z.string() }),
  z.strictObject({ code: z.string() }),
]);
const NoFields = z.strictObject({});

type Said = Readonly<Partial<Record<'passwordFault' | 'codeFault' | 'fault', string>>>;

/** Google as a way in, for who is signed in: adding it after a fresh proof, taking it away with a proof of its own. */
export function createGoogleAccountRoutes(
  deps: Pick<GoogleDeps, 'describeMe' | 'stepUp'> & {
    readonly googleFlow: GoogleFlow;
    readonly googleLogin: GoogleLogin;
    readonly codeLogin: CodeLogin;
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { describeMe, googleFlow, googleLogin, codeLogin, binding, sessions, faults } = deps;
  const requireSession = createRequireSession(sessions);
  const router = Router({ caseSensitive: true, strict: true });

  async function sendUnlink(req: Request, res: Response): Promise<void> {
    const { words } = requestContext(res);
    const me = await describeMe(sessionClaims(res));
    const page = (
      <GoogleUnlinkPage
        words={words}
        hasPassword={me?.methods.some(({ method }) => method === 'password') ?? false}
        waitsForCode={googleLogin.challenge(req) !== null}
        {...heldIn(req, res)}
        {...shownOnce(res, 'passwordFault', 'codeFault', 'fault')}
      />
    );
    sendPage(res, { page });
  }

  const again = (req: Request, res: Response, said: Said): void =>
    faults.refuse(req, res, { page: PAGE, said });

  /** @returns null when what was typed is no proof at all */
  function proofIn(req: Request, form: z.infer<typeof UnlinkForm>): Proof | null {
    if ('password' in form) return { type: 'password', password: form.password };
    const code = parseCode(form.code);
    const challengeId = googleLogin.challenge(req);
    return code.ok && challengeId !== null ? { type: 'code', challengeId, code: code.value } : null;
  }

  function refuse(req: Request, res: Response, refusal: UnlinkRefusal): void {
    const { words } = requestContext(res);
    switch (refusal.code) {
      case 'wrong_password':
        again(req, res, { passwordFault: words.problems.wrong_password });
        return;
      case 'wrong_code':
        again(req, res, { codeFault: codeFaultOf(words, refusal).text });
        return;
      case 'challenge_expired':
      case 'challenge_exhausted':
      case 'too_many_requests':
        again(req, res, { fault: codeFaultOf(words, refusal).text });
        return;
      case 'not_found':
      case 'last_way_in':
        again(req, res, { fault: googleFaultWords(refusal, words).text });
    }
  }

  router
    .route('/account/google/link')
    .get(requireSession, createRequireFreshProof(deps), (req, res) => {
      const elsewhere = openElsewhere(req, res, '/account/google/link');
      const { words } = requestContext(res);
      sendPage(res, { page: <GoogleAddPage words={words} elsewhere={elsewhere} /> });
    })
    .all(onlyMethods('GET'));

  router
    .route(PAGE)
    .get(requireSession, sendUnlink)
    .post(requireSession, ...readForm(), async (req, res) => {
      const proof = proofIn(req, readInput(UnlinkForm, req.body));
      if (proof === null) {
        again(req, res, { codeFault: requestContext(res).words.code.malformed });
        return;
      }
      const unlinked = await googleFlow.unlink({
        claims: sessionClaims(res),
        proof,
        ...binding.origin(req),
      });
      if (!unlinked.ok) {
        refuse(req, res, unlinked.error);
        return;
      }
      googleLogin.forgetLink(res);
      res.redirect(303, '/account?done=unlinked');
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route(`${PAGE}/code`)
    .post(requireSession, ...readForm(), async (req, res) => {
      readInput(NoFields, req.body);
      const { accountId } = sessionClaims(res);
      const subject = { accountId };
      const requested = await codeLogin.request(req, res, { subject, purpose: 'unlink' });
      if (requested.ok) {
        const { challengeId, expiresIn } = requested.value;
        googleLogin.keepChallenge(res, challengeId, expiresIn);
        res.redirect(303, withWait(PAGE, requested.value));
        return;
      }
      again(req, res, { fault: codeRequestFault(requestContext(res).words, requested.error) });
    })
    .all(onlyMethods('POST'));

  return router;
}
