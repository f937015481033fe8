import type { AttackCase } from './case.js';
import { ADMIN_AND_AUDIT } from './cases/admin-and-audit.js';
import { ADDRESSES } from './cases/addresses.js';
import { APPROVAL } from './cases/approval.js';
import { CODES } from './cases/codes.js';
import { EDGE } from './cases/edge.js';
import { ENUMERATION } from './cases/enumeration.js';
import { ERASURE } from './cases/erasure.js';
import { FLOODS } from './cases/floods.js';
import { GOOGLE_LINKS } from './cases/google-links.js';
import { GOOGLE_TOKENS } from './cases/google-tokens.js';
import { PRE_HIJACK } from './cases/pre-hijack.js';
import { GUESSES_AT_CODES } from './cases/guesses.js';
import { LIMITS } from './cases/limits.js';
import { LOAD } from './cases/load.js';
import { MAGIC_LINK } from './cases/magic-link.js';
import { NOTICES } from './cases/notices.js';
import { NUMBERS } from './cases/numbers.js';
import { OPERATORS } from './cases/operators.js';
import { PASSWORD_AND_SESSIONS } from './cases/password-and-sessions.js';
import { PRIVACY } from './cases/privacy.js';
import { REFRESH } from './cases/refresh.js';
import { SENDERS } from './cases/senders.js';
import { STARTS } from './cases/starts.js';
import { STRANGERS } from './cases/strangers.js';
import { TELLING_APART } from './cases/telling-apart.js';

/** Every case that is played against the running product, by number. */
export const ALL_CASES: readonly AttackCase[] = [
  ...ADDRESSES,
  ...APPROVAL,
  ...CODES,
  ...EDGE,
  ...ENUMERATION,
  ...SENDERS,
  ...NUMBERS,
  ...OPERATORS,
  ...MAGIC_LINK,
  ...GOOGLE_TOKENS,
  ...GOOGLE_LINKS,
  ...PRE_HIJACK,
  ...PASSWORD_AND_SESSIONS,
  ...PRIVACY,
  ...GUESSES_AT_CODES,
  ...LIMITS,
  ...STRANGERS,
  ...ADMIN_AND_AUDIT,
  ...STARTS,
  ...REFRESH,
  ...FLOODS,
  ...NOTICES,
  ...LOAD,
  ...ERASURE,
  ...TELLING_APART,
].sort((one, other) => one.id - other.id);
