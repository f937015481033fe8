import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { createDigests } from '#src/adapters/crypto/digests.js';
import { createKeyRing } from '#src/adapters/crypto/key-ring.js';
import { systemRandom } from '#src/adapters/crypto/random.js';
import { createGoogleSignIn } from '#src/app/sign-in/google/sign-in.js';
import { handOverAccount } from '#src/app/account/hand-over.js';
import { revokePendingSignIns } from '#src/app/account/revoke-pending-sign-ins.js';
import { issueLoginLink } from '#src/app/sign-in/link/magic-link.js';
import type { Tx } from '#src/app/ports/tables/store.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import { contract, newPhone, newChat } from '../contract/parts.js';
import { until } from '../support/until.js';
import { ADDRESS, CHROME, createStage, type Stage } from './stage.js';

contract('signing in at the moment when an account is taken away', (parts) => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage(parts());
  });

  /** Whether the sign-in waits for the transaction at hand; one connection alone waits by itself. */
  async function isHeldUp(): Promise<boolean> {
    const { rowCount } = await parts().database.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rowCount !== 0;
  }

  /** `first` happens, then somebody signs in, then `last` happens and both end. */
  async function meanwhile<Value>(
    signIn: () => Promise<Value>,
    { first, last }: Record<'first' | 'last', (tx: Tx) => Promise<unknown>>,
  ): Promise<Value> {
    let settled = false;
    const taken = await stage.store.transaction(async (tx) => {
      await first(tx);
      const signing = signIn().finally(() => void (settled = true));
      if (parts().database.kind === 'external') {
        await until('the sign-in to end or to wait', async () => settled || (await isHeldUp()));
      }
      await last(tx);
      return { signing };
    });
    return taken.signing;
  }

  const sessionsOf = (accountId: string) => stage.store.sessions.listActive(accountId, stage.now());

  /** As BLOQUEAR does it, with a pause before the links die. */
  const blockOf = (accountId: string) => ({
    first: async ({ accounts, sessions }: Tx) => {
      await accounts.block(accountId, 'owner');
      await sessions.revokeAll(accountId, 'blocked', stage.now());
    },
    last: (tx: Tx) => revokePendingSignIns({ tx, now: stage.now() }, accountId),
  });

  it('opens no session by a link while the account is being blocked (case 45)', async () => {
    const { id: accountId } = await stage.person();
    const digests = createDigests(createKeyRing(parts().masterKeys));
    const deps = { random: systemRandom, digests, publicUrl: 'https://login.example' };
    const { url } = await issueLoginLink(deps, stage.store, { accountId, now: stage.now() });
    const token = url.split('/l/')[1] ?? '';
    const redeem = () => stage.links.redeem({ token, userAgent: CHROME, address: ADDRESS });
    expect(await meanwhile(redeem, blockOf(accountId))).toMatchObject({ ok: false });
    expect(await sessionsOf(accountId)).toEqual([]);
  });

  it('opens no session by a page while the account is being blocked (case 45)', async () => {
    const person = await stage.person();
    const asked = { next: null, browserToken: null, userAgent: CHROME, address: ADDRESS };
    const page = await stage.requests.ask(asked);
    if (!page.ok) throw new Error('refused');
    const { requestId, requestCode, number, browserToken } = page.value;
    await stage.act(person, { type: 'openRequest', code: requestCode });
    await stage.act(person, { type: 'answerRequest', number });
    const complete = () =>
      stage.requests.complete({
        ...{ requestId, browserToken, userAgent: CHROME, address: ADDRESS },
        ...{ lastKnown: null, confirmed: true },
      });
    expect(await meanwhile(complete, blockOf(person.id))).toMatchObject({ ok: false });
    expect(await sessionsOf(person.id)).toEqual([]);
  });

  /** Somebody whose Google account is linked, and the way in by it. */
  async function googler() {
    const { id: accountId } = await stage.person();
    const sub = parseGoogleSub(`sub-${accountId}`);
    if (sub === null) throw new Error('no sub');
    const identity = { id: randomUUID(), accountId, sub, email: null, now: stage.now() };
    await stage.store.googleIdentities.link(identity);
    const { store, limiter, startSession } = stage;
    const digests = createDigests(createKeyRing(parts().masterKeys));
    const nobody = () => Promise.reject(new Error('nobody asks Google here'));
    const google = {
      ...{ authorizationUrl: nobody, readAnswer: nobody },
      ...{ readCredential: nobody, readAccessToken: nobody },
    };
    const clock = { now: stage.now };
    const basics = { store, clock, random: systemRandom, digests, limiter, google, startSession };
    const { signInByProfile } = createGoogleSignIn(basics);
    const profile = { sub, name: null, email: null };
    const visit = { profile, next: null, browserToken: null, userAgent: CHROME };
    return { accountId, signIn: () => signInByProfile(visit) };
  }

  it('opens no session by Google while the account is handed over (case 38)', async () => {
    const { accountId, signIn } = await googler();
    const claimant = {
      ...{ accountId, numberId: randomUUID(), phone: newPhone(), chat: newChat() },
      now: stage.now(),
    };
    const arrived = await meanwhile(signIn, {
      first: (tables) => handOverAccount(tables, claimant),
      last: () => Promise.resolve(),
    });
    expect(arrived).toMatchObject({ value: { kind: 'require_linking' } });
    expect(await sessionsOf(accountId)).toEqual([]);
  });

  it('ends the session of a sign-in by Google that an unlinking meets (case 39)', async () => {
    const { accountId, signIn } = await googler();
    const others = { id: randomUUID(), accountId };
    await meanwhile(signIn, {
      first: async ({ accounts, googleIdentities }) => {
        // As the proof does that comes with it.
        await accounts.unblock(accountId, 'owner');
        await googleIdentities.unlink(accountId, stage.now());
      },
      last: ({ sessions }) => sessions.revokeOthers(others, 'way_changed', stage.now()),
    });
    expect(await sessionsOf(accountId)).toEqual([]);
  });
});
