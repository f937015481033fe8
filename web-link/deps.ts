import type { Locale } from '#src/domain/locale.js';
import type { AdminSessions } from '#src/app/admin/sessions.js';
import type { AdminSetup } from '#src/app/admin/setup.js';
import type { SettleClaims } from '#src/app/admin/settle-claims.js';
import type { CommandChannel } from '#src/app/admin/command-channel.js';
import type { DescribeAccount, DescribeMe } from '#src/app/account/describe-me.js';
import type { EndSession } from '#src/app/session/end-session.js';
import type { createExportData } from '#src/app/account/export-data.js';
import type { GoogleCallback } from '#src/app/sign-in/google/callback.js';
import type { GoogleChatLinks } from '#src/app/sign-in/google/start-from-chat.js';
import type { GoogleLink } from '#src/app/sign-in/google/link.js';
import type { SignInByGoogle } from '#src/app/sign-in/google/sign-in.js';
import type { GoogleStart } from '#src/app/sign-in/google/start.js';
import type { GoogleUnlink } from '#src/app/sign-in/google/unlink.js';
import type { MagicLinks } from '#src/app/sign-in/link/magic-link.js';
import type { LoginRequestFlow } from '#src/app/sign-in/approval/login-request.js';
import type { PausedChats } from '#src/app/admin/paused-chats.js';
import type { ManageAccounts } from '#src/app/admin/manage-accounts.js';
import type { OwnDeletion } from '#src/app/account/own-deletion.js';
import type { OwnNumberWait } from '#src/app/account/own-number-wait.js';
import type { OwnSessions } from '#src/app/account/devices.js';
import type { ChangePassword } from '#src/app/sign-in/password/change.js';
import type { PasswordLogin } from '#src/app/sign-in/password/login.js';
import type { RequestPasswordReset } from '#src/app/sign-in/password/request-reset.js';
import type { PasswordReset } from '#src/app/sign-in/password/reset.js';
import type { AccessTokens } from '#src/app/ports/crypto/access-tokens.js';
import type { Audit } from '#src/app/ports/tables/audit.js';
import type { ChannelBoard } from '#src/app/ports/channel.js';
import type { EventBus } from '#src/app/ports/event-bus.js';
import type { EventLog } from '#src/app/ports/event-log.js';
import type { Random } from '#src/app/ports/random.js';
import type { ShortSeal } from '#src/app/ports/crypto/short-seal.js';
import type { Timers } from '#src/app/ports/timers.js';
import type { RefreshSession } from '#src/app/session/refresh-session.js';
import type { RequestCode } from '#src/app/sign-in/code/request-code.js';
import type { SessionGuard } from '#src/app/session/session-guard.js';
import type { StepUp } from '#src/app/proof/step-up.js';
import type { VerifyCode } from '#src/app/sign-in/code/verify-code.js';
import type { CheckReadiness } from '#src/app/upkeep/watch-readiness.js';

/** What the HTTP edge may do, and nothing else. */
export interface WebDeps {
  readonly requestCode: RequestCode;
  readonly verifyCode: VerifyCode;
  /**
   * Whether this browser came back from Google with an unknown person who still has to prove a CPF (security case 40).
   */
  readonly hasPendingLink: (browserToken: string) => Promise<boolean>;
  /** null: not set up. */
  readonly google: GoogleFlow | null;
  readonly loginLinks: MagicLinks;
  readonly loginRequests: LoginRequestFlow;
  readonly refreshSession: RefreshSession;
  readonly sessionGuard: SessionGuard;
  readonly endSession: EndSession;
  readonly describeMe: DescribeMe;
  readonly describeAccount: DescribeAccount;
  readonly passwordLogin: PasswordLogin;
  readonly changePassword: ChangePassword;
  readonly requestPasswordReset: RequestPasswordReset;
  readonly passwordReset: PasswordReset;
  readonly stepUp: Pick<StepUp, 'byProof' | 'isFresh'>;
  readonly ownSessions: OwnSessions;
  readonly ownDeletion: OwnDeletion;
  readonly ownNumberWait: OwnNumberWait;
  readonly exportData: ReturnType<typeof createExportData>;
  readonly adminSetup: AdminSetup;
  readonly adminSessions: AdminSessions;
  readonly commandChannel: CommandChannel;
  readonly peopleAdmin: PeopleAdmin;
  readonly accessTokens: Pick<AccessTokens, 'jwks'>;
  readonly checkReadiness: CheckReadiness;
  /** Whether an error only says that the database cannot serve at the moment. */
  readonly isUnavailable: (error: unknown) => boolean;
  readonly board: ChannelBoard;
  readonly bus: EventBus;
  readonly random: Random;
  readonly seal: ShortSeal;
  readonly timers: Timers;
  readonly log: EventLog;
  readonly settings: WebSettings;
}

/** The use cases of sign-in, link, unlink and step-up by Google. */
export interface GoogleFlow {
  readonly start: Pick<GoogleStart, 'toSignIn' | 'toLinkSession' | 'toStepUp'>;
  readonly signIn: Pick<SignInByGoogle, 'byToken'>;
  readonly callback: GoogleCallback;
  readonly link: GoogleLink;
  readonly unlink: GoogleUnlink;
  readonly chatLinks: GoogleChatLinks;
}

/** What an admin does about people, page by page. */
export interface PeopleAdmin {
  readonly claims: SettleClaims;
  readonly people: ManageAccounts;
  readonly chats: PausedChats;
  readonly audit: Pick<Audit, 'latest'>;
}

export interface WebSettings {
  /** Origin under which people reach the product, no trailing slash. */
  readonly publicUrl: string;
  /** Further origins that may call the JSON API with credentials. */
  readonly corsOrigins: readonly string[];
  /** Reverse proxies in front of this process, as hops or as the networks they are in. */
  readonly trustProxy: number | readonly string[];
  /** Where people go after sign-in when nothing else was asked for; null: our own /dashboard. */
  readonly dashboardUrl: string | null;
  /** People can sign in with Google here. */
  readonly google: boolean;
  /** Where Google's own pages are; null without it. */
  readonly googleOrigin: string | null;
  /** Where chats are opened from a page or a QR: `https://wa.me`, or a simulated phone. No trailing slash. */
  readonly chatOrigin: string;
  readonly locale: Locale;
  /** IANA name of the zone that times are told in. */
  readonly timeZone: string;
  /** Whom to tell about a fault in security (RFC 9116), and until when that holds; null: not said here. */
  readonly security: { readonly contact: string; readonly expires: () => Date } | null;
  /** Folder of the style sheets and scripts that are served under /public. */
  readonly publicFolder: string;
}
