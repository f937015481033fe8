import type { Defence } from '../defence.js';

const ERRORS = 'web-link/http/middleware/answer-errors.js';
const BODIES = 'web-link/http/middleware/bodies.js';
const API = 'web-link/admin/api-routes.js';

/** Cases 47, 49, 50, 53 and 54. */
export const OPERATOR_DEFENCES: readonly Defence[] = [
  {
    id: 47,
    what: 'the old number is asked before anything changes',
    file: 'src/app/chat/effects/ask-number-change.js',
    present: 'const isFirst = await tx.numberChanges.ask(request);',
    absent: `const [{ phone: from }] = await tx.accounts.numbersOf(owner.id);
    const isFirst = await tx.accounts.replacePhone({ from, to: { phone, memory: null }, now });`,
  },
  {
    id: 49,
    what: 'pairing asks for a fresh step-up',
    file: API,
    present: "throw new ProblemError({ code: 'step_up_required' });",
    absent: ';',
  },
  {
    id: 49,
    what: 'a step-up is fresh for five minutes',
    file: 'src/app/admin/sessions.js',
    present: 'now.getTime() - session.steppedUpAt.getTime() < ADMIN_STEP_UP_MS;',
    absent: 'true;',
  },
  {
    id: 50,
    what: 'what broke stays in the log',
    file: ERRORS,
    present: 'sendProblem(res, problem);',
    absent: `res.status(500).type('application/problem+json');
            res.send({ ...problem, requestId, detail: error.stack });`,
  },
  {
    id: 53,
    what: 'a body of more than 16 kB is too large',
    file: BODIES,
    present: "const LIMIT = '16kb';",
    absent: "const LIMIT = '16mb';",
  },
  {
    id: 53,
    what: "a fault of the caller's is no fault of the product",
    file: ERRORS,
    present: 'const isClientFault = typeof status',
    absent: 'const isClientFault = false && typeof status',
  },
  {
    id: 54,
    what: 'the rules of production are looked at',
    file: 'src/config/config.js',
    present: 'isProduction(env) ? [...unfit, ...productionFaults(env, production)] : unfit;',
    absent: 'unfit;',
  },
  {
    id: 54,
    what: 'a simulated WhatsApp is refused in production',
    file: 'src/config/production-faults.js',
    present: 'if (env.WHATSAPP_WS_URL !== undefined || env.WHATSAPP_ROOT_KEY !== undefined)',
    absent: 'if (false)',
  },
];
