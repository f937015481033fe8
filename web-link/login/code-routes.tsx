import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseCode } from '#src/domain/challenge.js';
import { chatUrl } from '../ui/chat-link.js';
import { codeFaultOf, type CodeFault } from '../ui/code-fault.js';
import type { CodeLogin } from './code-login.js';
import type { Cookies } from '../http/browser/cookies.js';
import type { LoginDeps } from './deps.js';
import { homeOf, waitIn, wantedPath, withNext } from '../http/destinations.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { CodePage } from './pages/code-page.js';

const CodeForm = z.strictObject({ code: z.string(), next: z.string().optional() });
const ChallengeId = z.uuid();

/** The second step of the login page. Its challenge is in a short-lived cookie. */
export function createCodeRoutes(
  deps: Pick<LoginDeps, 'board' | 'settings'> & {
    readonly cookies: Cookies;
    readonly codeLogin: CodeLogin;
    readonly faults: FormFaults;
  },
): Router {
  const { board, settings, cookies, codeLogin, faults } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  async function sendCode(req: Request, res: Response, next: string): Promise<void> {
    const { words } = requestContext(res);
    const shown = shownOnce(res, 'codeFault', 'fault', 'over');
    const isWaiting = cookies.read(req, 'zl_challenge') !== null;
    if (!isWaiting && Object.keys(shown).length === 0) {
      res.redirect(303, withNext('/login', next));
      return;
    }
    const url = chatUrl(settings, { board: await board.current(), words });
    const waitS = waitIn(req);
    sendPage(res, { page: <CodePage {...{ words, next, waitS }} chatUrl={url} {...shown} /> });
  }

  function refuse(
    req: Request,
    res: Response,
    { next, fault }: { readonly next: string; readonly fault: CodeFault },
  ): void {
    if (fault.isOver) cookies.clear(res, 'zl_challenge');
    const said = fault.isOver ? { over: fault.text } : { codeFault: fault.text };
    faults.refuse(req, res, { page: withNext('/login/code', next), said });
  }

  router
    .route('/login/code')
    .get((req, res) => sendCode(req, res, wantedPath(req.query['next'])))
    .post(...readForm(), async (req, res) => {
      const { words } = requestContext(res);
      const form = readInput(CodeForm, req.body);
      const next = wantedPath(form.next);
      const code = parseCode(form.code);
      if (!code.ok) {
        refuse(req, res, { next, fault: { text: words.code.malformed, isOver: false } });
        return;
      }
      const challengeId = ChallengeId.safeParse(cookies.read(req, 'zl_challenge'));
      const verified = challengeId.success
        ? await codeLogin.verify(req, res, { challengeId: challengeId.data, code: code.value })
        : ({ ok: false, error: { code: 'challenge_expired' } } as const);
      if (verified.ok) {
        res.redirect(303, next === '' ? homeOf(settings) : next);
        return;
      }
      refuse(req, res, { next, fault: codeFaultOf(words, verified.error) });
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
