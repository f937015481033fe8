import type { RequestHandler } from 'express';
import type { Edge } from '../http/edge.js';
import type { CodeLogin } from '../login/code-login.js';
import { createAccountApiRoutes } from './api-routes.js';
import { createConfirmRoutes } from './proof/confirm-routes.js';
import { createAccountDeletionRoutes } from './deletion/deletion-routes.js';
import type { AccountDeps } from './deps.js';
import { createAccountNameRoutes } from './name/name-routes.js';
import { createAccountNumberRoutes } from './number/number-routes.js';
import { createAccountPasswordRoutes } from './password-routes.js';
import { createAccountRoutes } from './routes.js';
import { createAccountSessionRoutes } from './sessions/session-routes.js';

/** What people see and do about their own account, as pages and as JSON. */
export function createAccountApp(
  deps: AccountDeps & Edge & { readonly codeLogin: CodeLogin },
): readonly RequestHandler[] {
  return [
    createAccountApiRoutes(deps),
    createAccountRoutes(deps),
    createAccountPasswordRoutes(deps),
    createAccountSessionRoutes(deps),
    createAccountDeletionRoutes(deps),
    createAccountNumberRoutes(deps),
    createAccountNameRoutes(deps),
    createConfirmRoutes(deps),
  ];
}
