import type { Defence } from '../defence.js';

/** Cases 58, 59, 63, 65 and 66. */
export const LIMIT_DEFENCES: readonly Defence[] = [
  {
    id: 58,
    what: 'a code that was not sent is never compared',
    file: 'src/app/check-code.js',
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
    file: 'src/adapters/postgres/message-limits.js',
    present: 'const PAGES = [codeResend, codePerAccount, codePerDay];',
    absent: 'const PAGES = [codePerDay];',
  },
  {
    id: 65,
    what: 'a browser that was in before has tries of its own',
    file: 'src/adapters/postgres/try-limits.js',
    present: 'COALESCE(k.digest, a.tax_id_index, ${index.index(',
    absent: 'COALESCE(a.tax_id_index, ${index.index(',
  },
  {
    id: 66,
    what: 'a browser that was in before is not counted with the strangers of its address',
    file: 'src/app/check-proof.js',
    present: 'if (!verdict.allowed && !(await mayGoOn(input, known))) {',
    absent: 'if (!verdict.allowed) {',
  },
];
