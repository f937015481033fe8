import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { parseReason, type Reason } from '#src/domain/audit-event.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import { allAtOnce, contract, newChat, type Parts, writerIn } from '../contract/parts.js';
import { waysIn } from '../support/ways-in.js';
import { ADDRESS, CHROME, createStage, type Stage } from './stage.js';

function reason(): Reason {
  const parsed = parseReason('Mostrou o documento na loja');
  if (!parsed.ok) throw new Error('no reason');
  return parsed.value;
}

contract('a claimed CPF', (parts) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = createStage(parts());
    await parts().database.pool.query('DELETE FROM claim');
  });

  /** Somebody registered the CPF, and its owner says so. */
  async function contested() {
    const [squatter, owner] = [await stage.person(), await stage.stranger()];
    await stage.act(owner, { type: 'claimTaxId', taxId: squatter.taxId });
    const [claim] = await stage.claims.list();
    if (claim === undefined) throw new Error('nothing was claimed');
    return { squatter, owner, claim };
  }

  /** Every way in that an account can have, and something under way for each. */
  async function digIn({ store }: Parts, accountId: string) {
    const now = stage.now();
    const sub = parseGoogleSub(`sub-${accountId}`);
    if (sub === null) throw new Error('no sub');
    await store.passwords.set({ accountId, hash: 'a hash', now });
    await store.googleIdentities.link({ id: randomUUID(), accountId, sub, email: null, now });
    await store.numberChanges.ask({
      ...{ id: randomUUID(), accountId, phone: (await stage.stranger()).phone, now },
      from: writerIn(newChat()),
      expiresAt: new Date(now.getTime() + 60_000),
    });
    await store.accounts.scheduleDeletion(accountId, now);
    return sub;
  }

  it('is shown to the admin masked, with the ways in', async () => {
    const { squatter, owner } = await contested();
    await digIn(parts(), squatter.id);
    const [claim] = await stage.claims.list();
    expect(claim).toMatchObject({
      accountSince: stage.now(),
      askedAt: stage.now(),
      waysIn: waysIn({ numbers: 1, password: 1, google: 1, kept: 0 }),
    });
    const shown = JSON.stringify(claim);
    for (const secret of [squatter.taxId, squatter.phone, owner.phone]) {
      expect(shown).not.toContain(secret.replace('+', ''));
    }
    expect(claim?.phoneMasked).toContain(owner.phone.slice(-4));
  });

  it('goes to the claimant: no way in, session, link or code of the squatter is left (case 38)', async () => {
    const { squatter, owner, claim } = await contested();
    const sub = await digIn(parts(), squatter.id);
    const { sessionId } = await stage.signIn(squatter.id);
    await stage.act(squatter, { type: 'sendAccess', greeting: 'known' });
    const [link = ''] = await stage
      .sentTo(squatter.chat)
      .then((texts) => texts.filter((text) => text.startsWith('link ')));
    const settled = await stage.claims.settle({
      ...{ id: claim.id, outcome: 'upheld', reason: reason() },
    });
    expect(settled.ok).toBe(true);

    const { store } = stage;
    expect((await store.accounts.findByPhone(owner.phone))?.account.id).toBe(squatter.id);
    expect(await store.accounts.findByPhone(squatter.phone)).toBeNull();
    expect(await store.passwords.find(squatter.id)).toBeNull();
    expect(await store.googleIdentities.findBySub(sub)).toBeNull();
    expect(await store.sessions.find(sessionId)).toBeNull();
    expect(stage.revoked).toContain(sessionId);
    const token = link.split('/l/')[1] ?? '';
    const redeem = { token, userAgent: CHROME, address: ADDRESS };
    expect(await stage.links.redeem(redeem)).toMatchObject({ ok: false });
    expect(await store.accounts.findById(squatter.id)).toMatchObject({
      ...{ status: 'active', deletionDueAt: null },
    });
    const mine = { where: { accountId: squatter.id } };
    expect(await parts().database.prisma.ownerNotice.count(mine)).toBe(0);
    expect(await stage.sentTo(squatter.chat)).toEqual(['claim lost']);
    expect(await stage.act(squatter, { type: 'identify' })).toMatchObject([{ person: null }]);
    expect(await stage.act(owner, { type: 'identify' })).toMatchObject([{ person: {} }]);
    expect(await stage.claims.list()).toEqual([]);
    expect(await store.audit.latest(null, 1)).toMatchObject([
      {
        actor: 'admin',
        action: 'claim_upheld',
        accountId: squatter.id,
        detail: { reason: reason() },
      },
    ]);
  });

  it('tells the claimant, and gives them access by their number', async () => {
    const { owner, claim } = await contested();
    await stage.claims.settle({ id: claim.id, outcome: 'upheld', reason: reason() });
    expect(await stage.sentTo(owner.chat)).toEqual(['claim upheld']);
    expect(await stage.act(owner, { type: 'sendAccess', greeting: 'known' })).toMatchObject([
      { type: 'accessSent', outcome: 'sent' },
    ]);
  });

  it('stays where it is when the claim is rejected, and the claimant hears it', async () => {
    const { squatter, owner, claim } = await contested();
    await stage.claims.settle({ id: claim.id, outcome: 'rejected', reason: reason() });
    expect((await stage.store.accounts.findByPhone(squatter.phone))?.account.id).toBe(squatter.id);
    expect(await stage.store.accounts.findByPhone(owner.phone)).toBeNull();
    expect(await stage.sentTo(owner.chat)).toEqual(['claim rejected']);
    expect(await stage.claims.list()).toEqual([]);
  });

  it('case A8: claimed again after a no, it contests nothing until the admin allows it', async () => {
    const { squatter, claim } = await contested();
    await stage.claims.settle({ id: claim.id, outcome: 'rejected', reason: reason() });
    await stage.act(await stage.stranger(), { type: 'claimTaxId', taxId: squatter.taxId });
    const [next] = await stage.claims.list();
    if (next === undefined) throw new Error('nothing was claimed');
    expect(next.held).toBe(true);
    expect(await stage.store.claims.contests(squatter.id)).toBe(false);

    const allow = { id: next.id, outcome: 'allowed', reason: reason() } as const;
    const allowed = await allAtOnce(6, () => stage.claims.settle(allow));
    expect(allowed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stage.claims.list()).toMatchObject([{ id: next.id, held: false }]);
    expect(await stage.store.claims.contests(squatter.id)).toBe(true);
    expect(await stage.store.audit.latest(null, 1)).toMatchObject([{ action: 'claim_allowed' }]);
  });

  it('is settled once, whatever two admins press', async () => {
    const { claim } = await contested();
    const settled = await allAtOnce(6, (at) =>
      stage.claims.settle({
        ...{ id: claim.id, outcome: at % 2 === 0 ? 'upheld' : 'rejected', reason: reason() },
      }),
    );
    expect(settled.filter(({ ok }) => ok)).toHaveLength(1);
    expect(settled.filter(({ ok }) => !ok)).toContainEqual({
      ok: false,
      error: { code: 'not_found' },
    });
  });

  it('cannot go to a number that opens another account, nor to nobody’s', async () => {
    const [squatter, other] = [await stage.person(), await stage.person()];
    await stage.act(other, { type: 'claimTaxId', taxId: squatter.taxId });
    const hidden = { chat: newChat(), phone: null };
    await stage.act(hidden, { type: 'claimTaxId', taxId: squatter.taxId });
    const claims = await stage.claims.list();
    const codes = [];
    for (const { id } of claims) {
      const settled = await stage.claims.settle({ id, outcome: 'upheld', reason: reason() });
      codes.push(settled.ok ? 'ok' : settled.error.code);
    }
    expect(codes.sort()).toEqual(['number_taken', 'number_unknown']);
    expect((await stage.store.accounts.findByPhone(squatter.phone))?.account.id).toBe(squatter.id);
    expect(await stage.claims.list()).toHaveLength(2);
  });

  it('moves to no other number while nobody has settled it, not even with the old one’s consent', async () => {
    const { squatter } = await contested();
    const friend = await stage.stranger();
    const ask = { type: 'askNumberChange', taxId: squatter.taxId } as const;
    expect(await stage.act(friend, ask)).toMatchObject([{ outcome: 'asked' }]);
    expect(await stage.sentTo(squatter.chat)).toEqual([]);
    expect(await stage.act(squatter, { type: 'confirmNumberChange' })).toMatchObject([
      { outcome: 'nothing_asked' },
    ]);
  });

  it('moves to no other number that was asked for before the claim', async () => {
    const [squatter, friend] = [await stage.person(), await stage.stranger()];
    await stage.act(friend, { type: 'askNumberChange', taxId: squatter.taxId });
    const owner = await stage.stranger();
    await stage.act(owner, { type: 'claimTaxId', taxId: squatter.taxId });
    expect(await stage.act(squatter, { type: 'confirmNumberChange' })).toMatchObject([
      { outcome: 'nothing_asked' },
    ]);
    expect(await stage.store.accounts.findByPhone(friend.phone)).toBeNull();
  });

  it('leaves no approved page of the squatter open', async () => {
    const { squatter, claim } = await contested();
    const page = await stage.requests.ask({
      ...{ next: null, browserToken: null, userAgent: CHROME, address: ADDRESS },
    });
    if (!page.ok) throw new Error('refused');
    const { requestId, requestCode, browserToken, number } = page.value;
    await stage.act(squatter, { type: 'openRequest', code: requestCode });
    await stage.act(squatter, { type: 'answerRequest', number });
    await stage.claims.settle({ id: claim.id, outcome: 'upheld', reason: reason() });
    expect(stage.changedRequests).toContain(requestId);
    const browser = { lastKnown: null, confirmed: true };
    const complete = { ...browser, requestId, browserToken, userAgent: CHROME, address: ADDRESS };
    expect(await stage.requests.complete(complete)).toMatchObject({ ok: false });
  });
});
