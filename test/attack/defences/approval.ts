import type { Defence } from '../defence.js';

/** Case 60. */
export const APPROVAL_DEFENCES: readonly Defence[] = [
  {
    id: 60,
    what: 'only the account that the browser was in last opens without a question',
    file: 'src/app/sign-in/approval/login-request.js',
    present: 'if (!input.confirmed && !(await wasLastIn(',
    absent: 'if (input.confirmed === null && !(await wasLastIn(',
  },
];
