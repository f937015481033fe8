import type { CheckProof } from '#src/app/proof/check-proof.js';
import { createDescribeAccount } from '#src/app/account/me/describe-me.js';
import type { LimitPages } from '#src/app/proof/limit-pages.js';
import { createOwnDeletion } from '#src/app/account/own-deletion.js';
import { createOwnName } from '#src/app/account/own-name.js';
import { createOwnNumberWait } from '#src/app/account/own-number-wait.js';
import { createOwnSessions } from '#src/app/account/devices.js';
import { createChangePassword } from '#src/app/sign-in/password/change.js';
import { createPasswordLogin } from '#src/app/sign-in/password/login.js';
import { createRequestPasswordReset } from '#src/app/sign-in/password/request-reset.js';
import { createPasswordReset } from '#src/app/sign-in/password/reset.js';
import type { PasswordHasher } from '#src/app/ports/crypto/password-hasher.js';
import type { StartSession } from '#src/app/session/start-session.js';
import { createStepUp } from '#src/app/proof/step-up.js';
import type { Config } from '#src/config/config.js';
import type { Dependencies } from './dependencies.js';

/** What people do about their own account: password, proof, devices, deletion. */
export function composeAccount(
  dependencies: Dependencies,
  parts: {
    readonly config: Pick<Config, 'publicUrl' | 'dormantDays'>;
    readonly proofs: CheckProof;
    readonly passwords: PasswordHasher;
    readonly startSession: StartSession;
    readonly limitPages: LimitPages;
  },
) {
  const { storage, shared, clock, random, accessCopy: copy } = dependencies;
  const { store, digests } = storage;
  const { limiter, board } = shared;
  const { config, proofs, passwords, startSession, limitPages } = parts;
  const { publicUrl, dormantDays } = config;
  const basics = { store, clock, random, digests, limiter, copy };
  return {
    describeAccount: createDescribeAccount({ store, clock }),
    passwordLogin: createPasswordLogin({ proofs, startSession }),
    changePassword: createChangePassword({ ...basics, passwords }),
    requestPasswordReset: createRequestPasswordReset({
      ...basics,
      ...{ limitPages, board, publicUrl, dormantDays },
    }),
    passwordReset: createPasswordReset({ ...basics, passwords, proofs }),
    stepUp: createStepUp({ ...basics, proofs, startSession }),
    ownSessions: createOwnSessions(basics),
    ownDeletion: createOwnDeletion(basics),
    ownName: createOwnName(basics),
    ownNumberWait: createOwnNumberWait(basics),
  };
}
