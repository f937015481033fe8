import type { DescribeMe } from '#src/app/account/me/describe-me.js';
import type { GoogleCallback } from '#src/app/sign-in/google/callback.js';
import type { GoogleChatLinks } from '#src/app/sign-in/google/start-from-chat.js';
import type { GoogleLink } from '#src/app/sign-in/google/link.js';
import type { SignInByGoogle } from '#src/app/sign-in/google/sign-in.js';
import type { GoogleStart } from '#src/app/sign-in/google/start.js';
import type { GoogleUnlink } from '#src/app/sign-in/google/unlink.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { StepUp } from '#src/app/proof/step-up.js';
import type { WebSettings } from '../settings.js';

/** The use cases of sign-in, link, unlink and step-up by Google. */
export interface GoogleFlow {
  readonly start: Pick<GoogleStart, 'toSignIn' | 'toLinkSession' | 'toStepUp'>;
  readonly signIn: Pick<SignInByGoogle, 'byToken'>;
  readonly callback: GoogleCallback;
  readonly link: GoogleLink;
  readonly unlink: GoogleUnlink;
  readonly chatLinks: GoogleChatLinks;
}

/** What the pages and the API of sign-in by Google use. */
export interface GoogleDeps {
  /** null: not set up. */
  readonly google: GoogleFlow | null;
  readonly describeMe: DescribeMe;
  readonly stepUp: Pick<StepUp, 'isFresh'>;
  readonly board: Pick<ChannelBoard, 'current'>;
  readonly settings: Pick<WebSettings, 'dashboardUrl' | 'chatOrigin'>;
}
