import type { Request, Response } from 'express';
import type { GoogleStarted } from '#src/app/sign-in/google/start.js';
import type { LinkProof, LinkRefusal } from '#src/app/sign-in/google/link.js';
import type { GoogleArrival, GoogleToken } from '#src/app/sign-in/google/sign-in.js';
import { ok, type Result } from '#src/domain/result.js';
import { z } from 'zod';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { clientAddress, userAgent } from '../http/client.js';
import type { Cookies } from '../http/browser/cookies.js';
import type { GoogleFlow } from './deps.js';
import { createGoogleJourneys } from './journeys.js';

type LinkWanted = Extract<GoogleArrival, { kind: 'require_linking' }>;

const Id = z.uuid();

export type GoogleLogin = ReturnType<typeof createGoogleLogin>;

/** Sign-in by Google, as far as the API and the pages do the same: the cookies around the use cases. */
export function createGoogleLogin(deps: {
  readonly googleFlow: GoogleFlow;
  readonly cookies: Cookies;
  readonly binding: BrowserBinding;
  readonly sessions: BrowserSessions;
}) {
  const { googleFlow, cookies, binding, sessions } = deps;
  const journeys = createGoogleJourneys(cookies);

  /** The page finds the pending link by this cookie, so that its id is in no address. */
  function keepLink(res: Response, { linkId, expiresInS, browserToken }: LinkWanted): void {
    binding.keep(res, browserToken);
    cookies.set(res, 'zl_google', { value: linkId, life: { maxAgeS: expiresInS } });
  }

  function forgetLink(res: Response): void {
    cookies.clear(res, 'zl_google');
    cookies.clear(res, 'zl_google_code');
  }

  function idIn(req: Request, name: 'zl_google' | 'zl_google_code'): string | null {
    const read = Id.safeParse(cookies.read(req, name));
    return read.success ? read.data : null;
  }

  return {
    forgetLink,
    keepLink,
    /** Sets the cookie of this sign-in and redirects the browser to Google. */
    redirectToGoogle(res: Response, started: GoogleStarted): void {
      binding.keep(res, started.browserToken);
      journeys.keep(res, started);
      res.redirect(303, started.url);
    },
    /** The token of the browser that began the sign-in which Google answers now; null in any other browser. */
    returning: (req: Request, res: Response, state: string | null): string | null =>
      journeys.take(req, res, state) ?? binding.read(req),
    /** A page got a token from Google by itself. */
    async byToken(req: Request, res: Response, token: GoogleToken) {
      const arrived = await googleFlow.signIn.byToken({
        token,
        browserToken: binding.read(req),
        userAgent: userAgent(req),
        address: clientAddress(req),
      });
      if (!arrived.ok) return arrived;
      if (arrived.value.kind === 'signed_in') await sessions.open(req, res, arrived.value.signedIn);
      else keepLink(res, arrived.value);
      return arrived;
    },
    /** The pending link of the page; null when there is none (any more). */
    async pending(req: Request) {
      const linkId = idIn(req, 'zl_google');
      const browserToken = binding.read(req);
      return linkId === null ? null : googleFlow.link.show({ linkId, browserToken });
    },
    challenge: (req: Request): string | null => idIn(req, 'zl_google_code'),
    keepChallenge(res: Response, challengeId: string, maxAgeS: number): void {
      cookies.set(res, 'zl_google_code', { value: challengeId, life: { maxAgeS } });
    },
    /** Links and signs the browser in. @returns the path that was wanted, '' for none */
    async link(
      req: Request,
      res: Response,
      input: { readonly linkId: string } & LinkProof,
    ): Promise<Result<string, LinkRefusal>> {
      const linked = await googleFlow.link.link({
        ...input,
        ...binding.origin(req),
        userAgent: userAgent(req),
      });
      if (!linked.ok) return linked;
      const { next, ...signedIn } = linked.value;
      await sessions.open(req, res, signedIn);
      forgetLink(res);
      return ok(next ?? '');
    },
    async cancel(req: Request, res: Response): Promise<void> {
      const linkId = idIn(req, 'zl_google');
      if (linkId !== null)
        await googleFlow.link.cancel({ linkId, browserToken: binding.read(req) });
      forgetLink(res);
    },
    /** The id of the page's pending link. */
    linkId: (req: Request): string | null => idIn(req, 'zl_google'),
  };
}
