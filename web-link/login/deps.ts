import type { DescribeMe } from '#src/app/account/me/describe-me.js';
import type { MagicLinks } from '#src/app/sign-in/link/magic-link.js';
import type { LoginRequestFlow } from '#src/app/sign-in/approval/login-request.js';
import type { PasswordLogin } from '#src/app/sign-in/password/login.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Timers } from '#src/app/ports/timers.js';
import type { RequestCode } from '#src/app/sign-in/code/request-code.js';
import type { VerifyCode } from '#src/app/sign-in/code/verify-code.js';
import type { WebSettings } from '../settings.js';

/** What the pages and the API of sign-in use. */
export interface LoginDeps {
  readonly requestCode: RequestCode;
  readonly verifyCode: VerifyCode;
  /**
   * Whether this browser came back from Google with an unknown person who still has to prove a CPF (security case 40).
   */
  readonly hasPendingLink: (browserToken: string) => Promise<boolean>;
  readonly loginLinks: MagicLinks;
  readonly loginRequests: LoginRequestFlow;
  readonly passwordLogin: PasswordLogin;
  readonly describeMe: DescribeMe;
  readonly board: Pick<ChannelBoard, 'current'>;
  readonly bus: Pick<EventBus, 'subscribe'>;
  readonly timers: Pick<Timers, 'every'>;
  readonly log: EventLog;
  readonly settings: Pick<
    WebSettings,
    'publicUrl' | 'dashboardUrl' | 'google' | 'chatOrigin' | 'locale'
  >;
}
