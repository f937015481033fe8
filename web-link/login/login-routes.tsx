import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { ProofRefusal } from '#src/app/proof/proof.js';
import type { BoardStatus } from '#src/app/ports/channel.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { chatUrl } from '../ui/chat-link.js';
import { codeRequestFault } from '../ui/code-fault.js';
import { userAgent } from '../http/client.js';
import type { CodeLogin } from './code-login.js';
import type { Cookies } from '../http/browser/cookies.js';
import type { LoginDeps } from './deps.js';
import { homeOf, wantedPath, withNext, withWait } from '../http/destinations.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { createLoginLoop } from './login-loop.js';
import { WORDS, type Words } from '../words/catalogue.js';
import { openElsewhere } from '../ui/open-elsewhere.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { taxIdFaultOf } from '../ui/tax-id/tax-id-fault.js';
import type { ChannelNotice } from './pages/channel-fault.js';
import { LoginPage } from './pages/login-page.js';
import { LoopPage } from './pages/loop-page.js';
import { PasswordLoginPage } from './pages/password-login-page.js';

/** Two buttons in one form; the code page asks for another code without a password field. */
const LoginForm = z.strictObject({
  taxId: z.string(),
  password: z.string().optional(),
  way: z.enum(['password', 'code']).optional(),
  next: z.string().optional(),
});
type LoginForm = z.infer<typeof LoginForm>;

/** What was typed, and the page that asks for it again. */
interface Typed {
  readonly page: '/login' | '/login/password';
  readonly next: string;
  readonly taxId: string;
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
  deps: Pick<LoginDeps, 'board' | 'log' | 'settings' | 'passwordLogin'> & {
    readonly binding: BrowserBinding;
    readonly cookies: Cookies;
    readonly codeLogin: CodeLogin;
    readonly sessions: BrowserSessions;
    readonly faults: FormFaults;
  },
): Router {
  const { board, log, settings, passwordLogin, binding, cookies, codeLogin, sessions, faults } =
    deps;
  const router = Router({ caseSensitive: true, strict: true });
  const loop = createLoginLoop(cookies);

  async function sendLogin(req: Request, res: Response, next: string): Promise<void> {
    const { words } = requestContext(res);
    const channel = await board.current();
    const page = (
      <LoginPage
        words={words}
        next={next}
        channel={noticeOf(channel)}
        chatUrl={chatUrl(settings, { board: channel, words })}
        waitsForCode={cookies.read(req, 'zl_challenge') !== null}
        google={settings.google}
        elsewhere={openElsewhere(req, res, withNext('/login', next))}
        signedOut={req.query['signed_out'] === '1'}
        {...shownOnce(res, 'taxId', 'taxIdFault', 'fault')}
      />
    );
    sendPage(res, { page });
  }

  async function sendPasswordLogin(_req: Request, res: Response, next: string): Promise<void> {
    const { words } = requestContext(res);
    const page = (
      <PasswordLoginPage
        words={words}
        next={next}
        channel={noticeOf(await board.current())}
        {...shownOnce(res, 'taxId', 'taxIdFault', 'passwordFault', 'fault')}
      />
    );
    sendPage(res, { page });
  }

  function refuse(
    req: Request,
    res: Response,
    { typed, said }: { typed: Typed; said: Readonly<Record<string, string>> },
  ): void {
    const { page, next, taxId } = typed;
    faults.refuse(req, res, { page: withNext(page, next), said, typed: { taxId } });
  }

  async function askCode(
    req: Request,
    res: Response,
    { taxId, typed }: { taxId: TaxId; typed: Typed },
  ): Promise<void> {
    const { words } = requestContext(res);
    const requested = await codeLogin.request(req, res, { subject: { taxId }, purpose: 'login' });
    if (requested.ok) {
      const { challengeId, expiresIn } = requested.value;
      cookies.set(res, 'zl_challenge', { value: challengeId, life: { maxAgeS: expiresIn } });
      res.redirect(303, withWait(withNext('/login/code', typed.next), requested.value));
      return;
    }
    const { error } = requested;
    if (error.code === 'channel_down') {
      // What is left is the password, on a page that says by itself why.
      refuse(req, res, { typed: { ...typed, page: '/login/password' }, said: {} });
      return;
    }
    refuse(req, res, { typed, said: { fault: codeRequestFault(words, error) } });
  }

  async function checkPassword(
    req: Request,
    res: Response,
    { taxId, password, typed }: { taxId: TaxId; password: string; typed: Typed },
  ): Promise<void> {
    const { words } = requestContext(res);
    if (password === '') {
      refuse(req, res, { typed, said: { passwordFault: words.password.missing } });
      return;
    }
    const proven = await passwordLogin({
      ...{ taxId, password },
      ...binding.origin(req),
      userAgent: userAgent(req),
    });
    if (proven.ok) {
      await sessions.open(req, res, proven.value);
      res.redirect(303, typed.next === '' ? homeOf(settings) : typed.next);
      return;
    }
    refuse(req, res, { typed, said: { passwordFault: passwordFaultOf(words, proven.error) } });
  }

  async function enter(req: Request, res: Response, form: LoginForm): Promise<void> {
    const { words } = requestContext(res);
    const { password, way } = form;
    const page = password === undefined ? '/login' : '/login/password';
    const typed: Typed = { page, next: wantedPath(form.next), taxId: form.taxId };
    const taxId = parseTaxId(form.taxId);
    if (!taxId.ok) {
      refuse(req, res, { typed, said: { taxIdFault: taxIdFaultOf(words, taxId.error) } });
      return;
    }
    if (password === undefined || way === 'code') {
      await askCode(req, res, { taxId: taxId.value, typed });
      return;
    }
    await checkPassword(req, res, { taxId: taxId.value, password, typed });
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
    const facts = { publicUrl, cookie: cookies.fullName('zl_access'), loop: WORDS[locale].loop };
    sendPage(res, { page: <LoopPage words={words} destination={destination} {...facts} /> });
  }

  const show =
    (send: typeof sendLogin) =>
    async (req: Request, res: Response): Promise<void> => {
      const next = wantedPath(req.query['next']);
      if ((await sessions.viewer(req, res)) === null) await send(req, res, next);
      else sendOn(req, res, next === '' ? homeOf(settings) : next);
    };

  router.route('/login/password').get(show(sendPasswordLogin)).all(onlyMethods('GET'));

  router
    .route('/login')
    .get(show(sendLogin))
    .post(...readForm(), (req, res) => enter(req, res, readInput(LoginForm, req.body)))
    .all(onlyMethods('GET', 'POST'));

  return router;
}
