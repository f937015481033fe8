import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { parseReason, type Reason } from '#src/domain/audit-event.js';
import { parseGoogleSub } from '#src/domain/google-sub.js';
import { contract, newTaxId, register } from '../contract/parts.js';
import { waysIn } from '../support/ways-in.js';
import { createStage, type Stage } from './stage.js';

function reasonFor(text: string): Reason {
  const parsed = parseReason(text);
  if (!parsed.ok) throw new Error('no reason');
  return parsed.value;
}

contract('the accounts that an admin manages', (parts) => {
  let stage: Stage;
  const reason = reasonFor('Pediu no balcão');
  beforeEach(() => {
    stage = createStage(parts());
  });

  it('shows a person by the whole CPF, masked, and nobody by a wrong one', async () => {
    const person = await stage.person();
    const found = await stage.people.find(person.taxId);
    expect(found).toMatchObject({
      ...{ accountId: person.id, status: 'active', isContested: false, deletionDueAt: null },
      waysIn: waysIn({ numbers: 1, password: 0, google: 0, kept: 0 }),
    });
    expect(JSON.stringify(found)).not.toContain(person.taxId);
    expect(await stage.people.find(newTaxId())).toBeNull();
  });

  it('blocks with everything that is open, and unblocks, for a reason that is kept', async () => {
    const person = await stage.person();
    const { sessionId } = await stage.signIn(person.id);
    expect(await stage.people.block({ accountId: person.id, reason })).toMatchObject({ ok: true });
    expect(stage.revoked).toEqual([sessionId]);
    expect(await stage.act(person, { type: 'sendAccess', greeting: 'known' })).toMatchObject([
      { outcome: 'blocked' },
    ]);
    await stage.people.unblock({ accountId: person.id, reason });
    expect(await stage.people.find(person.taxId)).toMatchObject({ status: 'active' });
    expect(await stage.store.audit.latest(null, 2)).toMatchObject([
      { action: 'account_unblocked', accountId: person.id, detail: { reason } },
      { action: 'account_blocked', accountId: person.id, detail: { reason } },
    ]);
  });

  it('does nothing to somebody who does not exist, and records nothing', async () => {
    const [before] = await stage.store.audit.latest(null, 1);
    const nobody = { accountId: randomUUID(), reason };
    const refused = { ok: false, error: { code: 'not_found' } };
    expect(await stage.people.block(nobody)).toEqual(refused);
    expect(await stage.people.unblock(nobody)).toEqual(refused);
    expect(await stage.store.audit.latest(null, 1)).toEqual(before === undefined ? [] : [before]);
  });

  it('releases an unlinked Google account for another CPF, and never a linked one', async () => {
    const [person, other] = [await stage.person(), await register(parts())];
    const { googleIdentities } = stage.store;
    const sub = parseGoogleSub(`sub-${person.id}`);
    if (sub === null) throw new Error('no sub');
    const link = (accountId: string) =>
      googleIdentities.link({ id: randomUUID(), accountId, sub, email: null, now: stage.now() });
    await link(person.id);
    const nothing = { ok: false, error: { code: 'nothing_to_release' } };
    expect(await stage.people.releaseGoogle({ accountId: person.id, reason })).toEqual(nothing);
    await googleIdentities.unlink(person.id, stage.now());
    expect(await link(other.id)).toMatchObject({ ok: false });
    expect(await stage.people.find(person.taxId)).toMatchObject({
      waysIn: waysIn({ numbers: 1, password: 0, google: 0, kept: 1 }),
    });
    expect(await stage.people.releaseGoogle({ accountId: person.id, reason })).toMatchObject({
      ok: true,
    });
    expect(await link(other.id)).toMatchObject({ ok: true });
    expect(await stage.store.audit.latest(null, 1)).toMatchObject([
      { action: 'google_released', accountId: person.id, detail: { reason, released: '1' } },
    ]);
  });
});

contract('chats in which a person answers', (parts) => {
  it('are listed masked until they are over, and given back to the bot', async () => {
    const stage = createStage(parts());
    const [person, stranger] = [await stage.person(), await stage.stranger()];
    await stage.act(person, { type: 'callHuman' });
    stage.pass(60_000);
    await stage.act(stranger, { type: 'callHuman' });
    const [first, second] = await stage.pausedChats.list();
    expect(first?.phoneMasked).toContain(person.phone.slice(-4));
    expect(second).toMatchObject({ phoneMasked: null, lastInboundAt: stage.now() });
    const shown = JSON.stringify([first, second]);
    for (const secret of [person.chat, stranger.chat, person.phone]) {
      expect(shown).not.toContain(secret);
    }
    const id = first?.id ?? '';
    expect(await stage.pausedChats.resume(id)).toBe(true);
    expect(await stage.pausedChats.resume(id)).toBe(false);
    expect(await stage.sentTo(person.chat)).toEqual(['bot is back']);
    expect(await stage.store.audit.latest(null, 1)).toMatchObject([{ action: 'chat_resumed' }]);
    stage.pass(60 * 60_000);
    expect(await stage.pausedChats.list()).toEqual([]);
  });
});
