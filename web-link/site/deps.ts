import type { DescribeMe } from '#src/app/account/me/describe-me.js';
import type { AccessTokens } from '#src/app/ports/crypto/access-tokens.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { CheckReadiness } from '#src/app/upkeep/watch-readiness.js';
import type { WebSettings } from '../settings.js';

/** What the home page, the notices and the answers for programs use. */
export interface SiteDeps {
  readonly describeMe: DescribeMe;
  readonly checkReadiness: CheckReadiness;
  readonly accessTokens: Pick<AccessTokens, 'jwks'>;
  readonly board: Pick<ChannelBoard, 'current'>;
  readonly settings: Pick<
    WebSettings,
    | 'publicUrl'
    | 'dashboardUrl'
    | 'chatOrigin'
    | 'locale'
    | 'timeZone'
    | 'brand'
    | 'google'
    | 'publicFolder'
    | 'security'
  >;
}
