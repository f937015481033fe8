import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { SIGN_IN_METHODS } from '#src/app/sign-in/methods.js';
import { parseReason } from '#src/domain/audit-event.js';
import { CHALLENGE_PURPOSES, type ChallengePurpose } from '#src/domain/challenge.js';
import { GOOGLE_INTENTS } from '#src/domain/google-link.js';
import { LINK_PURPOSES } from '#src/domain/login-link.js';
import { maskPhone } from '#src/domain/phone.js';
import { SIGN_IN_METHOD_NAMES } from '#src/domain/sign-in-method.js';
import { account as accountPtBr } from '#web-link/words/pt-br/account.js';
import { contract, digest, later } from '../contract/parts.js';
import { createRealWeb, type RealWeb } from '../support/real-web.js';
import {
  beginLink,
  fixtureOf,
  type SignInPerson,
  type SignInWorld,
} from '../support/sign-in-fixtures.js';
import { createStage, CHROME, DAY_MS } from './stage.js';
import { tablesWith } from './tables-with.js';

/** Columns that keep one of the names, and where the names come from. */
const CHECKED = [
  ['session_way_check', SIGN_IN_METHOD_NAMES],
  ['challenge_purpose_check', CHALLENGE_PURPOSES],
  ['login_link_purpose_check', LINK_PURPOSES],
  ['google_sign_in_intent_check', GOOGLE_INTENTS],
] as const;

interface MeBody {
  readonly methods: readonly { readonly method: string; readonly label: string }[];
}

