import type { Request, RequestHandler, Response } from 'express';
import type { FreshProofRefusal } from '#src/app/proof/fresh-proof.js';
import type { BrowserSessions } from '../browser/browser-sessions.js';
import type { HttpDeps } from '../deps.js';
import { askToSignIn, sessionClaims } from './require-session.js';

/** The page that asks for a proof and leads back to `path`. */
export function confirmFor(path: string): string {
  return `/account/confirm?then=${encodeURIComponent(path)}`;
}

/** A page whose use case wants a fresh proof first, or whose session is over. */
export async function askForProof(
  req: Request,
  res: Response,
  { refusal, sessions }: { refusal: FreshProofRefusal; sessions: BrowserSessions },
): Promise<void> {
  if (refusal.code === 'step_up_required') {
    res.redirect(303, confirmFor(req.path));
    return;
  }
  await askToSignIn(req, res, sessions);
}

/** Behind `createRequireSession`: pages that lead to something dangerous ask before the person starts typing. */
export function createRequireFreshProof(
  deps: Pick<HttpDeps, 'stepUp'> & { readonly sessions: BrowserSessions },
): RequestHandler {
  const { stepUp, sessions } = deps;
  return async (req, res, next) => {
    const fresh = await stepUp.isFresh(sessionClaims(res));
    if (fresh.ok) next();
    else await askForProof(req, res, { refusal: fresh.error, sessions });
  };
}
