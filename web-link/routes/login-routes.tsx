import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ProofRefusal } from '#src/app/check-proof.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import { errorStatus } from '#src/domain/error-code.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../browser-binding.js';
import type { BrowserSessions } from '../browser-sessions.js';
import { chatUrl } from '../chat-link.js';
import { userAgent } from '../client.js';
import type { CodeLogin } from '../code-login.js';
import type { Cookies } from '../cookies.js';
import type { WebDeps } from '../deps.js';
import { homeOf, wantedPath, withNext, withWait } from '../destinations.js';
import { createLoginLoop } from '../login-loop.js';
import { loopWords } from '../loop-words.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { taxIdFaultOf } from '../tax-id-fault.js';
import { LoginPage, type ChannelNotice } from '../views/login-page.js';
import { LoopPage } from '../views/loop-page.js';
import type { Words } from '../words.js';

/** Two buttons in one form; the code page asks for another code without a password field. */
const LoginForm = z.strictObject({
  taxId: z.string(),
  password: z.string().optional(),
  way: z.enum(['password', 'code']).optional(),
  next: z.string().optional(),
});
type LoginForm = z.infer<typeof LoginForm>;

interface Shown {
  readonly next: string;
  readonly status?: number;
  readonly taxId?: string;
  readonly taxIdFault?: string;
  readonly passwordFault?: string;
  readonly fault?: string;
}

function noticeOf({ state, heldUntil }: BoardStatus): ChannelNotice {
  if (state !== 'open') return 'down';
  return heldUntil === null ? 'up' : 'held';
}

function passwordFaultOf(words: Words, refusal: ProofRefusal): string {
  const { password } = words;
  return 'retryAfterS' in refusal
    ? password.tooMany(words.wait(refusal.retryAfterS))
    : password.wrong;
}

/** The login page: CPF or CNPJ with password or code. Nothing that is typed is ever in a URL. */
export function createLoginRoutes(
  deps: Pick<WebDeps, 'board' | 'log' | 'settings' | 'passwordLogin'> & {
    readonly binding: BrowserBinding;
    readonly cookies: Cookies;
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
  },
): Router {
  const { board, log, settings, passwordLogin, binding, cookies, codeLogin, sessions } = deps;
  const router = Router({ caseSensitive: true, strict: true });
  const loop = createLoginLoop(cookies);

  async function sendLogin(req: Request, res: Response, shown: Shown): Promise<void> {
    const { words } = requestContext(res);
    const { status, ...rest } = shown;
    const channel = await board.current();
    const page = (
      <LoginPage
        words={words}
        channel={noticeOf(channel)}
        chatUrl={chatUrl(channel, words)}
        waitsForCode={cookies.read(req, 'zl_challenge') !== null}
        google={settings.google}
        signedOut={req.query['signed_out'] === '1'}
        {...rest}
      />
    );
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  async function askCode(
    req: Request,
    res: Response,
    { taxId, shown }: { taxId: TaxId; shown: Shown },
  ): Promise<void> {
    const { words } = requestContext(res);
    const requested = await codeLogin.request(req, res, { subject: { taxId }, purpose: 'login' });
    if (requested.ok) {
      const { challengeId, expiresIn } = requested.value;
      cookies.set(res, 'zl_challenge', { value: challengeId, life: { maxAgeS: expiresIn } });
      res.redirect(303, withWait(withNext('/login/code', shown.next), requested.value));
      return;
    }
    const { error } = requested;
    const again = { ...shown, status: errorStatus(error.code) };
    if (error.code === 'channel_down') {
      await sendLogin(req, res, again);
      return;
    }
    res.set('Retry-After', error.retryAfterS.toString());
    const fault = words.login.tooMany(words.wait(error.retryAfterS));
    await sendLogin(req, res, { ...again, fault });
  }

  async function checkPassword(
    req: Request,
    res: Response,
    { taxId, password, shown }: { taxId: TaxId; password: string; shown: Shown },
  ): Promise<void> {
    const { words } = requestContext(res);
    if (password === '') {
      const passwordFault = words.password.missing;
      await sendLogin(req, res, { ...shown, passwordFault, status: 400 });
      return;
    }
    const proven = await passwordLogin({
      ...{ taxId, password },
      ...binding.origin(req),
      userAgent: userAgent(req),
    });
    if (proven.ok) {
      await sessions.open(req, res, proven.value);
      res.redirect(303, shown.next === '' ? homeOf(settings) : shown.next);
      return;
    }
    const { error } = proven;
    if ('retryAfterS' in error) res.set('Retry-After', error.retryAfterS.toString());
    const passwordFault = passwordFaultOf(words, error);
    await sendLogin(req, res, { ...shown, passwordFault, status: errorStatus(error.code) });
  }

  async function enter(req: Request, res: Response, form: LoginForm): Promise<void> {
    const { words } = requestContext(res);
    const shown = { next: wantedPath(form.next), taxId: form.taxId };
    const taxId = parseTaxId(form.taxId);
    if (!taxId.ok) {
      const taxIdFault = taxIdFaultOf(words, taxId.error);
      await sendLogin(req, res, { ...shown, taxIdFault, status: 400 });
      return;
    }
    const { password, way } = form;
    if (password === undefined || way === 'code') {
      await askCode(req, res, { taxId: taxId.value, shown });
      return;
    }
    await checkPassword(req, res, { taxId: taxId.value, password, shown });
  }

  /** Who is signed in goes on, unless the application keeps sending them back. */
  function sendOn(req: Request, res: Response, destination: string): void {
    if (!loop.closes(req, res, destination)) {
      res.redirect(303, destination);
      return;
    }
    log.warn('login.redirect_loop', {});
    const { words } = requestContext(res);
    const { publicUrl, locale } = settings;
    const facts = { publicUrl, cookie: cookies.fullName('zl_access'), loop: loopWords(locale) };
    sendPage(res, { page: <LoopPage words={words} destination={destination} {...facts} /> });
  }

  router
    .route('/login')
    .get(async (req, res) => {
      const next = wantedPath(req.query['next']);
      if ((await sessions.viewer(req, res)) === null) {
        await sendLogin(req, res, { next });
        return;
      }
      sendOn(req, res, next === '' ? homeOf(settings) : next);
    })
    .post(...readForm(), (req, res) => enter(req, res, readInput(LoginForm, req.body)))
    .all(onlyMethods('GET', 'POST'));

  return router;
}
