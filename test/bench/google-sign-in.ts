import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createReadIdToken } from '#src/adapters/google/id-token.js';
import { systemClock } from '#src/adapters/crypto/clock.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createMemoryEventBus } from '#src/adapters/memory/event-bus.js';
import { createMemoryRateLimiter } from '#src/adapters/memory/rate-limiter.js';
import { createGoogleCallback } from '#src/app/sign-in/google/callback.js';
import { createGoogleSignIn } from '#src/app/sign-in/google/sign-in.js';
import { createGoogleStart } from '#src/app/sign-in/google/start.js';
import type { AccessCopy } from '#src/app/ports/access-copy.js';
import type { Google } from '#src/app/ports/google.js';
import type { StartSession } from '#src/app/session/start-session.js';
import type { GoogleSub } from '#src/domain/google-sub.js';
import { fail, ok } from '#src/domain/result.js';
import type { Storage } from '#src/main/open-storage.js';
import { withEvents } from '../support/events.js';
import { compareByTurns, timed } from './compare.js';
import { inMs, type Report } from './report.js';

const ISSUER = 'https://google.example';
const CLIENT_ID = 'bench';
const SUB = '100000000000000000001' as GoogleSub;
const ROUNDS = { rounds: 9, triesPerRound: 10 };
const LIMIT = 14;
/** Milliseconds that are wanted, without what Google takes. */
const WANTED_MS = 50;

/** A Google that answers at once, with ID tokens that have to be checked as ever. */
async function instantGoogle(): Promise<Google> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig', kid: 'bench' };
  const findKey = createLocalJWKSet({ keys: [jwk] });
  const from = { issuer: ISSUER, clientId: CLIENT_ID, clock: systemClock };
  const readIdToken = createReadIdToken({ ...from, findKey: (header) => findKey(header) });
  const now = Math.floor(systemClock.now().getTime() / 1000);
  const about = { sub: SUB, name: 'Ana Pereira', email: 'ana@gmail.example' };
  const credential = await new SignJWT({ ...about, iss: ISSUER, aud: CLIENT_ID })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setIssuedAt(now)
    .setExpirationTime(now + 3600)
    .sign(privateKey);
  const read = async () => {
    const profile = await readIdToken(credential, null);
    return profile.ok ? profile : fail({ code: 'google_token_invalid' } as const);
  };
  return {
    // The state stands for the whole address.
    authorizationUrl: ({ state }) => Promise.resolve(ok(state)),
    readAnswer: read,
    readCredential: read,
    readAccessToken: read,
  };
}

/**
 * A linked sign-in from both sides: the way there and the way back, everything but Google itself and the HTTP around
 * it. Beside two bare statements on the same database.
 */
export async function benchGoogleSignIn(
  report: Report,
  input: {
    readonly storage: Storage;
    readonly startSession: StartSession;
    readonly copy: AccessCopy;
    readonly accountId: string;
    readonly bare: () => Promise<number>;
    readonly nextAddress: () => string;
  },
): Promise<void> {
  const { storage, startSession, copy, accountId, bare, nextAddress } = input;
  const { digests } = storage;
  const store = withEvents(storage.store, { bus: createMemoryEventBus() });
  const google = await instantGoogle();
  const clock = systemClock;
  const basics = { store, clock, random: systemRandom, digests, google, startSession };
  const deps = { ...basics, limiter: createMemoryRateLimiter() };
  const start = createGoogleStart(deps);
  const nobody = () => Promise.reject(new Error('nobody steps up here'));
  const callback = createGoogleCallback({
    ...{ ...deps, copy, signIn: createGoogleSignIn(deps) },
    stepUp: { renew: nobody },
  });
  const id = systemRandom.id();
  await store.googleIdentities.link({ id, accountId, sub: SUB, email: null, now: clock.now() });

  const compared = await compareByTurns({
    ...ROUNDS,
    measured: () =>
      timed(async () => {
        const request = { next: null, browserToken: null, address: nextAddress() };
        const going = await start.toSignIn(request);
        if (!going.ok) throw new Error(`not sent to Google: ${going.error.code}`);
        const { url: state, browserToken } = going.value;
        const answer = { state, code: 'a code', error: null, issuer: null };
        const back = { answer, browserToken, viewer: null, userAgent: 'Mozilla/5.0' };
        const done = await callback(back);
        if (!done.ok || done.value.kind !== 'signed_in') throw new Error('not signed in');
      }),
    reference: bare,
  });
  report.add({
    name: 'linked Google sign-in, without Google',
    measured: inMs(compared.measured),
    reference: `${inMs(compared.reference)} two bare statements`,
    ratio: compared.ratio,
    limit: LIMIT,
  });
  if (compared.measured > WANTED_MS) report.note(`  median not within ${WANTED_MS} ms wanted`);
}
