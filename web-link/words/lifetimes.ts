import { CODE_LIFETIME_MS, RESEND_INTERVAL_MS } from '#src/domain/challenge.js';
import { REJECTED_CLAIM_REST_MS } from '#src/domain/claim.js';
import { DELETION_GRACE_DAYS } from '#src/domain/deletion.js';
import { GOOGLE_SIGN_IN_LIFETIME_MS, PENDING_LINK_LIFETIME_MS } from '#src/domain/google-link.js';
import { LOGIN_LINK_LIFETIME_MS } from '#src/domain/login-link.js';
import { RETENTION } from '#src/domain/retention.js';
import {
  ACCESS_TOKEN_LIFETIME_S,
  KNOWN_BROWSER_LIFETIME_MS,
  SESSION_LIFETIME_MS,
} from '#src/domain/session.js';
import { SESSION_PROOF_LIFETIME_MS } from '#src/domain/step-up.js';
import { ADMIN_STEP_UP_MS } from '#src/app/admin/sessions.js';
import { SETUP_LINK_LIFETIME_MS } from '#src/app/admin/setup.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long things last, as sentences of the pages say it. */
export const LIFETIMES = {
  codeMinutes: CODE_LIFETIME_MS / MINUTE_MS,
  resendMinutes: RESEND_INTERVAL_MS / MINUTE_MS,
  linkMinutes: LOGIN_LINK_LIFETIME_MS / MINUTE_MS,
  /** The way to Google and back. */
  googleMinutes: GOOGLE_SIGN_IN_LIFETIME_MS / MINUTE_MS,
  /** A Google account that waits for a CPF. */
  pendingLinkMinutes: PENDING_LINK_LIFETIME_MS / MINUTE_MS,
  /** After a confirmation on the page of the account. */
  proofMinutes: SESSION_PROOF_LIFETIME_MS / MINUTE_MS,
  accessTokenMinutes: ACCESS_TOKEN_LIFETIME_S / 60,
  knownBrowserDays: KNOWN_BROWSER_LIFETIME_MS / DAY_MS,
  sessionDays: SESSION_LIFETIME_MS / DAY_MS,
  deletionDays: DELETION_GRACE_DAYS,
  /** New claims on a CPF are held for this long after one was rejected. */
  rejectedClaimDays: REJECTED_CLAIM_REST_MS / DAY_MS,
  adminStepUpMinutes: ADMIN_STEP_UP_MS / MINUTE_MS,
  setupLinkMinutes: SETUP_LINK_LIFETIME_MS / MINUTE_MS,
  /** How long what was used is kept (LGPD art. 9 II). */
  kept: {
    sentTextMinutes: RETENTION.sentTextMs / MINUTE_MS,
    sentMessageDays: RETENTION.sentMessageMs / DAY_MS,
    receivedIdDays: RETENTION.receivedIdMs / DAY_MS,
    silentChatHours: RETENTION.silentChatMs / HOUR_MS,
    expiredProofHours: RETENTION.expiredProofMs / HOUR_MS,
    endedSessionDays: RETENTION.endedSessionMs / DAY_MS,
    numberWaitDays: RETENTION.numberWaitMs / DAY_MS,
    claimDays: RETENTION.claimMs / DAY_MS,
  },
} as const;
