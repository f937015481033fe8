import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Google } from '#src/app/ports/google.js';
import { ID_TOKEN_FAULTS, NO_FAULTS } from '#src/dev/google-simulator/faults.js';
import {
  startGoogleSimulator,
  type GoogleSimulator,
} from '#src/dev/google-simulator/start-google-simulator.js';
import { createGoogleOf, INVALID, JOANA, PROFILE, readAnswerOf } from './google-stage.js';

const HOUR_MS = 3_600_000;

let simulator: GoogleSimulator;
let google: Google;
/** Added to the time of day. */
let aheadMs = 0;

beforeAll(async () => {
  simulator = await startGoogleSimulator({ port: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.setFaults(NO_FAULTS);
  aheadMs = 0;
  google = createGoogleOf(simulator, { aheadMs: () => aheadMs, log: () => undefined });
});

const readAnswer = () => readAnswerOf(google);
const tokensFor = () => simulator.tokensFor({ sub: JOANA, app: 'this' });

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
