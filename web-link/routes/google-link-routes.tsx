import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LinkRefusal } from '#src/app/google-link.js';
import type { PendingGoogleLink } from '#src/app/ports/pending-google-links.js';
import { errorStatus } from '#src/domain/error-code.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import { chatUrl } from '../chat-link.js';
import type { CodeLogin } from '../code-login.js';
import type { WebDeps } from '../deps.js';
import { homeOf, withWait } from '../destinations.js';
import { createSendGoogleFault } from '../google-answer.js';
import type { GoogleLogin } from '../google-login.js';
import { readForm } from '../middleware/bodies.js';
import { onlyMethods } from '../middleware/only-methods.js';
import { readInput } from '../middleware/read-input.js';
import { requestContext } from '../request-context.js';
import { sendPage } from '../send-page.js';
import { taxIdFaultOf } from '../tax-id-fault.js';
import { GoogleLinkPage } from '../views/google-link-page.js';

const LinkForm = z.strictObject({
  taxId: z.string(),
  password: z.string(),
  way: z.enum(['password', 'code']).default('password'),
});
const NoFields = z.strictObject({});

interface Shown {
  readonly taxId?: string;
  readonly taxIdFault?: string;
  readonly passwordFault?: string;
  readonly fault?: string;
  readonly status?: number;
}

/** Google's word for a name may be anything; what is no name is not repeated. */
function shownName({ profile }: PendingGoogleLink): string | null {
  const name = parsePersonName(profile.name ?? '');
  return name.ok ? name.value : null;
}

/** "Confirme seu CPF": the first time somebody comes by Google. The pending link is named by a cookie. */
export function createGoogleLinkRoutes(
  deps: Pick<WebDeps, 'board' | 'settings'> & {
    readonly googleLogin: GoogleLogin;
    readonly codeLogin: CodeLogin;
  },
): Router {
  const { board, settings, googleLogin, codeLogin } = deps;
  const sendFault = createSendGoogleFault(deps);
  const router = Router({ caseSensitive: true, strict: true });

  async function sendOver(req: Request, res: Response): Promise<void> {
    googleLogin.forgetLink(res);
    await sendFault(req, res, { refusal: { code: 'google_link_expired' }, isSignedIn: false });
  }

  async function sendLink(req: Request, res: Response, shown: Shown): Promise<void> {
    const pending = await googleLogin.pending(req);
    if (pending === null) {
      await sendOver(req, res);
      return;
    }
    const { words } = requestContext(res);
    const { status, ...rest } = shown;
    const channel = await board.current();
    const page = (
      <GoogleLinkPage
        words={words}
        name={shownName(pending)}
        hasCodes={channel.state === 'open' && channel.heldUntil === null}
        chatUrl={channel.state === 'open' ? chatUrl(settings, { board: channel, words }) : null}
        {...rest}
      />
    );
    sendPage(res, { page, ...(status !== undefined && { status }) });
  }

  async function askCode(req: Request, res: Response, asked: { taxId: TaxId; typed: string }) {
    const { words } = requestContext(res);
    // Nobody gets a message out of us whom Google has not vouched for in this browser.
    if ((await googleLogin.pending(req)) === null) {
      await sendOver(req, res);
      return;
    }
    const { taxId, typed } = asked;
    const requested = await codeLogin.request(req, res, { subject: { taxId }, purpose: 'link' });
    if (requested.ok) {
      const { challengeId, expiresIn } = requested.value;
      googleLogin.keepChallenge(res, challengeId, expiresIn);
      res.redirect(303, withWait('/google/link/code', requested.value));
      return;
    }
    const { error } = requested;
    const again = { taxId: typed, status: errorStatus(error.code) };
    if (error.code === 'channel_down') {
      await sendLink(req, res, again);
      return;
    }
    res.set('Retry-After', error.retryAfterS.toString());
    const fault = words.login.tooMany(words.wait(error.retryAfterS));
    await sendLink(req, res, { ...again, fault });
  }

  async function sendRefusal(
    req: Request,
    res: Response,
    { refusal, typed }: { readonly refusal: LinkRefusal; readonly typed: string },
  ): Promise<void> {
    const { words } = requestContext(res);
    const again = { taxId: typed, status: errorStatus(refusal.code) };
    if (refusal.code === 'wrong_password') {
      await sendLink(req, res, { ...again, passwordFault: words.google.wrongPassword });
    } else if (refusal.code === 'too_many_requests') {
      res.set('Retry-After', refusal.retryAfterS.toString());
      const fault = words.google.tooMany(words.wait(refusal.retryAfterS));
      await sendLink(req, res, { ...again, fault });
    } else {
      await sendFault(req, res, { refusal, isSignedIn: false });
    }
  }

  async function link(
    req: Request,
    res: Response,
    input: { readonly taxId: TaxId; readonly typed: string; readonly password: string },
  ): Promise<void> {
    const { taxId, typed, password } = input;
    const linkId = googleLogin.linkId(req);
    if (linkId === null) {
      await sendOver(req, res);
      return;
    }
    if (password === '') {
      const passwordFault = requestContext(res).words.password.missing;
      await sendLink(req, res, { taxId: typed, passwordFault, status: 400 });
      return;
    }
    const proof = { type: 'password', password } as const;
    const linked = await googleLogin.link(req, res, { linkId, taxId, proof });
    if (linked.ok) res.redirect(303, linked.value === '' ? homeOf(settings) : linked.value);
    else await sendRefusal(req, res, { refusal: linked.error, typed });
  }

  router
    .route('/google/link')
    .get((req, res) => sendLink(req, res, {}))
    .post(...readForm(), async (req, res) => {
      const { taxId: typed, password, way } = readInput(LinkForm, req.body);
      const taxId = parseTaxId(typed);
      if (!taxId.ok) {
        const taxIdFault = taxIdFaultOf(requestContext(res).words, taxId.error);
        await sendLink(req, res, { taxId: typed, taxIdFault, status: 400 });
      } else if (way === 'code') {
        await askCode(req, res, { taxId: taxId.value, typed });
      } else {
        await link(req, res, { taxId: taxId.value, typed, password });
      }
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route('/google/link/cancel')
    .post(...readForm(), async (req, res) => {
      readInput(NoFields, req.body);
      await googleLogin.cancel(req, res);
      res.redirect(303, '/login');
    })
    .all(onlyMethods('POST'));

  return router;
}
