import type { AccountDeps } from './account/deps.js';
import type { AdminDeps } from './admin/deps.js';
import type { GoogleDeps } from './google/deps.js';
import type { HttpDeps } from './http/deps.js';
import type { LoginDeps } from './login/deps.js';
import type { PasswordDeps } from './password/deps.js';
import type { WebSettings } from './settings.js';
import type { SiteDeps } from './site/deps.js';

/**
 * What the HTTP edge may do, and nothing else: the sum of what its folders declare, each in its own `deps.ts`. The
 * composition root gives it as one object; a folder sees its own part.
 */
export type WebDeps = HttpDeps &
  LoginDeps &
  AccountDeps &
  PasswordDeps &
  GoogleDeps &
  AdminDeps &
  SiteDeps & { readonly settings: WebSettings };
