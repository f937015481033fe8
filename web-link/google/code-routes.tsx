import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LinkRefusal } from '#src/app/sign-in/google/link.js';
import { parseCode } from '#src/domain/challenge.js';
import { codeFaultOf, type CodeFault } from '../ui/code-fault.js';
import type { GoogleDeps } from './deps.js';
import { homeOf, waitIn } from '../http/destinations.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import type { GoogleLogin } from './login.js';
import { googleFaultWords } from './problem.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { GoogleCodePage } from './pages/code-page.js';
import type { Words } from '../words/catalogue.js';

const LINK = '/google/link';
const PAGE = `${LINK}/code`;
const CodeForm = z.strictObject({ code: z.string() });

/** The faults that this page can show; every other one ends the sign-in by Google. */
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
  deps: Pick<GoogleDeps, 'settings'> & {
    readonly googleLogin: GoogleLogin;
    readonly faults: FormFaults;
  },
): Router {
  const { settings, googleLogin, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  async function sendCode(req: Request, res: Response): Promise<void> {
    const shown = shownOnce(res, 'codeFault', 'fault', 'over');
    const isOpen = googleLogin.challenge(req) !== null && (await googleLogin.pending(req));
    if (!isOpen && Object.keys(shown).length === 0) {
      res.redirect(303, LINK);
      return;
    }
    const { words } = requestContext(res);
    sendPage(res, { page: <GoogleCodePage words={words} waitS={waitIn(req)} {...shown} /> });
  }

  function again(req: Request, res: Response, { text, isOver }: CodeFault): void {
    faults.refuse(req, res, { page: PAGE, said: isOver ? { over: text } : { codeFault: text } });
  }

  function refuse(req: Request, res: Response, refusal: LinkRefusal): void {
    const { words } = requestContext(res);
    const fault = faultOf(words, refusal);
    if (fault !== null) {
      again(req, res, fault);
      return;
    }
    googleLogin.forgetLink(res);
    if (refusal.code === 'google_link_expired') {
      // The page itself says so.
      res.redirect(303, LINK);
      return;
    }
    const { title, text } = googleFaultWords(refusal, words);
    faults.refuse(req, res, { page: LINK, said: { title, fault: text } });
  }

  router
    .route(PAGE)
    .get(sendCode)
    .post(...readForm(), async (req, res) => {
      const typed = readInput(CodeForm, req.body).code;
      const [linkId, challengeId] = [googleLogin.linkId(req), googleLogin.challenge(req)];
      const code = parseCode(typed);
      if (linkId === null || challengeId === null) {
        const over = linkId === null ? 'google_link_expired' : 'challenge_expired';
        refuse(req, res, { code: over });
      } else if (!code.ok) {
        again(req, res, { text: requestContext(res).words.code.malformed, isOver: false });
      } else {
        const proof = { type: 'code', challengeId, code: code.value } as const;
        const linked = await googleLogin.link(req, res, { linkId, taxId: null, proof });
        if (linked.ok) res.redirect(303, linked.value === '' ? homeOf(settings) : linked.value);
        else refuse(req, res, linked.error);
      }
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
