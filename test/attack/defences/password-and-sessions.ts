import type { Defence } from '../defence.js';

/** Cases 41 to 46. */
export const PASSWORD_AND_SESSION_DEFENCES: readonly Defence[] = [
  {
    id: 41,
    what: 'wrong passwords of one CPF are counted, wherever they are typed',
    file: 'src/domain/throttle.js',
    present: "name: 'password:account', limit: 10,",
    absent: "name: 'password:account', limit: 100_000,",
  },
  {
    id: 41,
    what: 'one address that tries many CPFs is counted',
    file: 'src/app/proof/check-proof.js',
    present: 'lookAtAddress(limiter, THROTTLES.verifyPerIp, address)',
    absent: 'Promise.resolve({ allowed: true, retryAfterS: 0, address })',
  },
  {
    id: 42,
    what: 'every character of a password is hashed',
    file: 'src/domain/password.js',
    present: "return password.length > LONGEST_FIELD ? null : password.normalize('NFC');",
    absent: "return Buffer.from(password.normalize('NFC')).subarray(0, 72).toString('latin1');",
  },
  {
    id: 42,
    what: 'common and contextual passwords are refused',
    file: 'src/app/sign-in/password/choose.js',
    present: 'judgePassword(password, { contextWords })',
    absent: '({ ok: true, value: password, contextWords })',
  },
  {
    id: 43,
    what: 'a step-up ends the session it began in',
    file: 'src/app/proof/step-up.js',
    present: "if (!(await tx.sessions.revoke(sessionId, 'stepped_up', now))) {",
    absent: 'if (sessionId === null) {',
  },
  {
    id: 43,
    what: 'a sign-in ends the session that the browser brought along',
    file: 'web-link/http/browser/browser-sessions.js',
    present: `async open(req, res, signedIn) {
            await endPresent(req);`,
    absent: 'async open(req, res, signedIn) {',
  },
  {
    id: 44,
    what: 'a used refresh token revokes its family',
    file: 'src/app/session/refresh-session.js',
    present: 'revoked: await revokeFamily(tx, token, now)',
    absent: 'revoked: false',
  },
  {
    id: 44,
    what: 'the owner is told of it',
    file: 'src/app/session/refresh-session.js',
    present: 'await tellOwner(deps, tx,',
    absent: 'void (deps, tx,',
  },
  {
    id: 45,
    what: 'an access token of a revoked session is refused',
    file: 'src/app/session/session-guard.js',
    present: ' || session.revokedAt !== null',
    absent: '',
    also: {
      file: 'src/app/session/session-guard.js',
      present: 'if (ended.has(sessionId))',
      absent: 'if (false)',
    },
  },
  {
    id: 46,
    what: 'state changes come from our own pages',
    file: 'web-link/http/middleware/same-origin.js',
    present: "next(allowed ? undefined : new ProblemError({ code: 'forbidden_origin' }));",
    absent: 'next();',
  },
];
