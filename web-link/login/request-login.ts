import type { Request, Response } from 'express';
import type {
  LoginAskRefusal,
  LoginCompletionRefusal,
} from '#src/app/sign-in/approval/login-request.js';
import { fail, ok, type Result } from '#src/domain/result.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { chatLink } from '../ui/chat-link.js';
import { clientAddress, userAgent } from '../http/client.js';
import type { Cookies } from '../http/browser/cookies.js';
import type { LoginDeps } from './deps.js';
import type { Problem } from '../http/problem.js';
import { readKnown } from '../http/browser/known-browser.js';
import { keepShownRequest } from './shown-request.js';
import type { Words } from '../words/catalogue.js';

/** What a page needs to let a person approve it in WhatsApp. */
export interface AskedRequest {
  readonly requestId: string;
  readonly requestCode: string;
  readonly waUrl: string;
  /** Two digits; the chat offers it among others. */
  readonly number: number;
  /** Seconds. */
  readonly expiresIn: number;
}

export type WhatsAppLogin = ReturnType<typeof createWhatsAppLogin>;

/** Inbound-first login, as far as the API and the page do the same: the cookies around the use case. */
export function createWhatsAppLogin(
  deps: Pick<LoginDeps, 'loginRequests' | 'settings'> & {
    readonly cookies: Cookies;
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
  },
) {
  const { loginRequests, settings, cookies, binding, sessions } = deps;

  return {
    /** Opens a request and binds it to this browser (RFC 10027). */
    async ask(
      req: Request,
      res: Response,
      next: string,
    ): Promise<Result<AskedRequest, LoginAskRefusal>> {
      const asked = await loginRequests.ask({
        next: next === '' ? null : next,
        browserToken: binding.read(req),
        userAgent: userAgent(req),
        address: clientAddress(req),
      });
      if (!asked.ok) return asked;
      const { requestId, requestCode, number, waText, expiresInS: expiresIn } = asked.value;
      binding.keep(res, asked.value.browserToken);
      const shown = { requestId, requestCode, number };
      keepShownRequest(cookies, res, { ...shown, waText, next, expiresIn });
      const waUrl = chatLink(settings, { phone: asked.value.waPhone, text: waText });
      return ok({ ...shown, waUrl, expiresIn });
    },
    /** The state of a request; null for any browser but the one that asked. */
    async state(req: Request, requestId: string) {
      const browserToken = binding.read(req);
      return browserToken === null ? null : loginRequests.state({ requestId, browserToken });
    },
    /**
     * Signs the browser in that asked, once the person has approved.
     * @param input.confirmed they were told whose account it opens, and said yes
     * @returns the path that was wanted when the request was made, '' for none
     */
    async complete(
      req: Request,
      res: Response,
      input: { readonly requestId: string; readonly confirmed: boolean },
    ): Promise<Result<string, LoginCompletionRefusal>> {
      const browserToken = binding.read(req);
      if (browserToken === null) return fail({ code: 'not_found' });
      const completed = await loginRequests.complete({
        ...input,
        browserToken,
        lastKnown: readKnown(cookies, req)[0] ?? null,
        userAgent: userAgent(req),
        address: clientAddress(req),
      });
      if (!completed.ok) return completed;
      const { next, ...signedIn } = completed.value;
      await sessions.open(req, res, signedIn);
      cookies.clear(res, 'zl_request');
      return ok(next ?? '');
    },
  };
}

/** The answer to a request that does not sign in. Another browser gets `not_found`, as for no request at all. */
export function completionProblem(refusal: LoginCompletionRefusal, words: Words): Problem {
  switch (refusal.code) {
    case 'not_found':
      return { code: 'not_found' };
    case 'not_approved':
      return { code: 'conflict', detail: words.whatsapp.notApproved };
    case 'confirmation_required':
      return { code: 'confirmation_required', maskedName: refusal.maskedName };
    case 'expired':
      return { code: 'request_expired' };
    case 'used':
      return { code: 'request_used' };
  }
}
