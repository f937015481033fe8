import { Router, type Request, type Response } from 'express';
import type { GoogleAnswer, GoogleReturn } from '#src/app/sign-in/google/callback.js';
import type { StartRefusal } from '#src/app/sign-in/google/start.js';
import type { AccessClaims } from '#src/app/ports/crypto/access-tokens.js';
import { fail, type Result } from '#src/domain/result.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { clientAddress, userAgent } from '../http/client.js';
import type { GoogleDeps, GoogleFlow } from './deps.js';
import { homeOf, wantedPath, withNext } from '../http/destinations.js';
import { createSendGoogleFault } from './send-fault.js';
import type { GoogleLogin } from './login.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { confirmFor } from '../http/middleware/require-fresh-proof.js';
import { openElsewhere } from '../ui/open-elsewhere.js';
import { ProblemError } from '../http/problem.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { OpenElsewherePage } from '../ui/open-elsewhere-notice.js';

const ACCOUNT = '/account';
const PAGE_OR_PROBLEM = ['html', 'json', 'application/problem+json'];

function textIn(req: Request, name: string): string | null {
  const value = req.query[name];
  return typeof value === 'string' ? value : null;
}

/** RFC 6749 §4.1.2 and RFC 9207. Anything else in the query is Google's own business. */
function answerIn(req: Request): GoogleAnswer {
  return {
    state: textIn(req, 'state'),
    code: textIn(req, 'code'),
    error: textIn(req, 'error'),
    issuer: textIn(req, 'iss'),
  };
}

/** A page of another site must not start what changes an account; typed addresses and our own pages may. */
function comesFromElsewhere(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Our page with the button for this intent; null for an unknown intent. */
function pageThatLeadsHere(req: Request): string | null {
  const next = wantedPath(req.query['next']);
  switch (textIn(req, 'intent') ?? 'login') {
    case 'login':
      return withNext('/login', next);
    case 'link':
      return `${ACCOUNT}/google/link`;
    case 'step_up':
      return confirmFor(next || ACCOUNT);
    default:
      return null;
  }
}

/** To Google and back (RFC 9700 §2.1), by redirects of the whole page. */
export function createGoogleRoutes(
  deps: Pick<GoogleDeps, 'board' | 'settings'> & {
    readonly googleFlow: GoogleFlow;
    readonly googleLogin: GoogleLogin;
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { settings, googleFlow, googleLogin, binding, sessions } = deps;
  const sendFault = createSendGoogleFault(deps);
  const router = Router({ caseSensitive: true, strict: true });

  /**
   * Inside another app Google refuses every sign-in: the page says so before anything begins. @returns whether it did
   */
  function sayElsewhere(req: Request, res: Response): boolean {
    const from = pageThatLeadsHere(req);
    const elsewhere = from === null ? null : openElsewhere(req, res, from);
    if (from === null || elsewhere === null || req.accepts(PAGE_OR_PROBLEM) !== 'html')
      return false;
    const { words } = requestContext(res);
    const { otherWays, backToAccount, inApp } = words.google;
    const back =
      textIn(req, 'intent') === 'link'
        ? { href: ACCOUNT, label: backToAccount }
        : { href: from, label: from.startsWith(ACCOUNT) ? inApp.back : otherWays };
    sendPage(res, { page: <OpenElsewherePage {...{ words, elsewhere, back }} /> });
    return true;
  }

  async function begin(req: Request, viewer: AccessClaims | null) {
    const next = wantedPath(req.query['next']);
    const request = { next: next === '' ? null : next, browserToken: binding.read(req) };
    const intent = textIn(req, 'intent') ?? 'login';
    if (intent === 'login')
      return googleFlow.start.toSignIn({ ...request, address: clientAddress(req) });
    if (intent !== 'link' && intent !== 'step_up') {
      throw new ProblemError({ code: 'invalid_request' });
    }
    if (comesFromElsewhere(req)) throw new ProblemError({ code: 'forbidden_origin' });
    const refused: Result<never, StartRefusal> = fail({ code: 'session_expired' });
    if (viewer === null) return refused;
    const asked = { ...request, claims: viewer };
    return intent === 'link'
      ? googleFlow.start.toLinkSession(asked)
      : googleFlow.start.toStepUp(asked);
  }

  /** Redirects to the page that follows each result. */
  async function goOn(req: Request, res: Response, done: GoogleReturn): Promise<void> {
    const next = wantedPath(done.next);
    const home = next === '' ? homeOf(settings) : next;
    switch (done.kind) {
      case 'signed_in':
        await sessions.open(req, res, done.signedIn);
        res.redirect(303, home);
        return;
      case 'require_linking':
        googleLogin.keepLink(res, done);
        res.redirect(303, '/google/link');
        return;
      case 'linked':
        res.redirect(303, next === '' ? `${ACCOUNT}?done=linked` : home);
        return;
      case 'stepped_up':
        await sessions.open(req, res, done.signedIn);
        res.redirect(303, next === '' ? ACCOUNT : next);
        return;
      case 'cancelled':
        res.redirect(303, done.intent === 'login' ? withNext('/login', next) : next || ACCOUNT);
        return;
    }
  }

  router
    .route('/api/auth/google/start')
    .get(async (req, res) => {
      if (sayElsewhere(req, res)) return;
      const viewer = await sessions.viewer(req, res);
      const started = await begin(req, viewer);
      if (started.ok) googleLogin.redirectToGoogle(res, started.value);
      else await sendFault(req, res, { refusal: started.error, isSignedIn: viewer !== null });
    })
    .all(onlyMethods('GET'));

  router
    .route('/api/auth/google/callback')
    .get(async (req, res) => {
      const viewer = await sessions.viewer(req, res);
      const answer = answerIn(req);
      const returned = await googleFlow.callback({
        answer,
        browserToken: googleLogin.returning(req, res, answer.state),
        viewer,
        userAgent: userAgent(req),
      });
      if (returned.ok) await goOn(req, res, returned.value);
      else await sendFault(req, res, { refusal: returned.error, isSignedIn: viewer !== null });
    })
    .all(onlyMethods('GET'));

  return router;
}
