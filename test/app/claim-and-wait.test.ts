import { beforeEach, expect, it } from 'vitest';
import { parseReason } from '#src/domain/audit-event.js';
import type { Outcome } from '#src/app/chat/effects/all-effects.js';
import { lidOf, type IdentityKey } from '#src/domain/sender.js';
import type { TaxId } from '#src/domain/tax-id.js';
import { contract, newChat } from '../contract/parts.js';
import { createStage, DAY_MS, type Stage, type Writer } from './stage.js';

const KEY = 'the first phone' as IdentityKey;
const OTHER_KEY = 'another phone' as IdentityKey;

contract('a number registered anew, of an account that somebody claims', (parts) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = createStage(parts());
    await parts().database.pool.query('DELETE FROM claim');
  });

  function withKey({ chat, phone }: Pick<Writer, 'chat' | 'phone'>, identityKey: IdentityKey) {
    return { chat, phone, sender: { lid: lidOf(chat), identityKey } };
  }

  async function waitOf(who: Writer) {
    const [answer] = await stage.act(who, { type: 'identify' });
    return (answer as Extract<Outcome, { type: 'identified' }>).person?.wait ?? null;
  }

  /** Somebody whose number has another WhatsApp account now, which waits for a day. */
  async function waiting() {
    const person = await stage.person();
    await stage.act(withKey(person, KEY), { type: 'identify' });
    const other = withKey({ chat: newChat(), phone: person.phone }, OTHER_KEY);
    await stage.act(other, { type: 'proveTaxId', taxId: person.taxId });
    expect(await waitOf(other)).toMatchObject({ state: 'waits' });
    return { person, other };
  }

  async function claimBy(taxId: TaxId) {
    await stage.act(await stage.stranger(), { type: 'claimTaxId', taxId });
    const [claim] = await stage.claims.list();
    const reason = parseReason('Documento conferido');
    if (claim === undefined || !reason.ok) throw new Error('nothing was claimed');
    return { id: claim.id, reason: reason.value };
  }

  it('does not open when its time has come', async () => {
    const { person, other } = await waiting();
    await claimBy(person.taxId);
    stage.pass(DAY_MS + 1);
    expect(await waitOf(other)).toMatchObject({ state: 'team' });
  });

  it('case A8: opens where the claim came after a no and is held', async () => {
    const { person, other } = await waiting();
    const claim = await claimBy(person.taxId);
    await stage.claims.settle({ ...claim, outcome: 'rejected' });
    await claimBy(person.taxId);
    expect(await stage.claims.list()).toMatchObject([{ held: true }]);
    stage.pass(DAY_MS + 1);
    expect(await waitOf(other)).toBeNull();
  });
});
