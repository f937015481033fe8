import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Google } from '#src/app/ports/google.js';
import { NO_FAULTS } from '#src/dev/google-simulator/faults.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';
import {
  CALLBACK,
  createGoogleOf,
  goThroughGoogle,
  INVALID,
  JOANA,
  PROFILE,
  readAnswerOf,
  VERIFIER,
  type GoogleChanges,
} from './google-stage.js';

const UNAVAILABLE = { ok: false, error: { code: 'google_unavailable' } };

let simulator: GoogleSimulator;
let google: Google;
let logged: { event: string; fields: unknown }[] = [];
/** Added to the time of day. */
let aheadMs = 0;

function newGoogle(changes: GoogleChanges = {}) {
  const log = (event: string, fields: unknown): void => void logged.push({ event, fields });
  return createGoogleOf(simulator, { aheadMs: () => aheadMs, log }, changes);
}

beforeAll(async () => {
  simulator = await startGoogleSimulator({ port: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.setFaults(NO_FAULTS);
  aheadMs = 0;
  logged = [];
  google = newGoogle();
});

const answerFor = (person: string) => goThroughGoogle(google, person);
const readAnswer = (changes: { nonce?: string; codeVerifier?: string } = {}) =>
  readAnswerOf(google, changes);
const tokensFor = (app: 'this' | 'another' = 'this') => simulator.tokensFor({ sub: JOANA, app });

describe('the way through Google', () => {
  it('asks with PKCE S256, state and nonce, and never with the verifier', async () => {
    const input = { state: 'a state', nonce: 'a nonce', codeVerifier: VERIFIER };
    const going = await google.authorizationUrl({ ...input, chooseAccount: true });
    const url = new URL(going.ok ? going.value : '');
    expect(url.origin).toBe(simulator.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: simulator.client.id,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: 'openid email profile',
      state: 'a state',
      nonce: 'a nonce',
      code_challenge_method: 'S256',
      prompt: 'select_account',
    });
    expect(url.href).not.toContain(VERIFIER);
  });

  it('learns who came back', async () => {
    expect(await readAnswer()).toEqual({ ok: true, value: PROFILE });
  });

  it('takes a code once', async () => {
    const answer = await answerFor(JOANA);
    const code = answer.searchParams.get('code') ?? '';
    const issuer = answer.searchParams.get('iss');
    const read = { code, issuer, nonce: 'the nonce', codeVerifier: VERIFIER };
    expect((await google.readAnswer(read)).ok).toBe(true);
    expect(await google.readAnswer(read)).toEqual(INVALID);
  });

  it('refuses another nonce than it sent (security case 35)', async () => {
    expect(await readAnswer({ nonce: 'another' })).toEqual(INVALID);
    expect(logged).toEqual([{ event: 'google.refused', fields: { reason: 'nonce_wrong' } }]);
  });

  it('gets nothing without the verifier it began with (security case 35)', async () => {
    expect(await readAnswer({ codeVerifier: 'w'.repeat(43) })).toEqual(INVALID);
  });

  it.each(['wrong', 'missing'] as const)(
    'refuses an answer whose issuer is %s, before the code goes anywhere (security case 35)',
    async (answerIssuer) => {
      simulator.setFaults({ answerIssuer });
      expect(await readAnswer()).toEqual(INVALID);
      expect(logged).toEqual([{ event: 'google.refused', fields: { reason: 'answer_iss_wrong' } }]);
    },
  );

  it('takes a client secret that is wrong as a Google that is away, not as the person’s fault', async () => {
    google = newGoogle({ clientSecret: 'wrong' });
    expect(await readAnswer()).toEqual(UNAVAILABLE);
    expect(logged).toEqual([
      { event: 'google.unavailable', fields: { reason: 'the token endpoint said 401' } },
    ]);
  });

  it('says when the person cancels', async () => {
    expect((await answerFor('none')).searchParams.get('error')).toBe('access_denied');
  });
});

describe('an access token', () => {
  it('says whose it is, once Google has said for whom it was made', async () => {
    const { token } = await tokensFor();
    expect(await google.readAccessToken(token)).toEqual({ ok: true, value: PROFILE });
  });

  it('that was made for another app is refused (security case 34)', async () => {
    const { token } = await tokensFor('another');
    expect(await google.readAccessToken(token)).toEqual(INVALID);
    expect(logged).toEqual([{ event: 'google.refused', fields: { reason: 'aud_wrong' } }]);
  });

  it.each(['x\r\ny', 'x\ny', 'x y', 'ключ', 'ção', '\u{1F511}', '\0', 'x'.repeat(9) + '\t'])(
    'case A11: that no header can carry is refused, and Google is not asked: %j',
    async (token) => {
      expect(await google.readAccessToken(token)).toEqual(INVALID);
      expect(logged).toEqual([{ event: 'google.refused', fields: { reason: 'token_malformed' } }]);
    },
  );

  it('that nobody made is refused', async () => {
    expect(await google.readAccessToken('ya29.made-up')).toEqual(INVALID);
  });
});

describe('a Google that is not there', () => {
  it.each([
    ['down', { down: 'everything' as const }],
    ['slow', { slowMs: 5_000 }],
  ])('is an outcome, no fault (%s)', async (_how, faults) => {
    const { credential, token } = await tokensFor();
    simulator.setFaults(faults);
    google = newGoogle({ limitMs: 200 });
    const secrets = { state: 's', nonce: 'n', codeVerifier: VERIFIER };
    expect(await google.authorizationUrl({ ...secrets, chooseAccount: false })).toEqual(
      UNAVAILABLE,
    );
    expect(await google.readCredential(credential)).toEqual(UNAVAILABLE);
    expect(await google.readAccessToken(token)).toEqual(UNAVAILABLE);
    const answer = { code: 'c', issuer: simulator.issuer, nonce: 'n', codeVerifier: VERIFIER };
    expect(await google.readAnswer(answer)).toEqual(UNAVAILABLE);
  });

  it('gets no browser that would find it away', async () => {
    const secrets = { state: 's', nonce: 'n', codeVerifier: VERIFIER, chooseAccount: false };
    expect((await google.authorizationUrl(secrets)).ok).toBe(true);
    simulator.setFaults({ down: 'everything' });
    aheadMs = 1_001;
    expect(await google.authorizationUrl(secrets)).toEqual(UNAVAILABLE);
  });

  it('keeps nobody waiting for the token endpoint, and does not ask it twice', async () => {
    google = newGoogle({ limitMs: 200 });
    const answer = await answerFor(JOANA);
    simulator.setFaults({ slowMs: 5_000 });
    const startedAt = performance.now();
    const read = { issuer: simulator.issuer, nonce: 'n', codeVerifier: VERIFIER };
    const code = answer.searchParams.get('code') ?? '';
    expect(await google.readAnswer({ code, ...read })).toEqual(UNAVAILABLE);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('is also one that has no discovery document of this issuer', async () => {
    google = newGoogle({ issuer: simulator.issuer.replace('127.0.0.1', 'localhost') });
    expect(await google.readCredential('a.b.c')).toEqual(INVALID);
    const { credential } = await tokensFor();
    expect(await google.readCredential(credential)).toEqual(UNAVAILABLE);
  });

  it('is asked again when it is back', async () => {
    const { credential } = await tokensFor();
    simulator.setFaults({ down: 'everything' });
    expect(await google.readCredential(credential)).toEqual(UNAVAILABLE);
    simulator.setFaults(NO_FAULTS);
    expect((await google.readCredential(credential)).ok).toBe(true);
  });
});
