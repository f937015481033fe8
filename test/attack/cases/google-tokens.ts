import assert from 'node:assert/strict';
import { ID_TOKEN_FAULTS } from '#src/dev/google-simulator/faults.js';
import { visitGoogle } from '../../support/google-visit.js';
import type { AttackCase } from '../case.js';
import { linked } from '../google-linked.js';
import {
  byCredential,
  byRedirects,
  comeBack,
  isSignedIn,
  leaveForGoogle,
  statusOf,
} from '../google.js';

const NONCE_FAULTS = ['wrong_nonce', 'no_nonce'] as const;

/** Cases 33 to 35: what Google says, and the way there and back. */
export const GOOGLE_TOKENS: readonly AttackCase[] = [
  {
    id: 33,
    standard: 'OWASP ASVS 5.0 9.1.1, 9.2.3',
    attack:
      'An ID token with wrong aud, azp or iss, expired, unsigned, or HS256 with the public key',
    outcome: 'refused',
    play: async (field) => {
      const { google } = await linked(field);
      for (const fault of ID_TOKEN_FAULTS) {
        if (NONCE_FAULTS.some((one) => one === fault)) continue;
        field.google.setFaults({ idToken: fault });
        const browser = field.browser();
        const answer = await byCredential(field, browser, google);
        field.google.setFaults({ idToken: null });
        assert.ok(answer.status >= 400 && answer.status < 500, `${fault}: ${answer.status}`);
        assert.equal(await isSignedIn(browser), false, fault);
      }
      const right = field.browser();
      assert.equal(statusOf((await byCredential(field, right, google)).body), 'logged_in');
    },
  },
  {
    id: 34,
    standard: 'RFC 9700 4.9.1',
    attack: 'An access token that was issued to another app',
    outcome: 'refused',
    play: async (field) => {
      const { google } = await linked(field);
      const { sub } = google;
      const stolen = await field.google.tokensFor({ sub, app: 'another' });
      for (const body of [{ token: stolen.token }, { credential: stolen.credential }]) {
        const browser = field.browser();
        const answer = await browser.post('/api/auth/google', body);
        assert.ok(answer.status >= 400 && answer.status < 500);
        assert.equal(await isSignedIn(browser), false);
      }
      const { token } = await field.google.tokensFor({ sub });
      const right = await field.browser().post('/api/auth/google', { token });
      assert.equal(statusOf(right.body), 'logged_in');
    },
  },
  {
    id: 35,
    standard: 'RFC 9700 2.1, 4.4, 4.5, 4.7',
    attack:
      "Another browser's state, a used one, a wrong nonce or iss, a code injected past its verifier",
    outcome: 'refused',
    play: async (field) => {
      const { google } = await linked(field);
      const { sub } = google;
      const attacker = field.browser();
      const victim = field.browser();
      const attackersWay = await visitGoogle(await leaveForGoogle(attacker), sub);
      await leaveForGoogle(victim);
      await comeBack(victim, attackersWay);
      assert.equal(await isSignedIn(victim), false, "another browser's state");

      const twice = field.browser();
      const address = await leaveForGoogle(twice);
      const ways = [await visitGoogle(address, sub), await visitGoogle(address, sub)] as const;
      assert.equal((await comeBack(twice, ways[0])).status, 303);
      assert.equal(await isSignedIn(twice), true);
      const again = field.browser();
      again.setCookie('zl_browser', twice.cookie('zl_browser'));
      await comeBack(again, ways[1]);
      assert.equal(await isSignedIn(again), false, 'a used state');

      // The code of one way in the answer of another: the verifier does not fit (RFC 7636).
      const one = field.browser();
      const other = await visitGoogle(await leaveForGoogle(field.browser()), sub);
      const injected = await visitGoogle(await leaveForGoogle(one), sub);
      injected.searchParams.set('code', other.searchParams.get('code') ?? '');
      await comeBack(one, injected);
      assert.equal(await isSignedIn(one), false, 'an injected code');

      const faults = [
        ...NONCE_FAULTS.map((idToken) => ({ idToken })),
        { answerIssuer: 'wrong' as const },
      ];
      for (const fault of faults) {
        field.google.setFaults(fault);
        const browser = field.browser();
        await byRedirects(browser, google);
        field.google.setFaults({ idToken: null, answerIssuer: null });
        assert.equal(await isSignedIn(browser), false, JSON.stringify(fault));
      }
    },
  },
];
