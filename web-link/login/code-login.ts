import type { Request, Response } from 'express';
import type { ProofSubject } from '#src/app/proof/proof.js';
import type { CodeRequested } from '#src/app/sign-in/code/request-code.js';
import type { VerifyCodeRefusal } from '#src/app/sign-in/code/verify-code.js';
import type { ChallengePurpose, Code } from '#src/domain/challenge.js';
import { ok, type Result } from '#src/domain/result.js';
import type { BrowserBinding } from '../http/browser/browser-binding.js';
import type { BrowserSessions } from '../http/browser/browser-sessions.js';
import { userAgent } from '../http/client.js';
import type { LoginDeps } from './deps.js';

export type CodeLogin = ReturnType<typeof createCodeLogin>;

/** CPF and code, as far as the API and the pages do the same: the cookies around the use cases. */
export function createCodeLogin(
  deps: Pick<LoginDeps, 'requestCode' | 'verifyCode'> & {
    readonly binding: BrowserBinding;
    readonly sessions: BrowserSessions;
  },
) {
  const { requestCode, verifyCode, binding, sessions } = deps;

  return {
    /** Asks for a code and binds it to this browser (security case 5). */
    async request(
      req: Request,
      res: Response,
      { subject, purpose }: { readonly subject: ProofSubject; readonly purpose: ChallengePurpose },
    ) {
      const requested = await requestCode({
        subject,
        purpose,
        ...binding.origin(req),
      });
      if (!requested.ok) return requested;
      const { browserToken, ...answer } = requested.value;
      binding.keep(res, browserToken);
      return ok(answer satisfies Omit<CodeRequested, 'browserToken'>);
    },
    /** Signs the browser in. A browser that never asked for a code has no open challenge. */
    async verify(
      req: Request,
      res: Response,
      input: { readonly challengeId: string; readonly code: Code },
    ): Promise<Result<null, VerifyCodeRefusal>> {
      const verified = await verifyCode({
        ...input,
        purpose: 'login',
        ...binding.origin(req),
        userAgent: userAgent(req),
      });
      if (!verified.ok) return verified;
      await sessions.open(req, res, verified.value);
      return ok(null);
    },
  };
}
