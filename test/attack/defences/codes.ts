import type { Defence } from '../defence.js';

const TRIES = 'src/adapters/postgres/tables/try-limits.js';
const BOUND = '`c.binding_digest = ${bindingDigest} AND c.purpose = ${purpose}';

/** Cases 4 to 7, 11 and 13. */
export const CODE_DEFENCES: readonly Defence[] = [
  {
    id: 4,
    what: 'a code is compared for its own purpose only',
    file: TRIES,
    present: BOUND,
    absent: '`c.binding_digest = ${bindingDigest}',
  },
  {
    id: 5,
    what: 'a code is compared in the browser that asked for it only',
    file: TRIES,
    present: BOUND,
    absent: '`c.purpose = ${purpose}',
  },
  {
    id: 6,
    what: 'a code ends after five minutes',
    file: 'src/domain/challenge.js',
    present: 'CODE_LIFETIME_MS = 5 * 60_000;',
    absent: 'CODE_LIFETIME_MS = 50 * 60_000;',
  },
  {
    id: 7,
    what: 'people are searched for by a keyed hash, not by their digits',
    file: 'src/adapters/crypto/keyed-index.js',
    present: 'function indexUnder(key, kind, value) {',
    absent: `function indexUnder(key, kind, value) {
    if (kind === 'tax-id') return Buffer.from(value);`,
  },
  {
    id: 11,
    what: 'a page is not told whether a message went out',
    file: 'src/app/sign-in/code/request-code.js',
    present: 'held: !verdict.granted,',
    absent: 'held: !verdict.sent,',
  },
  {
    id: 13,
    what: 'a CPF that nobody has gets the answer of one that somebody has',
    file: 'src/app/sign-in/password/request-reset.js',
    present: 'const sent = verdict.sent && sendable;',
    absent: `const sent = verdict.sent && sendable;
        if (!sent) return 60;`,
  },
];
