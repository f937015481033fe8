import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { BoardStatus } from '#src/app/ports/channel.js';
import { errorStatus } from '#src/domain/error-code.js';
import { parseTaxId } from '#src/domain/tax-id.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { chatUrl } from '../chat-link.js';
import type { CodeLogin } from '../code-login.js';
import type { Cookies } from '../cookies.js';
import type { WebDeps } from '../deps.js';
import { homeOf, wantedPath, withNext } from '../destinations.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { LoginPage, type ChannelNotice } from '../views/login-page.js';
import type { Words } from '../words.js';

const LoginForm = z.strictObject({ taxId: z.string(), next: z.string().optional() });

type TaxIdRefusal = Extract<ReturnType<typeof parseTaxId>, { ok: false }>['error'];

function taxIdFaultOf(words: Words, { code }: TaxIdRefusal): string {
  switch (code) {
    case 'tax_id_missing':
      return words.login.taxIdMissing;
    case 'tax_id_wrong_length':
      return words.login.taxIdWrongLength;
    case 'tax_id_wrong_digit':
      return words.login.taxIdWrongDigit;
  }
}

function noticeOf({ state, heldUntil }: BoardStatus): ChannelNotice {
  if (state !== 'open') return 'down';
  return heldUntil === null ? 'up' : 'held';
}

/** The login page: asks for the CPF or CNPJ. Neither it nor the challenge is ever in a URL. */
export function createLoginRoutes(
  deps: Pick<WebDeps, 'board' | 'settings'> & {
    readonly cookies: Cookies;
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { board, settings, cookies, codeLogin, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });

  async function sendLogin(
    req: Request,
    res: Response,
    input: {
      readonly next: string;
      readonly status?: number;
      readonly taxId?: string;
      readonly taxIdFault?: string;
      readonly fault?: string;
    },
  ): Promise<void> {
    const { words } = requestContext(res);
    const { status, ...rest } = input;
    const channel = await board.current();
    const page = (
      <LoginPage
        words={words}
        channel={noticeOf(channel)}
        chatUrl={chatUrl(channel, words)}
        waitsForCode={cookies.read(req, 'zl_challenge') !== null}
        signedOut={req.query['signed_out'] === '1'}
        {...rest}
      />
    );
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  router
    .route('/login')
    .get(async (req, res) => {
      const next = wantedPath(req.query['next']);
      if ((await sessions.viewer(req, res)) === null) {
        await sendLogin(req, res, { next });
        return;
      }
      res.redirect(303, next === '' ? homeOf(settings) : next);
    })
    .post(...readForm(), async (req, res) => {
      const { words } = requestContext(res);
      const form = readInput(LoginForm, req.body);
      const next = wantedPath(form.next);
      const taxId = parseTaxId(form.taxId);
      if (!taxId.ok) {
        const taxIdFault = taxIdFaultOf(words, taxId.error);
        await sendLogin(req, res, { next, taxId: form.taxId, taxIdFault, status: 400 });
        return;
      }
      const requested = await codeLogin.request(req, res, {
        subject: { taxId: taxId.value },
        purpose: 'login',
      });
      if (requested.ok) {
        const { challengeId, expiresIn } = requested.value;
        const life = { maxAgeS: expiresIn };
        cookies.set(res, 'zl_challenge', { value: challengeId, life });
        res.redirect(303, withNext('/login/code', next));
        return;
      }
      const { error } = requested;
      const again = { next, taxId: form.taxId, status: errorStatus(error.code) };
      if (error.code === 'channel_down') {
        await sendLogin(req, res, again);
        return;
      }
      res.set('Retry-After', error.retryAfterS.toString());
      const fault = words.login.tooMany(words.wait(error.retryAfterS));
      await sendLogin(req, res, { ...again, fault });
    })
    .all(onlyMethods('GET', 'POST'));

  return router;
}
