import type { Defence } from '../defence.js';

/** Cases 1, 2, 3, 8, 58, 59, 63, 65 and 66. */
export const LIMIT_DEFENCES: readonly Defence[] = [
  {
    id: 1,
    what: 'a challenge is compared with five guesses',
    file: 'src/adapters/postgres/tables/try-limits.js',
    present: 'AND c.attempts < ${MAX_WRONG_CODES}',
    absent: 'AND c.attempts < 100 + ${MAX_WRONG_CODES}',
  },
  {
    id: 2,
    what: 'a code is used up in one statement',
    file: 'src/adapters/postgres/tables/try-limits.js',
    present: '`c.disarmed_at IS NULL AND c.expires_at > ${now} AND ${UNUSED}`',
    absent: '`c.disarmed_at IS NULL AND c.expires_at > ${now}`',
  },
  {
    id: 3,
    what: 'failures in a row are kept on the account, over all its challenges',
    file: 'src/adapters/postgres/tables/count-try.js',
    present: 'THEN 1 ELSE 0 END,',
    absent: 'THEN 0 ELSE 0 END,',
  },
  {
    id: 8,
    what: 'one number gets five messages an hour, whichever address asks',
    file: 'src/domain/throttle.js',
    present: "name: 'code:account', limit: 5,",
    absent: "name: 'code:account', limit: 500,",
  },
  {
    id: 8,
    what: 'one address asks for forty numbers an hour',
    file: 'src/domain/throttle.js',
    present: "name: 'code:ip', limit: 40,",
    absent: "name: 'code:ip', limit: 4000,",
  },
  {
    id: 58,
    what: 'a code that was not sent is never compared',
    file: 'src/app/proof/check-code.js',
    present: 'const challenge = asked.sent ? asked : fromChat;',
    absent: 'const challenge = { ...asked, sent: true } ?? fromChat;',
  },
  {
    id: 59,
    what: 'guesses are counted per account over all browsers',
    file: 'src/domain/throttle.js',
    present: "name: 'code:tries', limit: 25,",
    absent: "name: 'code:tries', limit: 100_000,",
  },
  {
    id: 63,
    what: 'one message a minute, decided on the row of the CPF',
    file: 'src/adapters/postgres/tables/message-limits.js',
    present: 'const PAGES = [codeResend, codePerAccount, codePerDay];',
    absent: 'const PAGES = [codePerDay];',
  },
  {
    id: 65,
    what: 'a browser that was in before has tries of its own',
    file: 'src/adapters/postgres/tables/try-limits.js',
    present: 'COALESCE(k.digest, a.tax_id_index, ${index.index(',
    absent: 'COALESCE(a.tax_id_index, ${index.index(',
  },
  {
    id: 66,
    what: 'a browser that was in before is not counted with the strangers of its address',
    file: 'src/app/proof/check-proof.js',
    present: 'if (!verdict.allowed && !(await mayGoOn(input, known))) {',
    absent: 'if (!verdict.allowed) {',
  },
];