contract('the ways in', (parts) => {
  let world: SignInWorld;
  let web: RealWeb;
  beforeEach(async () => {
    world = { parts: parts(), stage: createStage(parts()) };
    web = await createRealWeb(parts());
  });

  const reason = () => {
    const parsed = parseReason('Mostrou o documento');
    if (!parsed.ok) throw new Error('no reason');
    return parsed.value;
  };

  async function shownTo(person: SignInPerson) {
    const visitor = await web.signedIn(person.id);
    return {
      me: (await visitor.get('/api/auth/me')).body as MeBody,
      page: (await visitor.get('/account')).text,
      exported: (await visitor.get('/account/data.json')).text,
    };
  }

  /** BLOQUEAR, and its end: what was begun before must not work after it either. */
  async function blockAndUnblock(person: SignInPerson): Promise<void> {
    await world.stage.act(person, { type: 'block' });
    await world.stage.store.accounts.unblock(person.id, 'owner');
  }

  async function loseToClaim(person: SignInPerson) {
    const claimant = await world.stage.stranger();
    await world.stage.act(claimant, { type: 'claimTaxId', taxId: person.taxId });
    const claim = (await world.stage.store.claims.open(10_000)).find(
      ({ accountId }) => accountId === person.id,
    );
    const decision = { id: claim?.id ?? '', outcome: 'upheld', reason: reason() } as const;
    expect(await world.stage.claims.settle(decision)).toMatchObject({ ok: true });
    return claimant;
  }

  async function openCode({ id, taxId }: SignInPerson, purpose: ChallengePurpose) {
    const challenge = { id: randomUUID(), accountId: id, taxId, purpose, sent: true };
    const secret = { codeDigest: digest(), bindingDigest: digest() };
    const { store, now } = world.stage;
    await store.challenges.open({ ...challenge, ...secret, expiresAt: later(60_000), now: now() });
    return async () => (await store.challenges.find(challenge.id))?.disarmedAt === null;
  }

  it('have the names that SQL checks, and no other', async () => {
    for (const [name, names] of CHECKED) {
      const { rows } = await parts().database.pool.query<{ check: string }>(
        `SELECT pg_get_constraintdef(oid) AS check FROM pg_constraint WHERE conname = $1`,
        [name],
      );
      const allowed = [...(rows[0]?.check ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word);
      expect([name, allowed.sort()]).toEqual([name, [...names].sort()]);
    }
  });

  it('ask for codes and links of every purpose, each for its own', () => {
    const codes = SIGN_IN_METHODS.flatMap(({ purposes }) => Object.keys(purposes.codes));
    const links = SIGN_IN_METHODS.flatMap(({ purposes }) => purposes.links);
    // The change of a number is no way in.
    expect([...codes, 'change_phone'].sort()).toEqual([...CHALLENGE_PURPOSES].sort());
    expect([...links].sort()).toEqual([...LINK_PURPOSES].sort());
  });

  describe.each(SIGN_IN_METHODS.map((method) => [method.name, method] as const))(
    '%s',
    (name, { credential, purposes }) => {
      const fixture = () => fixtureOf(name);

      it('shows itself in /api/auth/me and /account, and is exported', async () => {
        const person = await world.stage.person();
        const exported = await fixture().give(world, person);
        const session = { accountId: person.id, method: name, userAgent: CHROME };
        await world.stage.store.transaction((tables) =>
          world.stage.startSession(tables, { ...session, now: world.stage.now() }),
        );
        const shown = await shownTo(person);
        const own = shown.me.methods.filter(({ method }) => method === credential.name);
        expect(own).toHaveLength(1);
        expect(shown.page).toContain(accountPtBr.methods[credential.name]);
        expect(shown.page).toContain(own[0]?.label);
        expect(shown.page).toContain(accountPtBr.ways[name]);
        expect(shown.exported).toContain(exported);
        expect(shown.exported).toContain(`"way": "${name}"`);
      });

      it('counts as a way in for the admin', async () => {
        const person = await world.stage.person();
        await fixture().give(world, person);
        const view = await world.stage.people.find(person.taxId);
        const opening = view?.waysIn.filter(({ opens, count }) => opens && count === 1);
        expect(opening?.map(({ what }) => what)).toContain(credential.name);
      });

      it('can be finished while nothing is revoked', async () => {
        const person = await world.stage.person();
        await fixture().give(world, person);
        expect(await (await fixture().begin(world, person))()).toBe(true);
      });

      it('is revoked by BLOQUEAR, with its codes and links (case 32)', async () => {
        const person = await world.stage.person();
        await fixture().give(world, person);
        const finish = await fixture().begin(world, person);
        const open = [];
        for (const purpose of CHALLENGE_PURPOSES.filter((name) => name in purposes.codes))
          open.push(await openCode(person, purpose));
        for (const purpose of purposes.links) open.push(await beginLink(world, person, purpose));
        await blockAndUnblock(person);
        for (const works of [finish, ...open]) expect(await works()).toBe(false);
        // What was in doubt does not open the account after the block (case 57).
        const { me } = await shownTo(person);
        const stays = me.methods.some(({ method }) => method === credential.name);
        expect(stays).toBe(credential.close === null);
      });

      it('is revoked by a claim, and nothing of it is left to the one before (case 38)', async () => {
        const person = await world.stage.person();
        await fixture().give(world, person);
        const finish = await fixture().begin(world, person);
        const open = [];
        for (const purpose of purposes.links) open.push(await beginLink(world, person, purpose));
        const claimant = await loseToClaim(person);
        for (const works of [finish, ...open]) expect(await works()).toBe(false);
        const { me } = await shownTo(person);
        expect(me.methods).toMatchObject([
          { method: 'whatsapp', label: maskPhone(claimant.phone) },
        ]);
        expect(me.methods).toHaveLength(1);
      });

      it('is erased with the account (case 51)', async () => {
        const person = await world.stage.person();
        await fixture().give(world, person);
        const traces = await fixture().leave(world, person);
        await world.stage.act(person, { type: 'scheduleDeletion' });
        await fixture().begin(world, person);
        if (traces.length > 0) expect(await tablesWith(parts(), traces)).not.toEqual([]);
        world.stage.pass(7 * DAY_MS);
        await world.stage.eraseAccounts();
        expect(await world.stage.store.accounts.findById(person.id)).toBeNull();
        await world.stage.sentTo(person.chat);
        const sent = {
          textBefore: world.stage.now(),
          decoyBefore: later(0),
          rowBefore: later(0),
          now: later(0),
        };
        await world.stage.store.outbox.sweep(sent);
        expect(await tablesWith(parts(), traces)).toEqual([]);
        expect(await tablesOf(person.id)).toEqual([]);
      });

      /** The log keeps that an account went, and the plan for its Signal keys has its id. */
      async function tablesOf(accountId: string): Promise<readonly string[]> {
        const found = await tablesWith(parts(), [], [accountId]);
        return found.filter((table) => table !== 'audit_event' && table !== 'signal_erasure');
      }
    },
  );
});
