import { Router, type Response } from 'express';
import { z } from 'zod';
import { parseCode } from '#src/domain/challenge.js';
import { errorStatus } from '#src/domain/error-code.js';
import { chatUrl } from '../chat-link.js';
import { codeFaultOf, type CodeFault } from '../code-fault.js';
import type { CodeLogin } from '../code-login.js';
import type { Cookies } from '../cookies.js';
import type { WebDeps } from '../deps.js';
import { homeOf, waitIn, wantedPath, withNext } from '../destinations.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { CodePage } from '../views/code-page.js';

const CodeForm = z.strictObject({ code: z.string(), next: z.string().optional() });
const ChallengeId = z.uuid();

/** The second step of the login page. Its challenge is in a short-lived cookie. */
export function createCodeRoutes(
  deps: Pick<WebDeps, 'board' | 'settings'> & {
    readonly cookies: Cookies;
    readonly codeLogin: CodeLogin;
  },
): Router {
  const { board, settings, cookies, codeLogin } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  async function sendCode(
    res: Response,
    input: {
      readonly next: string;
      readonly fault?: CodeFault;
      readonly status?: number;
      /** Seconds until another code may be asked for, where none went out. */
      readonly waitS?: number | null;
    },
  ): Promise<void> {
    const { words } = requestContext(res);
    const { next, fault, status, waitS = null } = input;
    const url = chatUrl(settings, { board: await board.current(), words });
    const faults = fault && { fault: fault.text, isOver: fault.isOver };
    const page = <CodePage {...{ words, next, waitS }} chatUrl={url} {...faults} />;
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  router
    .route('/login/code')
    .get(async (req, res) => {
      const next = wantedPath(req.query['next']);
      if (cookies.read(req, 'zl_challenge') === null) res.redirect(303, withNext('/login', next));
      else await sendCode(res, { next, waitS: waitIn(req) });
    })
    .post(...readForm(), async (req, res) => {
      const { words } = requestContext(res);
      const form = readInput(CodeForm, req.body);
      const next = wantedPath(form.next);
      const code = parseCode(form.code);
      if (!code.ok) {
        const fault = { text: words.code.malformed, isOver: false };
        await sendCode(res, { next, fault, status: errorStatus('invalid_code') });
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
      const { error } = verified;
      const fault = codeFaultOf(words, error);
      if (fault.isOver) cookies.clear(res, 'zl_challenge');
      if ('retryAfterS' in error) res.set('Retry-After', error.retryAfterS.toString());
      await sendCode(res, { next, fault, status: errorStatus(error.code) });
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
