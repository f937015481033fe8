import type { RequestPasswordReset } from '#src/app/sign-in/password/request-reset.js';
import type { PasswordReset } from '#src/app/sign-in/password/reset.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { WebSettings } from '../settings.js';

/** What the pages of a forgotten password use. */
export interface PasswordDeps {
  readonly requestPasswordReset: RequestPasswordReset;
  readonly passwordReset: Pick<PasswordReset, 'preview' | 'byLink'>;
  readonly board: Pick<ChannelBoard, 'current'>;
  readonly settings: Pick<WebSettings, 'dashboardUrl' | 'chatOrigin'>;
}
