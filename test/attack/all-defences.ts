import type { Defence } from './defence.js';
import { ADMIN_AND_AUDIT_DEFENCES } from './defences/admin-and-audit.js';
import { APPROVAL_DEFENCES } from './defences/approval.js';
import { CODE_DEFENCES } from './defences/codes.js';
import { EDGE_DEFENCES } from './defences/edge.js';
import { FLOOD_DEFENCES } from './defences/floods.js';
import { GOOGLE_DEFENCES } from './defences/google.js';
import { LIMIT_DEFENCES } from './defences/limits.js';
import { MAGIC_LINK_DEFENCES } from './defences/magic-link.js';
import { NUMBER_DEFENCES } from './defences/numbers.js';
import { OPERATOR_DEFENCES } from './defences/operators.js';
import { PASSWORD_AND_SESSION_DEFENCES } from './defences/password-and-sessions.js';
import { PRIVACY_DEFENCES } from './defences/privacy.js';
import { REFRESH_DEFENCES } from './defences/refresh.js';
import { SENDER_DEFENCES } from './defences/senders.js';
import { START_DEFENCES } from './defences/starts.js';
import { STRANGER_DEFENCES } from './defences/strangers.js';

/** At least one for each case. */
export const ALL_DEFENCES: readonly Defence[] = [
  ...APPROVAL_DEFENCES,
  ...CODE_DEFENCES,
  ...EDGE_DEFENCES,
  ...MAGIC_LINK_DEFENCES,
  ...GOOGLE_DEFENCES,
  ...PASSWORD_AND_SESSION_DEFENCES,
  ...PRIVACY_DEFENCES,
  ...SENDER_DEFENCES,
  ...LIMIT_DEFENCES,
  ...NUMBER_DEFENCES,
  ...STRANGER_DEFENCES,
  ...OPERATOR_DEFENCES,
  ...ADMIN_AND_AUDIT_DEFENCES,
  ...START_DEFENCES,
  ...REFRESH_DEFENCES,
  ...FLOOD_DEFENCES,
];
