import type { AttackCase } from './case.js';
import { MAGIC_LINK } from './cases/magic-link.js';
import { PASSWORD_AND_SESSIONS } from './cases/password-and-sessions.js';

/** Every case that is played against the running product, by number. */
export const ALL_CASES: readonly AttackCase[] = [...MAGIC_LINK, ...PASSWORD_AND_SESSIONS];
