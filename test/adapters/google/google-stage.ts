import { createGoogle } from '#src/adapters/google/google.js';
import type { Google } from '#src/app/ports/google.js';
import type { GoogleSimulator } from '#src/dev/google-simulator/start-google-simulator.js';
import { visitGoogle } from '../../support/google-visit.js';

export const CALLBACK = 'http://localhost:3000/api/auth/google/callback';
export const VERIFIER = 'v'.repeat(43);
/** The first of the simulator's people. */
export const JOANA = '100000000000000000001';
export const PROFILE = { sub: JOANA, name: 'Joana Silva', email: 'joana.silva@gmail.example' };
export const INVALID = { ok: false, error: { code: 'google_token_invalid' } };

/** How a test has it otherwise. `limitMs`: the longest wait for an answer of Google, in milliseconds. */
export interface GoogleChanges {
  readonly clientSecret?: string;
  readonly issuer?: string;
  readonly limitMs?: number;
}

/** @param surroundings `aheadMs`: milliseconds that are added to the time of day */
export function createGoogleOf(
  simulator: GoogleSimulator,
  surroundings: {
    readonly aheadMs: () => number;
    readonly log: (event: string, fields: unknown) => void;
  },
  changes: GoogleChanges = {},
): Google {
  const { aheadMs, log } = surroundings;
  return createGoogle({
    clientId: simulator.client.id,
    clientSecret: simulator.client.secret,
    issuer: simulator.issuer,
    redirectUri: CALLBACK,
    clock: { now: () => new Date(Date.now() + aheadMs()) },
    log: { info: log, warn: log, error: log },
    ...changes,
  });
}

/** Through Google and back, as a browser goes. @returns the address that it comes back to */
export async function goThroughGoogle(google: Google, person: string): Promise<URL> {
  const secrets = { state: 's'.repeat(43), nonce: 'the nonce', codeVerifier: VERIFIER };
  const going = await google.authorizationUrl({ ...secrets, chooseAccount: false });
  if (!going.ok) throw new Error('Google is not there');
  return visitGoogle(going.value, person);
}

/** Joana goes through Google, and what she comes back with is read with the secrets she left with. */
export async function readAnswerOf(
  google: Google,
  changes: { readonly nonce?: string; readonly codeVerifier?: string } = {},
) {
  const answer = await goThroughGoogle(google, JOANA);
  return google.readAnswer({
    code: answer.searchParams.get('code') ?? '',
    issuer: answer.searchParams.get('iss'),
    nonce: 'the nonce',
    codeVerifier: VERIFIER,
    ...changes,
  });
}
