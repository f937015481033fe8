import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { LinkRefusal } from '#src/app/sign-in/google/link.js';
import type { PendingGoogleLink } from '#src/app/ports/tables/pending-google-links.js';
import { parsePersonName } from '#src/domain/person-name.js';
import { parseTaxId, type TaxId } from '#src/domain/tax-id.js';
import { chatUrl } from '../ui/chat-link.js';
import { codeRequestFault } from '../ui/code-fault.js';
import type { CodeLogin } from '../login/code-login.js';
import type { GoogleDeps } from './deps.js';
import { homeOf, withWait } from '../http/destinations.js';
import { shownOnce, type FormFaults } from '../http/form-faults.js';
import { createSendGoogleFault, sendSaidByGoogle } from './send-fault.js';
import type { GoogleLogin } from './login.js';
import { googleFaultWords } from './problem.js';
import { readForm } from '../http/middleware/bodies.js';
import { onlyMethods } from '../http/middleware/only-methods.js';
import { readInput } from '../http/middleware/read-input.js';
import { requestContext } from '../http/request-context.js';
import { sendPage } from '../http/send-page.js';
import { taxIdFaultOf } from '../ui/tax-id/tax-id-fault.js';
import { GoogleLinkPage } from './pages/link-page.js';

const PAGE = '/google/link';
const LinkForm = z.strictObject({
  taxId: z.string(),
  password: z.string(),
  way: z.enum(['password', 'code']).default('password'),
});
const NoFields = z.strictObject({});

interface Refused {
  /** The CPF or CNPJ as it was typed. */
  readonly typed: string;
  readonly said: Readonly<
    Partial<Record<'taxIdFault' | 'passwordFault' | 'title' | 'fault', string>>
  >;
}

/** Google's name field may hold anything; what is not a name is not shown. */
function shownName({ profile }: PendingGoogleLink): string | null {
  const name = parsePersonName(profile.name ?? '');
  return name.ok ? name.value : null;
}

/** "Confirme seu CPF": the first sign-in of a person by Google. The pending link is named by a cookie. */
export function createGoogleLinkRoutes(
  deps: Pick<GoogleDeps, 'board' | 'settings'> & {
    readonly googleLogin: GoogleLogin;
    readonly codeLogin: CodeLogin;
    readonly faults: FormFaults;
  },
): Router {
  const { board, settings, googleLogin, codeLogin, faults } = deps;
  const sendFault = createSendGoogleFault(deps);
  const router = Router({ caseSensitive: true, strict: true });

  async function sendOver(req: Request, res: Response): Promise<void> {
    googleLogin.forgetLink(res);
    await sendFault(req, res, { refusal: { code: 'google_link_expired' }, isSignedIn: false });
  }

  async function sendLink(req: Request, res: Response): Promise<void> {
    const pending = await googleLogin.pending(req);
    const { title, ...shown } = shownOnce(
      res,
      ...(['taxId', 'taxIdFault', 'passwordFault', 'title', 'fault'] as const),
    );
    if (pending === null) {
      if (shown.fault === undefined) await sendOver(req, res);
      else sendSaidByGoogle(res, { title, text: shown.fault });
      return;
    }
    const { words } = requestContext(res);
    const channel = await board.current();
    const page = (
      <GoogleLinkPage
        words={words}
        name={shownName(pending)}
        hasCodes={channel.state === 'open' && channel.heldUntil === null}
        chatUrl={channel.state === 'open' ? chatUrl(settings, { board: channel, words }) : null}
        {...shown}
      />
    );
    sendPage(res, { page });
  }

  const again = (req: Request, res: Response, { typed, said }: Refused): void =>
    faults.refuse(req, res, { page: PAGE, said, typed: { taxId: typed } });

  async function askCode(req: Request, res: Response, asked: { taxId: TaxId; typed: string }) {
    const { words } = requestContext(res);
    // No message is sent for a browser that has no pending Google link.
    if ((await googleLogin.pending(req)) === null) {
      res.redirect(303, PAGE);
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
    // The page says by itself that no code can be sent.
    const said = error.code === 'channel_down' ? {} : { fault: codeRequestFault(words, error) };
    again(req, res, { typed, said });
  }

  function refuse(
    req: Request,
    res: Response,
    { refusal, typed }: { readonly refusal: LinkRefusal; readonly typed: string },
  ): void {
    const { words } = requestContext(res);
    switch (refusal.code) {
      case 'wrong_password':
        again(req, res, { typed, said: { passwordFault: words.google.wrongPassword } });
        return;
      case 'too_many_requests': {
        const fault = words.google.tooMany(words.wait(refusal.retryAfterS));
        again(req, res, { typed, said: { fault } });
        return;
      }
      case 'google_link_expired':
        // The page itself says so.
        googleLogin.forgetLink(res);
        res.redirect(303, PAGE);
        return;
      case 'wrong_code':
      case 'challenge_expired':
      case 'challenge_exhausted':
      case 'account_contested':
      case 'conflict': {
        const { title, text } = googleFaultWords(refusal, words);
        again(req, res, { typed, said: { title, fault: text } });
      }
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
      res.redirect(303, PAGE);
      return;
    }
    if (password === '') {
      const passwordFault = requestContext(res).words.password.missing;
      again(req, res, { typed, said: { passwordFault } });
      return;
    }
    const proof = { type: 'password', password } as const;
    const linked = await googleLogin.link(req, res, { linkId, taxId, proof });
    if (linked.ok) res.redirect(303, linked.value === '' ? homeOf(settings) : linked.value);
    else refuse(req, res, { refusal: linked.error, typed });
  }

  router
    .route(PAGE)
    .get(sendLink)
    .post(...readForm(), async (req, res) => {
      const { taxId: typed, password, way } = readInput(LinkForm, req.body);
      const taxId = parseTaxId(typed);
      if (!taxId.ok) {
        const taxIdFault = taxIdFaultOf(requestContext(res).words, taxId.error);
        again(req, res, { typed, said: { taxIdFault } });
      } else if (way === 'code') {
        await askCode(req, res, { taxId: taxId.value, typed });
      } else {
        await link(req, res, { taxId: taxId.value, typed, password });
      }
    })
    .all(onlyMethods('GET', 'POST'));

  router
    .route(`${PAGE}/cancel`)
    .post(...readForm(), async (req, res) => {
      readInput(NoFields, req.body);
      await googleLogin.cancel(req, res);
      res.redirect(303, '/login');
    })
    .all(onlyMethods('POST'));

  return router;
}
