import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGoogle } from '#src/adapters/google/google.js';
import type { Google } from '#src/app/ports/google.js';
import { ID_TOKEN_FAULTS, NO_FAULTS } from '#src/dev/google-simulator/faults.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';
import { visitGoogle } from '../../support/google-visit.js';

const CALLBACK = 'http://localhost:3000/api/auth/google/callback';
const VERIFIER = 'v'.repeat(43);
const HOUR_MS = 3_600_000;
/** The first of the simulator's people. */
const JOANA = '100000000000000000001';
const PROFILE = { sub: JOANA, name: 'Joana Silva', email: 'joana.silva@gmail.example' };
const UNAVAILABLE = { ok: false, error: { code: 'google_unavailable' } };
const INVALID = { ok: false, error: { code: 'google_token_invalid' } };

let simulator: GoogleSimulator;
let google: Google;
let logged: { event: string; fields: unknown }[] = [];
/** Added to the time of day. */
let aheadMs = 0;

function newGoogle(changes: { clientSecret?: string; issuer?: string; limitMs?: number } = {}) {
  const log = (event: string, fields: unknown): void => void logged.push({ event, fields });
  return createGoogle({
    clientId: simulator.client.id,
    clientSecret: simulator.client.secret,
    issuer: simulator.issuer,
    redirectUri: CALLBACK,
    clock: { now: () => new Date(Date.now() + aheadMs) },
    log: { info: log, warn: log, error: log },
    ...changes,
  });
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

/** Through Google and back, as a browser goes. */
async function answerFor(person: string, nonce = 'the nonce') {
  const secrets = { state: 's'.repeat(43), nonce, codeVerifier: VERIFIER };
  const going = await google.authorizationUrl({ ...secrets, chooseAccount: false });
  if (!going.ok) throw new Error('Google is not there');
  return visitGoogle(going.value, person);
}

async function readAnswer(changes: { nonce?: string; codeVerifier?: string } = {}) {
  const answer = await answerFor(JOANA);
  return google.readAnswer({
    code: answer.searchParams.get('code') ?? '',
    issuer: answer.searchParams.get('iss'),
    nonce: 'the nonce',
    codeVerifier: VERIFIER,
    ...changes,
  });
}

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

describe('an ID token', () => {
  it('says whose it is', async () => {
    const { credential } = await tokensFor();
    expect(await google.readCredential(credential)).toEqual({ ok: true, value: PROFILE });
  });

  it.each(ID_TOKEN_FAULTS.filter((fault) => !fault.endsWith('nonce')))(
    'is refused when it is %s (security case 33)',
    async (idToken) => {
      simulator.setFaults({ idToken });
      const { credential } = await tokensFor();
      expect(await google.readCredential(credential)).toEqual(INVALID);
      expect(await readAnswer()).toEqual(INVALID);
    },
  );

  it.each(['wrong_nonce', 'no_nonce'] as const)(
    'is refused with %s where one was sent (security case 35)',
    async (idToken) => {
      simulator.setFaults({ idToken });
      expect(await readAnswer()).toEqual(INVALID);
    },
  );

  it.each(['', 'x', 'a.b.c', `${'e'.repeat(2000)}.e.e`, 'eyJhbGciOiJSUzI1NiJ9.e30.'])(
    'that is nonsense (%#) is refused',
    async (credential) => {
      expect(await google.readCredential(credential)).toEqual(INVALID);
    },
  );

  it.each([
    ['a line break at its end', (token: string) => `${token}\n`],
    ['a line break before it', (token: string) => `\r\n${token}`],
    ['a line break between its parts', (token: string) => token.replace('.', '\n.')],
    ['a line break inside a part', (token: string) => `${token.slice(0, 40)}\n${token.slice(40)}`],
    ['a space inside its signature', (token: string) => `${token.slice(0, -9)} ${token.slice(-9)}`],
    ['padding', (token: string) => `${token}==`],
    ['the other base64', (token: string) => token.replaceAll('-', '+').replaceAll('_', '/')],
  ])('case A11: with %s is refused', async (_what, disguise) => {
    const { credential } = await tokensFor();
    const disguised = disguise(credential);
    expect(disguised).not.toBe(credential);
    expect(await google.readCredential(disguised)).toEqual(INVALID);
  });

  it('may be a minute behind our clock, and no more', async () => {
    const { credential } = await tokensFor();
    const endsAt = Number(decodeJwt(credential).exp) * 1000;
    aheadMs = endsAt - Date.now() + 55_000;
    expect((await google.readCredential(credential)).ok).toBe(true);
    aheadMs = endsAt - Date.now() + 65_000;
    expect(await google.readCredential(credential)).toEqual(INVALID);
  });

  it('is checked with the keys there are while Google is away', async () => {
    const { credential } = await tokensFor();
    await google.readCredential(credential);
    simulator.setFaults({ down: 'everything' });
    expect((await google.readCredential(credential)).ok).toBe(true);
    aheadMs = 0.9 * HOUR_MS;
    expect((await google.readCredential(credential)).ok).toBe(true);
  });

  it('is checked with old keys when new ones cannot be had', async () => {
    const { credential } = await tokensFor();
    await google.readCredential(credential);
    simulator.setFaults({ down: 'everything' });
    // The keys are older than an hour, the token is within its tolerance.
    aheadMs = HOUR_MS + 30_000;
    expect((await google.readCredential(credential)).ok).toBe(true);
  });

  it('brings new keys along when Google has changed them', async () => {
    const before = await tokensFor();
    await google.readCredential(before.credential);
    await simulator.rotateKeys();
    const after = await tokensFor();
    aheadMs = 2_000;
    expect((await google.readCredential(after.credential)).ok).toBe(true);
    expect(await google.readCredential(before.credential)).toEqual(INVALID);
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
