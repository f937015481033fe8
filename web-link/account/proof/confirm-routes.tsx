import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Proof } from '#src/app/proof/proof.js';
import type { StepUpRefusal } from '#src/app/proof/step-up.js';
import { stepUpMethods } from '#src/app/sign-in/methods.js';
import { parseCode } from '#src/domain/challenge.js';
import type { BrowserBinding } from '../../http/browser/browser-binding.js';
import type { BrowserSessions } from '../../http/browser/browser-sessions.js';
import { userAgent } from '../../http/client.js';
import { codeFaultOf, codeRequestFault } from '../../ui/code-fault.js';
import type { CodeLogin } from '../../login/code-login.js';
import type { Cookies } from '../../http/browser/cookies.js';
import type { AccountDeps } from '../deps.js';
import { heldIn, wantedPath, withWait } from '../../http/destinations.js';
import { shownOnce, type FormFaults } from '../../http/form-faults.js';
import { openElsewhere } from '../../ui/open-elsewhere.js';
import { readForm } from '../../http/middleware/bodies.js';
import { onlyMethods } from '../../http/middleware/only-methods.js';
import { readInput } from '../../http/middleware/read-input.js';
import { confirmFor } from '../../http/middleware/require-fresh-proof.js';
import {
  askToSignIn,
  createRequireSession,
  sessionClaims,
} from '../../http/middleware/require-session.js';
import { requestContext } from '../../http/request-context.js';
import { sendPage } from '../../http/send-page.js';
import { ConfirmPage } from './confirm-page.js';

const ChallengeId = z.uuid();
const ConfirmForm = z.union([
  z.strictObject({ then: z.string(), password: z.string() }),
  z.strictObject({ then: z.string(), code: z.string() }),
]);
const ThenForm = z.strictObject({ then: z.string() });

interface Refused {
  readonly then: string;
  readonly said: Readonly<Partial<Record<'passwordFault' | 'codeFault' | 'fault', string>>>;
}

/** The page that asks for another proof, and the ways to give it. */
export function createConfirmRoutes(
  deps: Pick<AccountDeps, 'stepUp' | 'describeMe' | 'settings'> & {
    readonly cookies: Cookies;
    readonly binding: BrowserBinding;
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { stepUp, describeMe, settings, cookies, binding, codeLogin, sessions, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const requireSession = createRequireSession(sessions);
  const thenOf = (then: unknown): string => wantedPath(then) || '/account';

  async function sendConfirm(req: Request, res: Response): Promise<void> {
    const { words } = requestContext(res);
    const me = await describeMe(sessionClaims(res));
    if (me === null) {
      await askToSignIn(req, res, sessions);
      return;
    }
    const offers = stepUpMethods(me.methods.map(({ method }) => method));
    const page = (
      <ConfirmPage
        words={words}
        offers={offers.filter((name) => name !== 'google' || settings.google)}
        elsewhere={openElsewhere(req, res, confirmFor(thenOf(req.query['then'])))}
        waitsForCode={cookies.read(req, 'zl_confirm') !== null}
        then={thenOf(req.query['then'])}
        {...heldIn(req, res)}
        {...shownOnce(res, 'passwordFault', 'codeFault', 'fault')}
      />
    );
    sendPage(res, { page });
  }

  const again = (req: Request, res: Response, { then, said }: Refused): void =>
    faults.refuse(req, res, { page: confirmFor(then), said });

  async function refuse(
    req: Request,
    res: Response,
    { refusal, then }: { refusal: StepUpRefusal; then: string },
  ): Promise<void> {
    const { words } = requestContext(res);
    switch (refusal.code) {
      case 'session_expired':
        await askToSignIn(req, res, sessions);
        return;
      case 'wrong_password': {
        const passwordFault = words.account.confirm.wrongPassword;
        again(req, res, { then, said: { passwordFault } });
        return;
      }
      case 'wrong_code':
      case 'challenge_expired':
      case 'challenge_exhausted':
      case 'too_many_requests': {
        const { text, isOver } = codeFaultOf(words, refusal);
        if (isOver) cookies.clear(res, 'zl_confirm');
        const said = isOver || 'retryAfterS' in refusal ? { fault: text } : { codeFault: text };
        again(req, res, { then, said });
        return;
      }
    }
  }

  async function prove(
    req: Request,
    res: Response,
    { proof, then }: { proof: Proof; then: string },
  ): Promise<void> {
    const proven = await stepUp.byProof({
      claims: sessionClaims(res),
      proof,
      ...binding.origin(req),
      userAgent: userAgent(req),
    });
    if (!proven.ok) {
      await refuse(req, res, { refusal: proven.error, then });
      return;
    }
    sessions.renew(res, proven.value);
    cookies.clear(res, 'zl_confirm');
    res.redirect(303, then);
  }

  async function confirm(req: Request, res: Response): Promise<void> {
    const form = readInput(ConfirmForm, req.body);
    const then = thenOf(form.then);
    if ('password' in form) {
      await prove(req, res, { proof: { type: 'password', password: form.password }, then });
      return;
    }
    const { words } = requestContext(res);
    const code = parseCode(form.code);
    if (!code.ok) {
      again(req, res, { then, said: { codeFault: words.code.malformed } });
      return;
    }
    const id = ChallengeId.safeParse(cookies.read(req, 'zl_confirm'));
    if (!id.success) {
      await refuse(req, res, { refusal: { code: 'challenge_expired' }, then });
      return;
    }
    const proof = { type: 'code', challengeId: id.data, code: code.value } as const;
    await prove(req, res, { proof, then });
  }

  async function askCode(req: Request, res: Response): Promise<void> {
    const then = thenOf(readInput(ThenForm, req.body).then);
    const { accountId } = sessionClaims(res);
    const asked = { subject: { accountId }, purpose: 'step_up' } as const;
    const requested = await codeLogin.request(req, res, asked);
    if (requested.ok) {
      const { challengeId, expiresIn } = requested.value;
      cookies.set(res, 'zl_confirm', { value: challengeId, life: { maxAgeS: expiresIn } });
      res.redirect(303, withWait(confirmFor(then), requested.value));
      return;
    }
    const fault = codeRequestFault(requestContext(res).words, requested.error);
    again(req, res, { then, said: { fault } });
  }

  router
    .route('/account/confirm')
    .get(requireSession, sendConfirm)
    .post(requireSession, ...readForm(), confirm)
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/account/confirm/code')
    .post(requireSession, ...readForm(), askCode)
    .all(onlyMethods('POST'));

  return router;
}
