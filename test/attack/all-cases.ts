import type { AttackCase } from './case.js';
import { GOOGLE } from './cases/google.js';
import { PRE_HIJACK } from './cases/pre-hijack.js';
import { MAGIC_LINK } from './cases/magic-link.js';
import { PASSWORD_AND_SESSIONS } from './cases/password-and-sessions.js';

/** Every case that is played against the running product, by number. */
export const ALL_CASES: readonly AttackCase[] = [
  ...MAGIC_LINK,
  ...GOOGLE,
  ...PRE_HIJACK,
  ...PASSWORD_AND_SESSIONS,
].sort((one, other) => one.id - other.id);
