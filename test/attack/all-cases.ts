import type { AttackCase } from './case.js';
import { MAGIC_LINK } from './cases/magic-link.js';

/** Every case that is played against the running product, by number. */
export const ALL_CASES: readonly AttackCase[] = [...MAGIC_LINK];
