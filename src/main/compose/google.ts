import { createGoogle } from '#src/adapters/google/google.js';
import type { CheckProof } from '#src/app/proof/check-proof.js';
import { createGoogleCallback } from '#src/app/sign-in/google/callback.js';
import { createGoogleChatLinks } from '#src/app/sign-in/google/start-from-chat.js';
import { createGoogleLink } from '#src/app/sign-in/google/link.js';
import { createGoogleSignIn } from '#src/app/sign-in/google/sign-in.js';
import { createGoogleStart } from '#src/app/sign-in/google/start.js';
import { createGoogleUnlink } from '#src/app/sign-in/google/unlink.js';
import type { StartSession } from '#src/app/session/start-session.js';
import { createStepUp } from '#src/app/proof/step-up.js';
import type { Config } from '#src/config/config.js';
import type { GoogleFlow } from '#web-link/google/deps.js';
import type { Dependencies } from './dependencies.js';

/** The use cases of sign-in, link, unlink and step-up by Google. Nothing is asked of Google at start. */
export function composeGoogle(
  dependencies: Dependencies,
  input: {
    readonly google: NonNullable<Config['google']>;
    readonly publicUrl: string;
    readonly proofs: CheckProof;
    readonly startSession: StartSession;
  },
): GoogleFlow {
  const { storage, shared, clock, random, log, accessCopy: copy } = dependencies;
  const { store, digests } = storage;
  const { limiter } = shared;
  const { publicUrl, proofs, startSession } = input;
  const redirectUri = `${publicUrl}/api/auth/google/callback`;
  const google = createGoogle({ ...input.google, redirectUri, clock, log });
  const deps = { store, clock, random, digests, limiter, google, startSession };
  const start = createGoogleStart(deps);
  const signIn = createGoogleSignIn(deps);
  const stepUp = createStepUp({ store, clock, proofs, startSession });
  return {
    start,
    signIn,
    callback: createGoogleCallback({ ...deps, copy, signIn, stepUp }),
    link: createGoogleLink({ ...deps, proofs, copy }),
    unlink: createGoogleUnlink({ proofs, random, copy }),
    chatLinks: createGoogleChatLinks({ ...deps, start }),
  };
}
