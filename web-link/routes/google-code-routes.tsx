import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LinkRefusal } from '#src/app/google-link.js';
import { parseCode } from '#src/domain/challenge.js';
import { errorStatus } from '#src/domain/error-code.js';
import { codeFaultOf, type CodeFault } from '../code-fault.js';
import type { WebDeps } from '../deps.js';
import { homeOf, waitIn } from '../destinations.js';
import { createSendGoogleFault } from '../google-answer.js';
import type { GoogleLogin } from '../google-login.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { GoogleCodePage } from '../views/google-code-page.js';
import type { Words } from '../words.js';

const CodeForm = z.strictObject({ code: z.string() });

/** What can be said on this page; everything else ends the way by Google. */
function faultOf(words: Words, refusal: LinkRefusal): CodeFault | null {
  switch (refusal.code) {
    case 'wrong_code':
    case 'challenge_expired':
    case 'challenge_exhausted':
    case 'too_many_requests':
      return codeFaultOf(words, refusal);
    case 'wrong_password':
    case 'google_link_expired':
    case 'account_contested':
    case 'conflict':
      return null;
  }
}

/** The code that links, typed in the browser that asked for it. */
export function createGoogleCodeRoutes(
  deps: Pick<WebDeps, 'board' | 'settings'> & { readonly googleLogin: GoogleLogin },
): Router {
  const { settings, googleLogin } = deps;
  const sendFault = createSendGoogleFault(deps);
  const router = Router({ caseSensitive: true, strict: true });

  function sendCode(
    res: Response,
    input: { fault?: CodeFault; status?: number; waitS?: number | null },
  ): void {
    const { fault, status, waitS = null } = input;
    const { words } = requestContext(res);
    const faults = fault && { fault: fault.text, isOver: fault.isOver };
    const page = <GoogleCodePage words={words} waitS={waitS} {...faults} />;
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  async function sendRefusal(req: Request, res: Response, refusal: LinkRefusal): Promise<void> {
    const fault = faultOf(requestContext(res).words, refusal);
    if (fault === null) {
      googleLogin.forgetLink(res);
      await sendFault(req, res, { refusal, isSignedIn: false });
      return;
    }
    if ('retryAfterS' in refusal) res.set('Retry-After', refusal.retryAfterS.toString());
    sendCode(res, { fault, status: errorStatus(refusal.code) });
  }

  router
    .route('/google/link/code')
    .get(async (req, res) => {
      const isOpen = googleLogin.challenge(req) !== null && (await googleLogin.pending(req));
      if (isOpen) sendCode(res, { waitS: waitIn(req) });
      else res.redirect(303, '/google/link');
    })
    .post(...readForm(), async (req, res) => {
      const typed = readInput(CodeForm, req.body).code;
      const [linkId, challengeId] = [googleLogin.linkId(req), googleLogin.challenge(req)];
      const code = parseCode(typed);
      if (linkId === null || challengeId === null) {
        const over = linkId === null ? 'google_link_expired' : 'challenge_expired';
        await sendRefusal(req, res, { code: over });
      } else if (!code.ok) {
        const fault = { text: requestContext(res).words.code.malformed, isOver: false };
        sendCode(res, { fault, status: errorStatus('invalid_code') });
      } else {
        const proof = { type: 'code', challengeId, code: code.value } as const;
        const linked = await googleLogin.link(req, res, { linkId, taxId: null, proof });
        if (linked.ok) res.redirect(303, linked.value === '' ? homeOf(settings) : linked.value);
        else await sendRefusal(req, res, linked.error);
      }
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
